import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksOfCarets, typesOf, writeNote } from '@minutebook/shared/doc'
import { readMarkdown } from '@minutebook/shared/note'
import type { Person } from '../../person/presence.ts'
import { followsOf, headingOf, peopleAtHeadings, placesOf, rememberCarets, viewOf, type LastCarets } from './places.ts'

const markdown = '# Note\n\n## Tools\n\nWords here\n\n- one\n- two\n\n## Others\n\nMore\n'
const outline = [
  { path: [0], level: 1, text: 'Note' },
  { path: [1], level: 2, text: 'Tools' },
  { path: [4], level: 2, text: 'Others' },
]

function open(): Y.Doc {
  const doc = new Y.Doc()
  writeNote(doc, readMarkdown(markdown))
  return doc
}

/** What the presence of somebody says whose caret is in a text, by its path. */
function caretIn(doc: Y.Doc, path: readonly number[]): unknown {
  let at: Y.XmlFragment | Y.XmlElement | Y.XmlText = typesOf(doc).body
  for (const index of path) at = (at as Y.XmlElement).get(index) as Y.XmlElement
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(at, 1))
}

const person = (name: string, client: number, isMe = false): Person => ({
  name,
  color: 'var(--person-1)',
  clients: [client],
  joined: client,
  isMe,
})

test('[N152] people stand at the heading that their caret is under, in the order in which they came', () => {
  const doc = open()
  const last: LastCarets = new Map()
  const carets = new Map([
    [1, { cursor: { head: caretIn(doc, [2, 0]) } }],
    [2, { cursor: { head: caretIn(doc, [3, 1, 0, 0]) } }],
    [3, { cursor: { head: caretIn(doc, [5, 0]) } }],
    [4, { cursor: { head: caretIn(doc, [5, 0]) } }],
  ])
  rememberCarets(last, carets)
  const people = [person('Cleo', 3), person('Ada', 1), person('Ben', 2), person('Me', 4, true), person('New', 5)]
  const places = placesOf(doc, people, last)
  const there = peopleAtHeadings(outline, people, places)
  expect([...there].map(([heading, some]) => [heading, some.map(({ name }) => name)])).toEqual([
    [2, ['Cleo']],
    [1, ['Ada', 'Ben']],
  ])
  expect(headingOf(outline, places, person('Cleo', 3))).toBe('Others')
  expect(headingOf(outline, places, person('New', 5))).toBe(null)
})

test('[N152] who has no caret now is where it was, until they go', () => {
  const doc = open()
  const last: LastCarets = new Map()
  rememberCarets(last, new Map([[1, { cursor: { head: caretIn(doc, [5, 0]) } }]]))
  rememberCarets(last, new Map([[1, { cursor: null }]]))
  expect(placesOf(doc, [person('Ada', 1)], last).get(1)).toBe(5)
  rememberCarets(last, new Map())
  expect(last.size).toBe(0)
})

test('[N152] what somebody sends that is no place is none', () => {
  const doc = open()
  const wrong = [null, 7, 'x', {}, { tname: 'meta' }, { type: { client: 'x' } }, { item: { client: 9, clock: 9 } }, [1]]
  expect(blocksOfCarets(doc, wrong)).toEqual(wrong.map(() => null))
  expect([followsOf({ follows: 'x' }), followsOf({ follows: [1, 'x'] }), followsOf(null)]).toEqual([[], [1], []])
  expect([viewOf({ view: 3 }), viewOf({ view: -1 }), viewOf({ view: 0.5 }), viewOf({})]).toEqual([3, null, null, null])
})
