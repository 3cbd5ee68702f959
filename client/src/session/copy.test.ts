import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { OfflineCopy } from './copy.ts'
import { MemoryCopy } from './memory-copy.ts'
import type { CopyState } from './status.ts'

/** A document whose updates go into a tab's copy, each as a change made here. */
async function open(device: MemoryCopy) {
  const doc = new Y.Doc()
  const states: CopyState[] = []
  let made = 0
  const copy = new OfflineCopy(doc, device.tab(), {
    state: (state) => states.push(state),
    taking: () => {},
    found: (unsaved) => (made += unsaved),
  })
  await copy.load()
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== copy) copy.add(update, origin === 'remote' ? 0 : (made += 1))
  })
  const text = doc.getText('words')
  return {
    doc,
    copy,
    states,
    /** how many changes of the copy the server has not called durable, with those made here */
    unsaved: () => made,
    write: (words: string) => text.insert(text.length, words),
    /** something comes from the server */
    hear: (update: Uint8Array) => Y.applyUpdate(doc, update, 'remote'),
    words: () => text.toString(),
  }
}

/** What somebody else wrote. */
function others(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
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
  first.hear(others('theirs'))
  await settled()
  await first.copy.close()
  const second = await open(store)
  expect(second.words()).toContain('mine, ')
  expect(second.words()).toContain('theirs')
  expect(second.unsaved()).toBe(1)
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
  expect((await open(store)).unsaved()).toBe(1)
  const again = await open(store)
  again.copy.settle(1)
  await settled()
  expect((await open(store)).unsaved()).toBe(0)
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
  expect(again.unsaved()).toBe(205)
})

test('[N25] leaves rows alone that another tab has added', async () => {
  const store = new MemoryCopy()
  const { write } = await open(store)
  await store.tab().append(others('from the other tab '), 1)
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
  expect(again.unsaved()).toBe(2)
})

test('[N28] removes a copy that holds nothing, and keeps one that holds something', async () => {
  const empty = new MemoryCopy()
  expect(await (await open(empty)).copy.remove('settled')).toBe(true)
  expect(empty.isRemoved).toBe(true)
  const full = new MemoryCopy()
  const { write, copy } = await open(full)
  write('words')
  expect(await copy.remove('settled')).toBe(false)
  expect(full.isRemoved).toBe(false)
  write(' and more')
  await settled()
  expect((await open(full)).words()).toBe('words and more')
})

/** Two tabs of one note that get the same from the server. */
async function two() {
  const device = new MemoryCopy()
  const tabs = [await open(device), await open(device)] as const
  const hear = (update: Uint8Array) => {
    for (const tab of tabs) tab.hear(update)
  }
  return { device, tabs, hear }
}

describe('several tabs', () => {
  test('[N76] what comes from others is in the copy once, and what a tab makes is written there', async () => {
    const { device, tabs, hear } = await two()
    for (const { copy } of tabs) copy.follow(false) // connected
    const update = others('of somebody ')
    hear(update)
    await settled()
    expect(device.rows.map((row) => row.update)).toEqual([update])
    tabs[1].write('of the second tab ')
    await settled()
    expect(device.unsaved).toEqual([0, 1])
  })

  test('[N77] when the tab that keeps what comes from others goes, another keeps all that it has', async () => {
    const { device, tabs, hear } = await two()
    hear(others('first '))
    await settled()
    // this comes to the second alone: the first one's connection is slow, and it goes
    tabs[1].hear(others('second '))
    await settled()
    expect(device.rows).toHaveLength(1)
    await tabs[0].copy.close()
    await settled()
    expect(device.rows).toHaveLength(1)
    tabs[1].hear(others('third '))
    await settled()
    expect((await open(device)).words().split(' ').toSorted()).toEqual(['', 'first', 'second', 'third'])
  })

  test('[N78] tabs without a connection show what is written in the other, and count it once', async () => {
    const { tabs } = await two()
    tabs[0].write('one ')
    await settled()
    expect(tabs[1].words()).toBe('one ')
    tabs[1].write('two ')
    await settled()
    expect(tabs[0].words()).toBe('one two ')
    expect(tabs.map((tab) => tab.unsaved())).toEqual([2, 2])
  })

  test('[N78] a tab with a connection gets it from the server, and reads it when the connection is gone', async () => {
    const { tabs } = await two()
    tabs[1].copy.follow(false)
    tabs[0].write('one ')
    await settled()
    expect(tabs[1].words()).toBe('')
    tabs[1].copy.follow(true)
    await settled()
    expect(tabs[1].words()).toBe('one ')
  })

  test('[N79] rows that one tab merges are counted once by the other, and none is lost', async () => {
    const { device, tabs } = await two()
    tabs[1].write('of the second ')
    await settled()
    for (let change = 1; change <= 205; change += 1) {
      tabs[0].write(`${change} `)
      await settled()
    }
    expect(device.rows.length).toBeLessThan(10)
    expect(tabs.map((tab) => tab.unsaved())).toEqual([206, 206])
    const third = await open(device)
    expect(third.unsaved()).toBe(206)
    expect(third.words()).toBe(tabs[0].words())
    tabs[1].copy.settle(206)
    await settled()
    expect(device.unsaved.every((unsaved) => unsaved === 0)).toBe(true)
  })

  test('[N79] two tabs that merge the same rows at the same moment lose nothing', async () => {
    const device = new MemoryCopy()
    const before = device.tab()
    for (let row = 1; row <= 201; row += 1) await before.append(others(`${row} `), 1)
    const tabs = [await open(device), await open(device)] as const
    tabs[0].write('a ')
    tabs[1].write('b ')
    await settled()
    expect(device.rows.length).toBeLessThan(10)
    expect(device.unsaved.reduce((sum, unsaved) => sum + unsaved, 0)).toBe(203)
    const third = await open(device)
    expect(third.unsaved()).toBe(203)
    expect(new Set(third.words().split(' ')).size).toBe(204)
  })

  test('[N80] a copy is not deleted while another tab has something in it that is not saved', async () => {
    const { tabs } = await two()
    tabs[0].write('one ')
    await settled()
    for (const { copy } of tabs) expect(await copy.remove('settled')).toBe(false)
    tabs[0].copy.settle(1)
    await settled()
    expect(await tabs[1].copy.remove('settled')).toBe(true)
  })
})
