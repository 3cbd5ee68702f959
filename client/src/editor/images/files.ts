/** Kinds that a note keeps, by the endings that their files have. */
const kept: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}

const others = /\.(?:svg|heic|heif|bmp|tiff?|ico|psd|jxl)$/i

/** Whether a file is an image, of whatever kind. */
export function isImageFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return type.startsWith('image/') || (type === '' && (endingOf(name) in kept || others.test(name)))
}

/** The image type as which a file is sent; null for a kind that no note keeps. */
export function sentTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string | null {
  const told = type === '' ? kept[endingOf(name)] : type
  return told !== undefined && Object.values(kept).includes(told) ? told : null
}

/** Why an image is not even sent; null where it is. */
export function refusedUnsent(file: Pick<File, 'name' | 'type' | 'size'>): string | null {
  if (file.type === 'image/svg+xml' || /\.svg$/i.test(file.name))
    return 'SVG can run scripts, left out. Save it as PNG and add that'
  if (sentTypeOf(file) === null) return 'Browsers do not show images of this kind, left out. Save it as JPEG or PNG'
  return file.size === 0 ? 'Empty, left out' : null
}

/** What an image is called until somebody describes it: by its file, where that has a name of its own. */
export function altOf({ name }: Pick<File, 'name'>): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return words === '' || /^image$/i.test(words) ? 'Image' : words
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
