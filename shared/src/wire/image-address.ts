/**
 * The name of an image that is kept with a note: the first 32 digits of the SHA-256 of its bytes, its size in pixels, and
 * the ending of its kind. The size stands in the name so that every page knows it before the image comes.
 */
const name = /[0-9a-f]{32}-([1-9]\d{0,5})x([1-9]\d{0,5})\.(?:png|jpg|gif|webp|avif)/

const wholeName = new RegExp(`^${name.source}$`)
const wholeAddress = new RegExp(`^images/${name.source}$`)
const addresses = new RegExp(`\\bimages/(${name.source})\\b`, 'g')

/** How the Markdown of a note names an image that is kept with it: relative to the Markdown. */
export function imageAddress(imageName: string): string {
  return `images/${imageName}`
}

/** Whether an image can have this name. */
export function isImageName(text: string): boolean {
  return wholeName.test(text)
}

/** An image that an address in a note names, where it is kept with the note; else null. Its size is in pixels. */
export function readImageAddress(address: string): { name: string; width: number; height: number } | null {
  const match = wholeAddress.exec(address)
  if (!match) return null
  return { name: address.slice('images/'.length), width: Number(match[1]), height: Number(match[2]) }
}

/** The names of all images that a note's Markdown speaks of, each once. */
export function imageNamesIn(markdown: string): string[] {
  return [...new Set(Array.from(markdown.matchAll(addresses), (match) => match[1] ?? ''))]
}
