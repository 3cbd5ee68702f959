import { crc32, deflateSync } from 'node:zlib'

/**
 * A PNG of one color, as a program would write it.
 *
 * @param padding bytes of a text chunk that makes it as large as is wanted
 */
export function png(width: number, height: number, color: readonly number[] = [40, 90, 160], padding = 0): Buffer {
  const row = Buffer.concat([Buffer.of(0), ...Array.from({ length: width }, () => Buffer.from(color))])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(padding > 0 ? [chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), Buffer.alloc(padding, 'x')]))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

const from = (base64: string) => Buffer.from(base64, 'base64')

/** A JPEG of 6 by 4 pixels as a browser writes it; with an orientation, the Exif of a camera that lay on its side. */
export function jpeg(orientation?: number): Buffer {
  const plain = from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgAf//Z',
  )
  if (orientation === undefined) return plain
  const exif = Buffer.from(
    'FFE100224578696600004D4D002A000000080001011200030000000100000000000000000000',
    'hex',
  ).subarray(0, 36)
  exif.writeUInt16BE(orientation, 28)
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}

/** A GIF of 6 by 4 pixels. */
export const gif = Buffer.from(
  '47494638396106000400800000000000ffffff2c000000000600040000020484 8fa959003b'.replace(' ', ''),
  'hex',
)

/** WebP of 6 by 4 pixels in each of its forms. */
export const webp = {
  lossy: from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoGAAQAB0CWJaQAA3AA/u+5AAA='),
  lossless: from('UklGRhwAAABXRUJQVlA4TBAAAAAvBcAAEA8QEfMfYg4i+h8H'),
  extended: from(
    'UklGRkoAAABXRUJQVlA4WAoAAAAQAAAABQAAAwAAQUxQSAwAAAABDzD/ERFiDiL6HwdWUDggGAAAADABAJ0BKgYABAAHQJYlpAADcAD+77kAAA==',
  ),
}

/** The boxes of an AVIF of 6 by 4 pixels with a smaller image beside it, without what a decoder would need. */
export function avif(turns = 0): Buffer {
  const properties = box('ipco', box('ispe', size(3, 2)), box('ispe', size(6, 4)), box('irot', Buffer.of(turns)))
  const kinds = Buffer.from('avif\0\0\0\0avifmif1')
  return Buffer.concat([
    box('ftyp', kinds),
    box('meta', Buffer.alloc(4), box('iprp', properties)),
    box('mdat', Buffer.from('data')),
  ])
}

const size = (width: number, height: number) => Buffer.from([0, 0, 0, 0, 0, 0, 0, width, 0, 0, 0, height])

function box(kind: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat([Buffer.from(kind), ...content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(inside.length + 4)
  return Buffer.concat([length, inside])
}
