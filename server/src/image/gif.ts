import type { Size } from './image.ts'

/** A GIF is its signature, the size, and blocks up to a `;`. Some writers leave bytes behind that. */
export function readGif(bytes: Buffer): Size | null {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.lastIndexOf(0x3b) < 13) return null
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}
