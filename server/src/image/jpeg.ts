import type { Size } from './image.ts'

/** Markers of ITU T.81, table B.1. */
const marker = { startOfScan: 0xda, application1: 0xe1, fill: 0xff } as const

/**
 * A JPEG is a row of segments; a frame among them has the size, and Exif may say that it lies on its side. The data
 * begins behind the first scan's header: without one it was cut off.
 */
export function readJpeg(bytes: Buffer): Size | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null
  let size: Size | null = null
  let isTurned = false
  for (let at = 2; bytes.readUInt8(at) === 0xff;) {
    const kind = bytes.readUInt8(at + 1)
    if (kind === marker.fill) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return null
    if (kind === marker.application1) isTurned ||= liesOnItsSide(bytes.subarray(at + 4, at + 2 + length))
    if (isFrame(kind)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + length
    if (kind !== marker.startOfScan) continue
    if (!size || at >= bytes.length) return null
    return isTurned ? { width: size.height, height: size.width } : size
  }
  return null
}

/** Frames are C0 to CF without the tables among them. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
}

const orientation = 0x0112

/** Whether the first directory of an Exif segment has an orientation from 5 to 8. */
function liesOnItsSide(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false
  const tiff = segment.subarray(6)
  if (tiff.length < 8) return false
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + entry * 12
    if (short(at) === orientation) return short(at + 8) >= 5 && short(at + 8) <= 8
  }
  return false
}
