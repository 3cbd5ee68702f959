import { expect, test } from 'vitest'
import { nameOf, readImage, typeOf } from './image.ts'
import { avif, gif, jpeg, png, webp } from './test-images.ts'

test.each([
  ['png', png(6, 4)],
  ['jpg', jpeg()],
  ['gif', gif],
  ['webp', webp.lossy],
  ['webp', webp.lossless],
  ['webp', webp.extended],
  ['avif', avif()],
])('[A111] %s is told from its bytes, with its size', (kind, bytes) => {
  expect(readImage(bytes)).toEqual({ kind, width: 6, height: 4 })
})

test('[A111] an image that lies on its side has the size with which it is shown', () => {
  expect(readImage(jpeg(6))).toEqual({ kind: 'jpg', width: 4, height: 6 })
  expect(readImage(jpeg(3))).toEqual({ kind: 'jpg', width: 6, height: 4 })
  expect(readImage(avif(1))).toEqual({ kind: 'avif', width: 4, height: 6 })
  expect(readImage(avif(2))).toEqual({ kind: 'avif', width: 6, height: 4 })
})

test('[A116] what is cut off is no image, wherever it is cut', () => {
  for (const whole of [png(6, 4), webp.lossy, webp.lossless, webp.extended, avif()]) {
    for (let length = 0; length < whole.length; length += 1) {
      expect([length, readImage(whole.subarray(0, length))]).toEqual([length, null])
    }
  }
  for (const length of [0, 1, 2, 3, 20, jpeg().indexOf(Buffer.of(0xff, 0xda))])
    expect(readImage(jpeg().subarray(0, length))).toBeNull()
  expect(readImage(gif.subarray(0, 20))).toBeNull()
})

test('[A116] what is damaged or something else is no image, and ends', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const bytes of [Buffer.alloc(0), svg, Buffer.from('GIF89a<script>'), Buffer.alloc(100, 0xff)])
    expect(readImage(bytes)).toBeNull()
  for (const whole of [png(6, 4), jpeg(6), gif, webp.extended, avif()]) {
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(() => readImage(damaged)).not.toThrow()
    }
  }
})

test('[A116] an image has no more pixels than a browser can show', () => {
  const large = png(6, 4)
  large.writeUInt32BE(10_000, 16)
  large.writeUInt32BE(10_000, 20)
  expect(readImage(large)).toEqual({ kind: 'png', width: 10_000, height: 10_000 })
  large.writeUInt32BE(10_001, 20)
  expect(readImage(large)).toBeNull()
  large.writeUInt32BE(0, 20)
  expect(readImage(large)).toBeNull()
})

test('[A112] the name says the bytes and the size', async () => {
  const bytes = Uint8Array.from(png(6, 4))
  const name = await nameOf(bytes, { kind: 'png', width: 6, height: 4 })
  expect(name).toMatch(/^[0-9a-f]{32}-6x4\.png$/)
  expect(typeOf(name)).toBe('image/png')
  expect(typeOf('x.svg')).toBe('application/octet-stream')
})
