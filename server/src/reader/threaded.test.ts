import { randomInt } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HandClock } from '../simulation/hand-clock.ts'
import { TooComplex, type NoteReader } from './reader.ts'
import { createReader } from './threaded.ts'

const markdown = '---\ntitle: Kick-off\ndatetime: 2024-03-06\n---\n\n* RD: Send it\n\nDecision: We meet.\n'
const at = { updatedAt: '2024-03-06T12:00:00.000Z', upTo: 7 }

let clock: HandClock
let inline: NoteReader
let threaded: NoteReader

beforeEach(() => {
  clock = new HandClock()
  inline = createReader({ clock })
  threaded = createReader({ clock, inlineBytes: 0 })
})

afterEach(() => Promise.all([inline.close(), threaded.close()]))

test('[Q1] what comes of a note is the same here and in a thread', async () => {
  const update = await inline.firstUpdate(markdown)
  expect(await threaded.file(update)).toEqual({ name: '2024-03-06.md', text: markdown })
  expect(await threaded.file(await threaded.firstUpdate(markdown))).toEqual(await inline.file(update))
  expect(await threaded.items(update, 'n')).toEqual(await inline.items(update, 'n'))
  expect(await threaded.entry(update, 'n', at)).toEqual(await inline.entry(update, 'n', at))
})

test('[Q1] jobs are done one after the other, each with its own answer', async () => {
  const texts = Array.from({ length: 5 }, () => `# ${randomInt(1e9)}\n`)
  const updates = await Promise.all(texts.map((text) => threaded.firstUpdate(text)))
  const files = await Promise.all(updates.map((update) => threaded.file(update)))
  expect(files.map(({ text }) => text)).toEqual(texts)
})

test.each([
  ['200 quotes in each other and more', `${'>'.repeat(220)} x\n`],
  ['ten thousand quotes', `${'>'.repeat(10_000)} x\n`],
  ['a list of 110 levels', Array.from({ length: 110 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
])('[Q2] %s are too complex', async (_name, text) => {
  await expect(inline.firstUpdate(text)).rejects.toThrow(TooComplex)
  await expect(threaded.firstUpdate(text)).rejects.toThrow(TooComplex)
})

test('[Q2] what people write is not', async () => {
  const list = Array.from({ length: 30 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')
  for (const text of [list, `${'> '.repeat(100)}x\n`]) {
    expect((await inline.file(await inline.firstUpdate(text))).text).toBe(text)
  }
})

test('[Q3] what takes too long is ended, and the next job is done', async () => {
  const slow = threaded.firstUpdate(markdown.repeat(3000))
  const next = threaded.firstUpdate(markdown)
  await clock.settle()
  await clock.advance(30_000)
  await expect(slow).rejects.toThrow(TooComplex)
  expect((await inline.file(await next)).text).toBe(markdown)
})

test('[Q4] a failing job rejects, and the next one goes on', async () => {
  const broken = threaded.file(new Uint8Array([1, 2, 3]))
  const next = threaded.firstUpdate(markdown)
  await expect(broken).rejects.toThrow(Error)
  expect(await next).toBeInstanceOf(Uint8Array)
  await expect(inline.file(new Uint8Array([1, 2, 3]))).rejects.toThrow(Error)
})

test('[Q5] an idle thread is ended, and started again when it is needed; a closed reader does nothing more', async () => {
  await threaded.firstUpdate(markdown)
  expect(clock.timers).toBe(1)
  await clock.advance(60_000)
  expect(clock.timers).toBe(0)
  const update = await threaded.firstUpdate(markdown)
  await threaded.close()
  expect(clock.timers).toBe(0)
  await expect(threaded.file(update)).rejects.toThrow('closed')
})
