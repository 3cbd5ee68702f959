import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NoteDocument } from './document.ts'

const textOf = (doc: Y.Doc) => doc.getText('frontMatter').toString()

/** A document of a fixed history, and an update to it that inserts and deletes. */
function history(): { whole: Uint8Array; update: Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = 5
  doc.getText('frontMatter').insert(0, 'Hello')
  const whole = Y.encodeStateAsUpdate(doc)
  const before = Y.encodeStateVector(doc)
  doc.clientID = 6
  const text = doc.getText('frontMatter')
  text.insert(2, 'one')
  text.insert(4, 'two')
  text.delete(1, 3)
  doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
  return { whole, update: Y.encodeStateAsUpdate(doc, before) }
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false
  }
}

test('[R13] an update on which Yjs fails half way leaves nothing behind', () => {
  const { whole, update } = history()
  let failedHalfWay = 0
  for (let place = 0; place < update.length; place += 1) {
    for (let value = 0; value < 256; value += 5) {
      const changed = update.with(place, value)
      const document = new NoteDocument([whole], 10_000)
      if (document.apply(changed).kind !== 'unreadable') continue
      if (isReadable(changed)) failedHalfWay += 1
      expect(textOf(document.doc())).toBe('Hello')
      expect(document.whole()).toEqual(whole)
      expect(document.apply(update).kind).toBe('changed')
    }
  }
  expect(failedHalfWay).toBeGreaterThan(0)
})

test('[R13] what was taken before a failing update stays', () => {
  const { whole, update } = history()
  const document = new NoteDocument([whole], 10_000)
  document.edit((doc) => doc.getText('frontMatter').insert(0, 'Oh. '))
  document.apply(update)
  const before = textOf(document.doc())
  for (let value = 0; value < 256; value += 1) document.apply(update.with(2, value).with(4, 255 - value))
  expect(textOf(document.doc())).toContain(before.slice(0, 4))
  expect(textOf(new NoteDocument([document.whole()], 10_000).doc())).toBe(textOf(document.doc()))
})

test('[R32] it answers the same at rest as awake', () => {
  const { whole, update } = history()
  const document = new NoteDocument([whole, update], 10_000)
  const questions = [Uint8Array.of(0), document.vector(), Y.encodeStateVectorFromUpdate(whole)]
  const awake = questions.map((vector) => document.difference(vector))
  const vector = document.vector()
  document.rest()
  expect(document.vector()).toEqual(vector)
  for (const [index, question] of questions.entries()) {
    const [a, b] = [awake[index], document.difference(question)].map((answer) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, whole)
      Y.applyUpdate(doc, answer ?? Uint8Array.of(0, 0))
      return textOf(doc)
    })
    expect(a).toBe(b)
  }
})

test('[R14] the size is that of what is left, not of all that came', () => {
  const document = new NoteDocument([history().whole], 1_000)
  for (let turn = 0; turn < 1_000; turn += 1) {
    const { change } = document.edit((doc) => {
      const text = doc.getText('frontMatter')
      text.insert(0, 'x'.repeat(100))
      text.delete(0, 100)
    })
    expect(change).not.toBeNull()
  }
  const other = new Y.Doc()
  other.getText('frontMatter').insert(0, 'y'.repeat(500))
  const update = Y.encodeStateAsUpdate(other)
  expect(document.apply(update).kind).toBe('changed')
  const more = new Y.Doc()
  more.getText('frontMatter').insert(0, 'z'.repeat(500))
  expect(document.apply(Y.encodeStateAsUpdate(more)).kind).toBe('too large')
})
