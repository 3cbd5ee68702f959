import { expect, test } from 'vitest'
import { entriesOf, meetingWords, monthOf } from './entries.ts'
import type { Row } from './rows.ts'

const row = (id: string, day: string): Row => ({
  key: id,
  item: { id, noteId: 'n', text: id, owners: [], section: null, lines: [1, 1] },
  note: { title: 'Call', day },
  group: { key: 'ann', name: 'Ann' },
  order: [],
})

test('[L54] rows stand under headings, with room between, and a sign that more come', () => {
  const rows = [row('a', '2024-03-06'), row('b', '2024-03-01'), row('c', '2024-02-28'), row('d', '2024-03-01')]
  expect(entriesOf(rows, monthOf, true).map(({ key }) => key)).toEqual([
    'head 2024-03',
    'a',
    'b',
    'gap 2024-02',
    'head 2024-02',
    'c',
    'gap 2024-03 1',
    'head 2024-03 1',
    'd',
    'more',
  ])
  expect(entriesOf([], monthOf, false)).toEqual([])
})

test.each([
  ['Community Gathering, October 25, 2023', '2023-10-25', 'Community Gathering, Oct 25'],
  ['TSC 2023-10-25', '2023-10-25', 'TSC, Oct 25'],
  ['Release planning', '2022-10-23', 'Release planning, Oct 23, 2022'],
  ['2023-10-25', '2023-10-25', '2023-10-25, Oct 25'],
  ['Plan of 25 Oct 2023', '2023-10-25', 'Plan of, Oct 25'],
])('[L54] the meeting %j of %s is called %j', (title, day, words) => {
  expect(meetingWords({ title, day }, '2023-11-01')).toBe(words)
})
