import { expect, test } from 'vitest'
import { addEntry, removeEntry } from './list-entries.ts'
import type { ListKey, ScalarKey } from './keys.ts'
import { read } from './read.ts'
import { setScalar } from './set-scalar.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'

const header = `# kept
title: "Weekly, May 7"
tags: wasm, community
datetime: 2024-05-07T10:00+02:00
chair: Ann # elected
teams:
- core
participants:
- Ann
- BoD # late
`

function set(yaml: string, key: ScalarKey, value: string): string {
  return applyEdits(yaml, setScalar(yaml, key, value))
}

function add(yaml: string, key: ListKey, value: string): string {
  return applyEdits(yaml, addEntry(yaml, key, value))
}

function remove(yaml: string, key: ListKey, value: string): string {
  return applyEdits(yaml, removeEntry(yaml, key, value))
}

test('[F16] every other byte stays', () => {
  expect(set(header, 'title', 'Weekly, May 14')).toBe(header.replace('May 7', 'May 14'))
  expect(set(header, 'datetime', 'soon')).toBe(header.replace('2024-05-07T10:00+02:00', 'soon'))
  expect(add(header, 'participants', 'Cy')).toBe(`${header}- Cy\n`)
  expect(add(header, 'tags', 'wit')).toBe(header.replace('community', 'community, wit'))
  expect(remove(header, 'participants', 'BoD')).toBe(header.replace('- BoD # late\n', ''))
  const crlf = header.replaceAll('\n', '\r\n')
  expect(add(crlf, 'teams', 'docs')).toBe(crlf.replace('- core\r\n', '- core\r\n- docs\r\n'))
})

test.each([
  ['title: a\n', 'Say: hi', 'title: "Say: hi"\n'],
  ["title: a\nlocation: 'b'\n", 'Say: hi', "title: 'Say: hi'\nlocation: 'b'\n"],
  ["title: 'a'\n", "It's", "title: 'It''s'\n"],
  ['title: "a"\n', 'Say "hi" \\ there', 'title: "Say \\"hi\\" \\\\ there"\n'],
  ['title: a\n', '# no comment', 'title: "# no comment"\n'],
  ['title: a\n', '2024-05-07', 'title: "2024-05-07"\n'],
  ['title: a\n', 'no', 'title: "no"\n'],
  ['title: a\n', '42', 'title: "42"\n'],
  ['title: a # b\n', 'c', 'title: c # b\n'],
  ['title: |\n  Two\n  lines\ntags: a\n', 'One', 'title: One\ntags: a\n'],
  ['title: two\n  lines\ntags: a\n', 'One', 'title: One\ntags: a\n'],
  ['title: a\n', 'two\nlines ', 'title: two lines\n'],
])('[F17] %j set to %j', (yaml, value, expected) => expect(set(yaml, 'title', value)).toBe(expected))

test.each([
  ['title: a b # c\n', 'title: # c\n'],
  ['title: "a"\n', 'title: ""\n'],
  ['title: |\n  a\ntags: b\n', 'title:\ntags: b\n'],
])('[F18] %j cleared', (yaml, expected) => {
  expect(set(yaml, 'title', '')).toBe(expected)
  expect(read(set(yaml, 'title', '')).title).toBeNull()
})

test('[F18] a cleared value can be set again, before the comment', () => {
  expect(set('title: # c\n', 'title', 'a')).toBe('title: a # c\n')
  expect(set('title: \n', 'title', 'a')).toBe('title: a\n')
  expect(set('title:\n', 'title', 'a')).toBe('title: a\n')
})

test.each<[string, string, TextEdit[]]>([
  ['title: Weekly 7\n', 'Weekly 8', [{ from: 14, to: 15, insert: '8' }]],
  ['title: Weekly\n', 'Weekly call', [{ from: 13, to: 13, insert: ' call' }]],
  ['title: a 😀\n', 'a 😃', [{ from: 9, to: 11, insert: '😃' }]],
  ['title: "a\\tb"\n', 'a"b', [{ from: 9, to: 11, insert: '\\"' }]],
])('[F19] the smallest range: %j to %j', (yaml, value, edits) => {
  expect(read(applyEdits(yaml, setScalar(yaml, 'title', value))).title).toBe(value)
  expect(setScalar(yaml, 'title', value)).toEqual(edits)
})

test.each([
  ['datetime: x\nteams:\n- a\n', 'title', 'title: New\ndatetime: x\nteams:\n- a\n'],
  ['title: t\nteams:\n- a\n', 'datetime', 'title: t\ndatetime: New\nteams:\n- a\n'],
  ['title: t\n# about the room\nteams:\n- a\n', 'location', 'title: t\nlocation: New\n# about the room\nteams:\n- a\n'],
  ['layout: post\n', 'title', 'layout: post\ntitle: New\n'],
  ['layout: post', 'title', 'layout: post\ntitle: New'],
  ['  teams: a\n', 'title', '  title: New\n  teams: a\n'],
] as const)('[F20] in %j a missing %s', (yaml, key, expected) => expect(set(yaml, key, 'New')).toBe(expected))

test('[F20] a missing list', () => {
  expect(add('title: t\nteams:\n  - a\n', 'participants', 'Ann')).toBe(
    'title: t\nteams:\n  - a\nparticipants:\n  - Ann\n',
  )
})

test('[F21] an empty header', () => {
  expect(set('', 'title', 'Weekly')).toBe('title: Weekly\n')
  expect(add('', 'participants', 'Ann')).toBe('participants:\n- Ann\n')
  expect(setScalar('', 'title', '')).toEqual([])
})

test.each([
  ['tags: a, b\n', 'tags: a, b, c\n'],
  ['tags: "a, b"\n', 'tags: "a, b, c"\n'],
  ['tags: [a, b]\n', 'tags: [a, b, c]\n'],
  ['tags: ["a"]\n', 'tags: ["a", "c"]\n'],
  ['tags: [\n  a,\n  b, # last\n]\n', 'tags: [\n  a,\n  b, c, # last\n]\n'],
  ['tags:\n  - a\n  - b # last\ntitle: t\n', 'tags:\n  - a\n  - b # last\n  - c\ntitle: t\n'],
  ["tags:\n- 'a'\n", "tags:\n- 'a'\n- 'c'\n"],
  ['tags:\n', 'tags:\n- c\n'],
  ['tags: [] # none\n', 'tags: # none\n- c\n'],
  ['tags: ""\n', 'tags: "c"\n'],
  ['tags:\n- a', 'tags:\n- a\n- c'],
])('[F22] to %j an entry is added in its style', (yaml, expected) => expect(add(yaml, 'tags', 'c')).toBe(expected))

test.each([
  ['participants:\n- Ann\n', 'Bo: the chair', '- "Bo: the chair"'],
  ['participants:\n- Ann\n', 'Lee, Bo', '- "Lee, Bo"'],
  ['participants: [Ann]\n', 'Bo [late]', ', "Bo [late]"'],
  ['participants:\n- Ann\n', '@bo', '- "@bo"'],
])('[F22] to %j an entry that needs quotes gets them: %s', (yaml, entry, source) => {
  expect(add(yaml, 'participants', entry)).toContain(source)
  expect(read(add(yaml, 'participants', entry)).participants).toEqual(['Ann', entry])
})

test('[F23] a new list is indented like the others', () => {
  expect(add('teams:\n  - a\nparticipants:\n', 'participants', 'Ann')).toBe('teams:\n  - a\nparticipants:\n  - Ann\n')
  expect(add('teams:\n- a\nparticipants:\n', 'participants', 'Ann')).toBe('teams:\n- a\nparticipants:\n- Ann\n')
})

test.each([
  ['tags: a, b, c\n', 'b', 'tags: a, c\n'],
  ['tags: a, b\n', 'a', 'tags: b\n'],
  ['tags: a\n', 'a', 'tags: \n'],
  ['tags: "a, b"\n', 'b', 'tags: "a"\n'],
  ['tags: [a, b, c]\n', 'a', 'tags: [b, c]\n'],
  ['tags: [a, b, c]\n', 'c', 'tags: [a, b]\n'],
  ['tags: [a]\n', 'a', 'tags: \n'],
  ['tags:\n- a\n# about b\n- b\ntitle: t\n', 'a', 'tags:\n# about b\n- b\ntitle: t\n'],
  ['tags:\n  - a\n  - b # c\ntitle: t\n', 'b', 'tags:\n  - a\ntitle: t\n'],
  ['tags:\n- a, b\n', 'a', 'tags:\n- b\n'],
  ['tags:\n- a\n- b\n- a\n', 'a', 'tags:\n- b\n'],
])('[F24] from %j %s is removed', (yaml, entry, expected) => expect(remove(yaml, 'tags', entry)).toBe(expected))

test('[F25] nothing to change, nothing that may be changed', () => {
  expect(setScalar('title: "a"\n', 'title', ' a ')).toEqual([])
  expect(addEntry('tags: a, b\n', 'tags', 'b')).toEqual([])
  expect(addEntry('tags: a\n', 'tags', ' ')).toEqual([])
  expect(removeEntry('tags: a, b\n', 'tags', 'c')).toEqual([])
  for (const yaml of ['title: "open\n', 'a: 1\n- b\n', '- a\n', '{title: a}\n']) {
    expect(setScalar(yaml, 'title', 'b')).toEqual([])
    expect(addEntry(yaml, 'tags', 'b')).toEqual([])
    expect(removeEntry(yaml, 'tags', 'a')).toEqual([])
  }
  expect(setScalar('title: [a]\n', 'title', 'b')).toEqual([])
  expect(setScalar('a: &x b\ntitle: *x\n', 'title', 'c')).toEqual([])
  expect(() => applyEdits('abc', [{ from: 2, to: 5, insert: '' }])).toThrow('outside')
})

const hard = [
  'a: b',
  '- a',
  'x #y',
  '"q"',
  "it's",
  '[a]',
  '{a}',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a`',
  'a\\b',
  '😀',
  'a:',
]
const harder = [
  '1e3',
  'null',
  'ș',
  '|',
  '> x',
  'a, b',
  'tab\tin',
  '? a',
  '---',
  '<<',
  '=',
  '0x1f',
  '.inf',
  '12:30',
  '"',
  "'",
]
const headers = ['', 'title: old\n', 'title: "old"\n', "title: 'old'\n", 'title:\n', 'title: >\n  old\n', 'tags: x\n']
const lists = ['', 'teams:\n- a\n', 'teams: [a]\n', "teams: ['a']\n", 'teams:\n', 'teams: []\n', 'teams: ["a"]\n']

test.each([...hard, ...harder])('[F26] %j is read back', (value) => {
  for (const yaml of headers) {
    const after = set(yaml, 'title', value)
    expect({ yaml, title: read(after).title }).toEqual({ yaml, title: value })
    expect(read(set(after, 'title', ''))).toMatchObject({ title: null, error: null })
  }
  for (const yaml of lists) {
    const after = add(yaml, 'teams', value)
    const added = value === '---' ? [] : [value]
    expect({ yaml, teams: read(after).teams }).toEqual({ yaml, teams: [...read(yaml).teams, ...added] })
    expect(read(remove(after, 'teams', value)).teams).toEqual(read(yaml).teams)
  }
})
