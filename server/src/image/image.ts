import { readAvif } from './avif.ts'
import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** What an image is, told from its bytes. */
export interface ImageFacts {
  kind: ImageKind
  /** pixels, as it is shown: turned as its own data says */
  width: number
  height: number
}

export type Size = Pick<ImageFacts, 'width' | 'height'>

/** Every kind of image that is kept: what a browser shows and cannot run anything. */
export const imageKinds = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
} as const

export type ImageKind = keyof typeof imageKinds

/** Each gives null where the bytes are another kind, or are damaged. */
const readers: Readonly<Record<ImageKind, (bytes: Buffer) => Size | null>> = {
  png: readPng,
  jpg: readJpeg,
  gif: readGif,
  webp: readWebp,
  avif: readAvif,
}

/** The most pixels that an image may have: a browser needs four bytes for each. */
const mostPixels = 100_000_000

/**
 * Tells from the bytes what an image is. Nothing is decoded: what is looked at are the signature, the size and, where the
 * kind has them, its ends. Null for whatever is no image, is cut off, or has more pixels than a browser can show.
 */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const kind of Object.keys(readers) as ImageKind[]) {
    const size = sizeOf(readers[kind], buffer)
    if (!size) continue
    const isShown = size.width > 0 && size.height > 0 && size.width * size.height <= mostPixels
    return isShown ? { kind, ...size } : null
  }
  return null
}

/** The name under which an image is kept. The digest is made beside the event loop. */
export async function nameOf(bytes: Uint8Array<ArrayBuffer>, { kind, width, height }: ImageFacts): Promise<string> {
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes))
    .toString('hex')
    .slice(0, 32)
  return `${hash}-${width}x${height}.${kind}`
}

/** The type of a name that `nameOf` gave. */
export function typeOf(name: string): string {
  const kind = name.slice(name.lastIndexOf('.') + 1)
  return Object.hasOwn(imageKinds, kind) ? imageKinds[kind as ImageKind] : 'application/octet-stream'
}

/** What reads past the end is cut off. */
function sizeOf(read: (bytes: Buffer) => Size | null, bytes: Buffer): Size | null {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
