import { describe, expect, test } from 'vitest'
import type { ImageStore } from './images.ts'
import { ImagesFull, NoSuchNote, type Store } from './store.ts'

const noon = new Date('2026-01-02T12:00:00Z')
const plenty = 1_000_000_000

/** Every byte from 0, so that a piece in the wrong place shows. */
export const imageOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 9)) % 256)

/** All of an image; null where there is none. */
export async function read(images: ImageStore, noteId: string, name: string): Promise<Uint8Array | null> {
  const image = await images.open(noteId, name)
  if (!image) return null
  const pieces: Uint8Array[] = []
  for await (const piece of image.pieces) pieces.push(piece)
  const whole = Uint8Array.from(Buffer.concat(pieces))
  expect(whole.length).toBe(image.bytes)
  return whole
}

async function withNote(open: () => Parts): Promise<Parts> {
  const parts = open()
  await parts.store.create('a', Uint8Array.of(1), noon)
  return parts
}

interface Parts {
  store: Store
  images: ImageStore
}

/** Checks the rules that hold for every store of images (docs/spec/store.md). `open` gives an empty one. */
export function describeImages(name: string, open: () => Parts): void {
  describe(`${name} as a store of images`, () => {
    test('[S30] an image comes back byte for byte, of each size', async () => {
      const { images } = await withNote(open)
      for (const length of [1, 256 * 1024, 256 * 1024 + 1, 1_000_000]) {
        await images.add('a', `${length}.png`, imageOf(length), plenty)
        expect(Buffer.compare((await read(images, 'a', `${length}.png`)) ?? Buffer.of(), imageOf(length))).toBe(0)
      }
      expect(await images.open('a', 'other.png')).toBeNull()
      expect(await images.open('b', '1.png')).toBeNull()
    })

    test('[S30] what a note has already is kept once, also when it comes twice at once', async () => {
      const { images } = await withNote(open)
      const add = () => images.add('a', 'x.png', imageOf(300_000), plenty)
      await Promise.all([add(), add()])
      await add()
      expect(await images.bytesOf('a')).toBe(300_000)
      expect(await read(images, 'a', 'x.png')).toEqual(imageOf(300_000))
    })

    test('[S31] a note that does not exist takes no image', async () => {
      const { images } = await withNote(open)
      expect(await images.bytesOf('b')).toBeNull()
      await expect(images.add('b', 'x.png', imageOf(9), plenty)).rejects.toBeInstanceOf(NoSuchNote)
      await expect(images.share('a', 'b', [])).rejects.toBeInstanceOf(NoSuchNote)
    })

    test('[S31] the images of a note go with it, and a new note of that id has none', async () => {
      const { store, images } = await withNote(open)
      await images.add('a', 'x.png', imageOf(9), plenty)
      await store.remove('a')
      await images.sweep()
      expect([await images.open('a', 'x.png'), await images.bytesOf('a')]).toEqual([null, null])
      await store.create('a', Uint8Array.of(2), noon)
      expect([await images.open('a', 'x.png'), await images.bytesOf('a')]).toEqual([null, 0])
    })

    test('[S32] what is more than a note may hold is refused, also when it comes at once', async () => {
      const { images } = await withNote(open)
      await images.add('a', 'x.png', imageOf(60), 100)
      await expect(images.add('a', 'y.png', imageOf(41), 100)).rejects.toBeInstanceOf(ImagesFull)
      const both = await Promise.allSettled([
        images.add('a', 'y.png', imageOf(30), 100),
        images.add('a', 'z.png', imageOf(30), 100),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await images.bytesOf('a')).toBe(90)
    })

    test('[S35] images are shared with another note, and stay when the first one goes', async () => {
      const { store, images } = await withNote(open)
      await store.create('b', Uint8Array.of(1), noon)
      await images.add('a', 'x.png', imageOf(300_000), plenty)
      await images.share('a', 'b', ['x.png', 'nothing.png'])
      await images.share('a', 'b', ['x.png'])
      await store.remove('a')
      await images.sweep()
      expect(await images.bytesOf('b')).toBe(300_000)
      expect(await read(images, 'b', 'x.png')).toEqual(imageOf(300_000))
    })

    test('[S9] after closing nothing is taken', async () => {
      const { images } = await withNote(open)
      await images.close()
      await expect(images.add('a', 'x.png', imageOf(9), plenty)).rejects.toThrow('the store is closed')
      await expect(images.open('a', 'x.png')).rejects.toThrow('the store is closed')
    })
  })
}
