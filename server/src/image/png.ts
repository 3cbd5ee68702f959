import type { Size } from './image.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG is its signature and chunks, from `IHDR` with the size to `IEND`. https://www.w3.org/TR/png-3/#5DataRep */
export function readPng(bytes: Buffer): Size | null {
  if (!bytes.subarray(0, 8).equals(signature) || tag(bytes, 12) !== 'IHDR') return null
  let at = 8
  while (tag(bytes, at + 4) !== 'IEND') {
    at += 12 + bytes.readUInt32BE(at)
    if (at + 12 > bytes.length) return null
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

const tag = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4)
