import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { finish, mayBeFinished, readFinished, reopen } from './finish.ts'

const noon = { at: '2026-01-02T12:00:00Z', by: 'Ann' }

test('[G6] who finishes a finished meeting is answered as the one who did it first', () => {
  const doc = new Y.Doc()
  expect(readFinished(doc)).toBeNull()
  expect(finish(doc, noon)).toEqual(noon)
  expect(finish(doc, { at: '2026-01-02T13:00:00Z', by: 'Ben' })).toEqual(noon)
  expect(readFinished(doc)).toEqual(noon)
  reopen(doc)
  expect(readFinished(doc)).toBeNull()
})

test('[G8] a document that may be finished is known by its bytes', () => {
  const doc = new Y.Doc()
  doc.getText('frontMatter').insert(0, 'finished: no, note: finished, ffinished')
  expect(mayBeFinished(Y.encodeStateAsUpdate(doc))).toBe(false)
  finish(doc, noon)
  expect(mayBeFinished(Y.encodeStateAsUpdate(doc))).toBe(true)
})

test('[G8] what is no time of an end is none', () => {
  const doc = new Y.Doc()
  for (const wrong of [true, 'yes', { at: 'noon', by: 'Ann' }, { at: noon.at }]) {
    doc.getMap('meeting').set('finished:note', wrong)
    expect(readFinished(doc)).toBeNull()
  }
})
