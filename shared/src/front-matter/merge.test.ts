import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addEntry, removeEntry } from './list-entries.ts'
import { mend } from './mend.ts'
import type { FrontMatter } from './keys.ts'
import { read } from './read.ts'
import { setScalar } from './set-scalar.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'

type Edit = (yaml: string) => TextEdit[]

/** Makes each edit on a copy of its own, without knowledge of the others, and merges the copies. */
function merged(yaml: string, edits: readonly Edit[]): string {
  const start = new Y.Doc()
  start.getText('yaml').insert(0, yaml)
  const copies = edits.map((edit, index) => {
    const copy = new Y.Doc()
    copy.clientID = index + 1
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(start))
    const text = copy.getText('yaml')
    copy.transact(() => {
      for (const { from, to, insert } of edit(text.toString()).toReversed()) {
        text.delete(from, to - from)
        text.insert(from, insert)
      }
    })
    return copy
  })
  for (const copy of copies) {
    for (const other of copies) Y.applyUpdate(copy, Y.encodeStateAsUpdate(other))
  }
  const [first, ...others] = copies.map((copy) => copy.getText('yaml').toString())
  for (const other of others) expect(other).toBe(first)
  return first ?? ''
}

/** The same in both orders of the people's numbers. */
function bothWays(yaml: string, edits: readonly Edit[], check: (matter: FrontMatter, text: string) => void): void {
  for (const order of [edits, edits.toReversed()]) {
    const text = merged(yaml, order)
    const matter = read(text)
    expect({ text, error: matter.error }).toEqual({ text, error: null })
    check(matter, text)
  }
}

const person =
  (name: string): Edit =>
  (yaml) =>
    addEntry(yaml, 'participants', name)
const gone =
  (name: string): Edit =>
  (yaml) =>
    removeEntry(yaml, 'participants', name)

const lists = [
  'participants:\n- Ann\n',
  'title: t\nparticipants:\n  - Ann # chair\ntags: a\n',
  'participants: [Ann]\nx: 1\n',
  'participants: Ann\n',
  'participants: "Ann"\n',
  'participants:\r\n- Ann\r\n',
]

test.each(lists)('[F27] two people added at once to %j', (yaml) => {
  bothWays(yaml, [person('Bo'), person('Cy')], (matter) => {
    expect(matter.participants.toSorted()).toEqual(['Ann', 'Bo', 'Cy'])
  })
})

test.each([
  'participants:\n',
  'participants: # who came\nx: 1\n',
  'participants: []\n',
  'participants: [] # none\nx: 1\n',
])('[F27] two people added at once to an empty list: %j', (yaml) => {
  bothWays(yaml, [person('Bo'), person('Cy')], (matter) => {
    expect(matter.participants.toSorted()).toEqual(['Bo', 'Cy'])
  })
})

test.each(lists)('[F27] one added and one removed at once: %j', (yaml) => {
  const two = applyEdits(yaml, addEntry(yaml, 'participants', 'Di'))
  for (const name of ['Ann', 'Di']) {
    bothWays(two, [person('Bo'), gone(name)], (matter) => {
      expect(matter.participants.toSorted()).toEqual(['Ann', 'Bo', 'Di'].filter((entry) => entry !== name))
    })
  }
})

test.each(lists)('[F28] one added while the only one is removed: %j', (yaml) => {
  for (const edits of [
    [person('Bo'), gone('Ann')],
    [gone('Ann'), person('Bo')],
  ]) {
    const text = merged(yaml, edits)
    expect(read(merged(text, [mend, mend]))).toMatchObject({ participants: ['Bo'], error: null })
  }
})

test('[F27] different keys at once', () => {
  const yaml = 'title: "Weekly"\nteams:\n- core\nlocation:\n'
  const edits: Edit[] = [
    (text) => setScalar(text, 'title', 'Monthly: all'),
    (text) => setScalar(text, 'location', 'Room 4'),
    (text) => setScalar(text, 'datetime', '2024-05-07'),
    (text) => addEntry(text, 'teams', 'docs'),
    (text) => addEntry(text, 'participants', 'Ann'),
    (text) => addEntry(text, 'tags', 'wasm'),
  ]
  bothWays(yaml, edits, (matter) => {
    expect(matter).toMatchObject({
      title: 'Monthly: all',
      location: 'Room 4',
      datetime: '2024-05-07',
      teams: ['core', 'docs'],
      participants: ['Ann'],
      tags: ['wasm'],
    })
  })
})

test('[F27] a title edited in two places at once', () => {
  const edits: Edit[] = [
    (text) => setScalar(text, 'title', 'The weekly call'),
    (text) => setScalar(text, 'title', 'weekly call, May 7'),
  ]
  bothWays('title: "weekly call"\n', edits, (matter) => expect(matter.title).toBe('The weekly call, May 7'))
})

test('[F28] the same missing key added twice is mended to one', () => {
  bothWays('title: t\n', [person('Bo'), person('Cy')], (matter, text) => {
    expect(matter.participants.toSorted()).toEqual(['Bo', 'Cy'])
    const whole = merged(text, [mend, mend])
    expect(whole.match(/participants:/g)).toHaveLength(1)
    expect(read(whole).participants).toEqual(matter.participants)
    expect(mend(whole)).toEqual([])
  })
  const titles: Edit[] = [(text) => setScalar(text, 'title', 'One'), (text) => setScalar(text, 'title', 'Two')]
  bothWays('', titles, (matter, text) => {
    const whole = applyEdits(text, mend(text))
    expect(whole).toBe(`title: ${matter.title}\n\n`)
  })
  expect(mend('tags: a\ntags:\n- b\n')).toEqual([])
})
