import { expect, test } from 'vitest'
import { meetingDay } from './meeting-day.ts'
import { read } from './read.ts'

test('[F7] texts are read as written', () => {
  const matter = read("title: 'It''s weekly'\ndatetime: 2024-05-07T10:00+02:00 # CEST\nlocation: Room `#4`, upstairs\n")
  expect(matter).toMatchObject({
    title: "It's weekly",
    datetime: '2024-05-07T10:00+02:00',
    location: 'Room `#4`, upstairs',
    error: null,
  })
  expect(read('title: 1.0\ndatetime: 2024-05-07\n')).toMatchObject({ title: '1.0', datetime: '2024-05-07' })
  expect(read('title: |\n  Two words\nlocation: [a]\n')).toMatchObject({ title: 'Two words', location: null })
})

test.each(['', '# only a comment\n', 'title:\n', 'title: ""\n', 'title: ~\n', "title: '  '\n"])(
  '[F7] absent or empty is null: %j',
  (yaml) => expect(read(yaml)).toMatchObject({ title: null, error: null }),
)

test.each([
  'tags: rust, wasm\n',
  'tags: "rust, wasm"\n',
  'tags: [rust, "wasm"]\n',
  'tags:\n- rust\n- wasm\n',
  'tags:\n  - rust # the language\n  - wasm\n',
  'tags: [\n  rust,\n  wasm,\n]\n',
])('[F8] entries of a list, of brackets, of a line: %j', (yaml) => expect(read(yaml).tags).toEqual(['rust', 'wasm']))

test('[F9] empty entries, placeholders and repetitions are left out', () => {
  expect(read('participants:\n- Ann\n-\n- TODO\n- …\n- Ann\n- Bo\n').participants).toEqual(['Ann', 'Bo'])
  expect(read('tags: a,, b,\n').tags).toEqual(['a', 'b'])
})

test('[F10] commas', () => {
  expect(read('participants:\n- Ann, Bo\n- "Cy, the chair"\n- Di (late, remote)\n').participants).toEqual([
    'Ann',
    'Bo',
    'Cy, the chair',
    'Di (late, remote)',
  ])
})

test('[F11] unknown keys keep their source, and data holds everything', () => {
  const matter = read('title: a\nchair: Ann # elected\nlinks:\n  - one\n  - two\nday: 2024-05-07\ncount: 3\n')
  expect(matter.others).toEqual([
    { key: 'chair', source: 'chair: Ann # elected' },
    { key: 'links', source: 'links:\n  - one\n  - two' },
    { key: 'day', source: 'day: 2024-05-07' },
    { key: 'count', source: 'count: 3' },
  ])
  expect(matter.data).toEqual({ title: 'a', chair: 'Ann', links: ['one', 'two'], day: '2024-05-07', count: 3 })
})

test.each([
  ['title: a\ntags: [a, b\nteams: c\n', 2],
  ['title: "open\n', 1],
  ['a: 1\n- b\n', 2],
  ['- a\n- b\n', 1],
  ['just words\n', 1],
])('[F12] a mistake has a line, and all else is empty: %j', (yaml, least) => {
  const matter = read(yaml)
  expect(matter.error?.line).toBeGreaterThanOrEqual(least)
  expect(matter.error?.message).not.toBe('')
  expect(matter).toMatchObject({ title: null, tags: [], teams: [], others: [], data: {} })
})

test('[F13] aliases and nesting without bound', () => {
  const grown = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level += 1) {
    const before = String.fromCharCode(96 + level)
    const name = String.fromCharCode(97 + level)
    grown.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
  }
  expect(read(grown.join('\n')).error).not.toBeNull()
  expect(read(`a: ${'['.repeat(100_000)}`).error).not.toBeNull()
})

test('[F14] a key that stands there twice', () => {
  const matter = read('title:\ntags: a\ntitle: Weekly\ntags: b\ntitle: Later\n')
  expect(matter).toMatchObject({ title: 'Weekly', tags: ['a', 'b'], error: null })
})

test.each([
  ['2024-05-07T10:00:00+02:00', '2024-05-07'],
  ['2024-05-07T10:00+02:00', '2024-05-07'],
  ['2024-05-07 10:00', '2024-05-07'],
  ['2024-5-7', '2024-05-07'],
  ['2024-02-30T10:00', null],
  ['2024-05-011T10:00', null],
  ['07/05/2024', null],
  ['Tuesday', null],
  ['', null],
  [null, null],
])('[F15] the day of %j', (datetime, day) => expect(meetingDay(datetime)).toBe(day))
