import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { OfflineCopy } from './copy.ts'
import { MemoryCopy } from './memory-copy.ts'
import type { CopyState } from './status.ts'

/** A document whose updates go into a copy, each as a change made here. */
async function open(store: MemoryCopy) {
  const doc = new Y.Doc()
  const states: CopyState[] = []
  const copy = new OfflineCopy(doc, store, (state) => states.push(state))
  const unsaved = await copy.load()
  let made = unsaved
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== copy) copy.add(update, origin === 'remote' ? 0 : (made += 1))
  })
  const text = doc.getText('words')
  const write = (words: string, origin?: string) => doc.transact(() => text.insert(text.length, words), origin)
  return { doc, copy, states, unsaved, write, words: () => text.toString() }
}

/** Lets every promise that can end, end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

test('[N22] writes every update; what comes while a write runs goes into one row', async () => {
  const store = new MemoryCopy()
  const { write, states } = await open(store)
  write('a')
  write('b')
  await Promise.resolve()
  await Promise.resolve()
  for (const letter of 'cdef') write(letter)
  await settled()
  expect(store.rows.map((row) => row.unsaved)).toEqual([2, 4])
  expect(states.at(-1)).toBe('kept')
})

test('[N23] begins with what was written, and with the count of what was not durable', async () => {
  const store = new MemoryCopy()
  const first = await open(store)
  first.write('mine, ')
  first.write('theirs', 'remote')
  await settled()
  await first.copy.close()
  const second = await open(store)
  expect(second.words()).toBe('mine, theirs')
  expect(second.unsaved).toBe(1)
})

test('[N24] no longer counts what became durable', async () => {
  const store = new MemoryCopy()
  const first = await open(store)
  first.write('one ')
  await settled()
  first.write('two ')
  await settled()
  first.copy.settle(1)
  await settled()
  expect((await open(store)).unsaved).toBe(1)
  const again = await open(store)
  again.copy.settle(1)
  await settled()
  expect((await open(store)).unsaved).toBe(0)
})

test('[N25] merges more than 200 rows into one that holds them all', async () => {
  const store = new MemoryCopy()
  const { write, words } = await open(store)
  for (let change = 1; change <= 205; change += 1) {
    write(`${change} `)
    await settled()
  }
  expect(store.rows.length).toBeLessThan(10)
  const again = await open(store)
  expect(again.words()).toBe(words())
  expect(again.unsaved).toBe(205)
})

test('[N25] leaves rows alone that another tab has added', async () => {
  const store = new MemoryCopy()
  const { write } = await open(store)
  const other = new Y.Doc()
  other.getText('words').insert(0, 'from the other tab ')
  await store.append(Y.encodeStateAsUpdate(other), 1)
  for (let change = 1; change <= 205; change += 1) {
    write(`${change} `)
    await settled()
  }
  expect((await open(store)).words()).toContain('from the other tab')
})

test('[N26] says that a write fails, and writes everything when it can again', async () => {
  const store = new MemoryCopy()
  const { write, states } = await open(store)
  store.failure = new Error('the disk is full')
  write('lost? ')
  await settled()
  expect(states.at(-1)).toBe('failed')
  store.failure = null
  write('no')
  await settled()
  expect(states.at(-1)).toBe('kept')
  const again = await open(store)
  expect(again.words()).toBe('lost? no')
  expect(again.unsaved).toBe(2)
})

test('[N28] removes a copy that holds nothing, and keeps one that holds something', async () => {
  const empty = new MemoryCopy()
  await (await open(empty)).copy.removeIfEmpty()
  expect(empty.isRemoved).toBe(true)
  const full = new MemoryCopy()
  const { write, copy } = await open(full)
  write('words')
  await settled()
  await copy.removeIfEmpty()
  expect(full.isRemoved).toBe(false)
})
