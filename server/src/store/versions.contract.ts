import { describe, expect, test } from 'vitest'
import { NoSuchNote, type Store } from './store.ts'
import type { NewVersion, VersionStore } from './versions.ts'

const noon = new Date('2026-01-02T12:00:00Z')

const version = (hour: number, text: string): NewVersion => ({
  at: `2026-01-02T${hour}:00:00.000Z`,
  by: hour % 2 === 0 ? 'Ann' : null,
  reason: 'finished',
  file: new TextEncoder().encode(text),
})

interface Parts {
  store: Store
  versions: VersionStore
}

/** Checks the rules that hold for every store of versions (docs/spec/store.md). `open` gives an empty one. */
export function describeVersions(name: string, open: () => Parts): void {
  describe(`${name} as a store of versions`, () => {
    test('[S50] a version comes back as it was kept, with its number, newest first', async () => {
      const { store, versions } = open()
      for (const id of ['a', 'b']) await store.create(id, Uint8Array.of(1), noon)
      expect(await versions.keep('a', version(12, 'one\r\n'))).toBe(1)
      expect(await versions.keep('a', version(13, 'two'))).toBe(2)
      expect(await versions.keep('b', version(13, ''))).toBe(1)
      expect(await versions.list('a')).toEqual([
        { number: 2, at: '2026-01-02T13:00:00.000Z', by: null, reason: 'finished' },
        { number: 1, at: '2026-01-02T12:00:00.000Z', by: 'Ann', reason: 'finished' },
      ])
      const text = async (id: string, number: number) =>
        new TextDecoder().decode((await versions.file(id, number)) ?? undefined)
      expect(await text('a', 1)).toBe('one\r\n')
      expect(await text('a', 2)).toBe('two')
      expect(await versions.file('a', 3)).toBeNull()
      expect(await versions.file('c', 1)).toBeNull()
    })

    test('[S51] what is kept already is not kept again, and nothing is kept of a note that is not there', async () => {
      const { store, versions } = open()
      await store.create('a', Uint8Array.of(1), noon)
      const numbers = await Promise.all([
        versions.keep('a', version(12, 'one')),
        versions.keep('a', version(12, 'else')),
      ])
      expect(numbers).toEqual([1, 1])
      expect(await versions.list('a')).toHaveLength(1)
      await expect(versions.keep('b', version(12, 'one'))).rejects.toThrow(NoSuchNote)
      expect(await versions.list('b')).toEqual([])
    })

    test('[S52] versions go with their note', async () => {
      const { store, versions } = open()
      await store.create('a', Uint8Array.of(1), noon)
      await versions.keep('a', version(12, 'one'))
      await store.remove('a')
      expect(await versions.list('a')).toEqual([])
      expect(await versions.file('a', 1)).toBeNull()
    })

    test('[S53] a closed store answers nothing', async () => {
      const { store, versions } = open()
      await store.create('a', Uint8Array.of(1), noon)
      await versions.close()
      await expect(versions.list('a')).rejects.toThrow('closed')
      await expect(versions.keep('a', version(12, 'one'))).rejects.toThrow('closed')
    })
  })
}
