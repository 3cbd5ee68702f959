import type { Size } from './image.ts'

/** A WebP is a RIFF file of one of three forms. https://developers.google.com/speed/webp/docs/riff_container */
export function readWebp(bytes: Buffer): Size | null {
  const tag = (at: number) => bytes.toString('latin1', at, at + 4)
  if (tag(0) !== 'RIFF' || tag(8) !== 'WEBP' || bytes.readUInt32LE(4) + 8 > bytes.length) return null
  switch (tag(12)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default:
      return null
  }
}
