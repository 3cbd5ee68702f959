import { describe, expect, test } from 'vitest'
import { NoSuchNote, NoteExists, type Store } from './store.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const noon = new Date('2026-01-02T12:00:00Z')

/** Checks the rules that hold for every store (docs/spec/store.md). `open` gives an empty one. */
export function describeStore(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    test('[S1] a created note has the log that it was created with', async () => {
      const store = open()
      await store.create('a', bytes(1, 2, 3), noon)
      expect((await store.load('a'))?.map((row) => [...row.update])).toEqual([[1, 2, 3]])
      expect(await store.has('a')).toBe(true)
    })

    test('[S2] an id is given once', async () => {
      const store = open()
      const both = await Promise.allSettled([store.create('a', bytes(1), noon), store.create('a', bytes(2), noon)])
      expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
      await expect(store.create('a', bytes(3), noon)).rejects.toBeInstanceOf(NoteExists)
      expect((await store.load('a'))?.map((row) => [...row.update])).toEqual([[1]])
    })

    test('[S3] rows keep their order and their bytes', async () => {
      const store = open()
      await store.create('a', bytes(0), noon)
      const all = Uint8Array.from({ length: 256 }, (_, index) => index)
      await Promise.all([store.append('a', all), store.append('a', bytes(2)), store.append('a', bytes(3))])
      const rows = (await store.load('a')) ?? []
      expect(rows.map((row) => [...row.update])).toEqual([[0], [...all], [2], [3]])
    })

    test('[S4] a note that does not exist takes no row', async () => {
      const store = open()
      await expect(store.append('a', bytes(1))).rejects.toBeInstanceOf(NoSuchNote)
      await expect(store.merge('a', [1], bytes(1))).rejects.toBeInstanceOf(NoSuchNote)
      expect(await store.has('a')).toBe(false)
    })

    test('[S5] row numbers grow over the store, also after a removal', async () => {
      const store = open()
      await store.create('a', bytes(1), noon)
      await store.create('b', bytes(1), noon)
      const first = await store.append('b', bytes(2))
      const second = await store.append('a', bytes(3))
      await store.remove('a')
      const third = await store.append('b', bytes(4))
      expect(second).toBeGreaterThan(first)
      expect(third).toBeGreaterThan(second)
    })

    test('[S6] a note that does not exist has no log', async () => {
      expect(await open().load('a')).toBeNull()
    })

    test('[S7] merging replaces the named rows and no others', async () => {
      const store = open()
      await store.create('a', bytes(1), noon)
      await store.append('a', bytes(2))
      const read = (await store.load('a')) ?? []
      await store.append('a', bytes(3))
      await store.merge(
        'a',
        read.map(({ row }) => row),
        bytes(12),
      )
      const rows = (await store.load('a')) ?? []
      expect(rows.map((row) => [...row.update])).toEqual([[12], [3]])
      expect(rows[0]?.row).toBe(read.at(-1)?.row)
      await expect(store.merge('a', [999], bytes(1))).rejects.toThrow('no row 999')
    })

    test('[S8] removing says whether there was a note', async () => {
      const store = open()
      await store.create('a', bytes(1), noon)
      expect(await store.remove('a')).toBe(true)
      expect(await store.remove('a')).toBe(false)
      expect(await store.load('a')).toBeNull()
      await store.create('a', bytes(9), noon)
      expect((await store.load('a'))?.map((row) => [...row.update])).toEqual([[9]])
    })

    test('[S9] closing waits, then nothing is taken', async () => {
      const store = open()
      const created = store.create('a', bytes(1), noon)
      await store.close()
      await created
      await expect(store.append('a', bytes(2))).rejects.toThrow('the store is closed')
      await expect(store.load('a')).rejects.toThrow('the store is closed')
    })
  })
}
