import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { removalsOf, typesOf } from '@minutebook/shared/doc'
import { openSynced, serverNote } from '../test-session.ts'
import type { KeptWords } from './put-back.ts'
import { Rescue } from './rescue.ts'
import { p } from './test-writers.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const texts = (doc: Y.Doc) =>
  typesOf(doc)
    .body.toString()
    .replace(/<\/?paragraph>/g, '|')

async function openNote() {
  const server = serverNote()
  typesOf(server).body.insert(0, [p('The lamp'), p('Other')])
  const opened = await openSynced({ server })
  const { session } = opened
  const kept: KeptWords[] = []
  const writers = new Map([[session.doc.clientID, 0]])
  const rescue = new Rescue({
    doc: session.doc,
    writers: () => writers,
    caret: () => null,
    setCaret: () => undefined,
    keep: (words) => kept.push(words),
    origin: null,
  })
  const lamp = (typesOf(session.doc).body.get(0) as Y.XmlElement).get(0) as Y.XmlText
  return { ...opened, server, kept, lamp, writers, look: () => session.lookAfterDeletions((one) => rescue.look(one)) }
}

test('[N215] what others delete before somebody looks after it keeps its words until then', async () => {
  const { session, socket, server, kept, lamp, look } = await openNote()
  lamp.insert(8, 's are on')
  typesOf(server).body.delete(0, 1)
  socket().syncWith(server)
  expect(texts(session.doc)).toBe('|Other|')
  look()
  await Promise.resolve()
  expect(kept.map(({ paragraphs }) => paragraphs)).toEqual([['s are on']])
  await session.destroy()
})

test('[N210, N215] what is deleted here before is noted then, and no more deleted words are held', async () => {
  const { session, look } = await openNote()
  const { body } = typesOf(session.doc)
  body.delete(0, 1)
  expect(removalsOf(session.doc)).toEqual([])
  look()
  expect(removalsOf(session.doc)).toMatchObject([{ client: session.doc.clientID }])
  body.delete(0, 1)
  expect(removalsOf(session.doc)).toHaveLength(2)
  expect(session.doc.gc).toBe(true)
  await session.destroy()
})

test('[N218] without a note, words that are durable are not kept: they may have been seen', async () => {
  const { session, socket, server, kept, lamp, writers, look } = await openNote()
  look()
  lamp.insert(8, 's are')
  writers.set(session.doc.clientID, Y.getState(session.doc.store, session.doc.clientID))
  lamp.insert(13, ' on')
  typesOf(server).body.delete(0, 1)
  socket().syncWith(server)
  await Promise.resolve()
  expect(kept.map(({ paragraphs }) => paragraphs)).toEqual([[' on']])
  await session.destroy()
})
