import type { Size } from './image.ts'

/** Boxes of ISO 14496-12 that lead to the properties of an image, with the bytes before what they hold. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 }

/**
 * An AVIF is a row of boxes: `ftyp` says that it is one, `ispe` has the size of an image and `irot` its turn. Of an image
 * with parts (a grid, a thumbnail) the largest is the whole.
 */
export function readAvif(bytes: Buffer): Size | null {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return null
  const brands = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256))
  if (!/avi[fs]/.test(brands)) return null
  const found: Found = { size: null, isTurned: false, hasData: false }
  walk(bytes, found)
  const { size, isTurned, hasData } = found
  if (!size || !hasData) return null
  return isTurned ? { width: size.height, height: size.width } : size
}

interface Found {
  size: Size | null
  isTurned: boolean
  hasData: boolean
}

function walk(bytes: Buffer, found: Found): void {
  for (let at = 0; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at + 4, at + 8)
    const length = bytes.readUInt32BE(at) || bytes.length - at
    const isLong = length === 1
    const whole = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : length
    if (whole < 8 || at + whole > bytes.length) throw new RangeError('the file is cut off')
    read(kind, bytes.subarray(at + (isLong ? 16 : 8), at + whole), found)
    at += whole
  }
}

function read(kind: string, content: Buffer, found: Found): void {
  const skipped = containers[kind]
  if (skipped !== undefined) walk(content.subarray(skipped), found)
  else if (kind === 'irot') found.isTurned = content.readUInt8(0) % 2 === 1
  else if (kind === 'mdat') found.hasData = true
  else if (kind === 'ispe') {
    const size = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) }
    if (!found.size || size.width * size.height > found.size.width * found.size.height) found.size = size
  }
}
