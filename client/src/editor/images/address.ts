import { imageAddress, isImageName, readImageAddress } from '@minutebook/shared/wire'

/** Where an image of a note is fetched: one that is kept with the note at the server, any other where its address says. */
export function sourceOf(address: string, noteId: string): string {
  const own = readImageAddress(address)
  return own ? `/api/notes/${encodeURIComponent(noteId)}/images/${own.name}` : address
}

/** How a note names an image that came with a full address: one that is kept with it by the short one. [E170] */
export function addressIn(noteId: string, source: string, origin: string): string {
  const folder = `${origin}/api/notes/${encodeURIComponent(noteId)}/images/`
  const name = source.startsWith(folder) ? source.slice(folder.length) : ''
  return isImageName(name) ? imageAddress(name) : source
}

/** Width and height in pixels, where the address tells them. */
export function sizeOf(address: string): { width: number; height: number } | null {
  return readImageAddress(address)
}
