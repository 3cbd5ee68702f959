import { expect, test } from 'vitest'
import { readMarkdown } from './file.ts'
import { itemsOf } from './items.ts'
import { movedDate, nextDay } from './dates.ts'
import { nextMeeting } from './next.ts'

const today = '2024-03-20'
const next = (markdown: string, options = {}) => nextMeeting(readMarkdown(markdown), { today, ...options })
const todosOf = (markdown: string) =>
  itemsOf(readMarkdown(markdown), 'n', (path) => path.join('.')).todos.map(({ text, owners, due }) => ({
    text,
    owners: owners.map(({ label }) => label),
    due,
  }))

const weekly = `---
title: "Weekly, March 6, 2024"   # on air
datetime: 2024-03-06T14:00:00+01:00
location: Online
teams:
  - core
participants: [Ann Bell, Jörg Maier]
recurs: weekly
---

## :dart: Agenda

- Release 2.0

## Discussions

### Release

AB: We are late.

## TODOs and Decisions

AB: Send the plan to everybody. (due 2024-03-08)
It is in the shared folder.

JM/XY: Book the room.

- first choice: the blue one

Decision: We ship on Friday.
`

test('[A36, A37, A38, A39] the next meeting of a usual note', () => {
  expect(next(weekly)).toBe(`---
title: "Weekly, March 20, 2024"   # on air
datetime: 2024-03-20T14:00:00+01:00
location: Online
teams:
  - core
participants: [Ann Bell, Jörg Maier]
recurs: weekly
---

## :dart: Agenda

-

## Discussions

## TODOs and Decisions

AB: Send the plan to everybody. (due 2024-03-08)
It is in the shared folder.

JM/XY: Book the room.

- first choice: the blue one
`)
})

test.each([
  ['2024-03-06', '2024-03-06', '2024-03-13'],
  ['2024-03-06', '2024-03-07', '2024-03-13'],
  ['2024-03-06', '2024-03-13', '2024-03-13'],
  ['2024-03-06', '2024-03-14', '2024-03-20'],
  ['2024-03-06', '2024-01-01', '2024-03-13'],
  ['2023-12-27', '2024-01-01', '2024-01-03'],
])('[A36] after %s, as of %s, comes %s', (last, now, day) => {
  expect(nextDay(last, now)).toBe(day)
})

test.each([
  ['Sync 2024-03-06', 'Sync 2024-03-20'],
  ['Sync, 6 March 2024', 'Sync, 20 March 2024'],
  ['Mar 6, 2024: Sync', 'Mar 20, 2024: Sync'],
  ['06.03.2024 Sync', '20.03.2024 Sync'],
  ['Sync 2024-02-28', 'Sync 2024-02-28'],
  ['March 6, 20245', 'March 6, 20245'],
])('[A36] the title %j becomes %j', (before, after) => {
  expect(movedDate(before, '2024-03-06', '2024-03-20')).toBe(after)
})

test('[A36] a title of one’s own is taken; a datetime that names no day is cleared', () => {
  expect(next(weekly, { title: 'Another: one' })).toContain('title: "Another: one"   # on air')
  expect(next('---\ntitle: Sync\ndatetime: soon\n---\n\n## Agenda\n')).toBe(
    '---\ntitle: Sync\ndatetime:\n---\n\n## Agenda\n\n-\n',
  )
})

test('[A38] a title heading stays, with its date moved; deeper headings go', () => {
  const minutes =
    '---\ndatetime: 2024-03-06\n---\n# Sync 2024-03-06\n\nHello\n\n## Topics\n\n### One\n\n## Action items\n'
  expect(next(minutes)).toBe('---\ndatetime: 2024-03-20\n---\n\n# Sync 2024-03-20\n\n## Topics\n\n## Action items\n')
})

test('[A37, A38] line ends stay; a note without front matter gets none', () => {
  expect(next('## Notes\r\n\r\nHello\r\n')).toBe('## Notes\r\n')
})

test('[A39] check boxes come along as one list, without those that are done', () => {
  const minutes = '## Action items\n\n* [ ] AB: One\n* [x] AB: Two\n* [ ] JM: Three\n  with more\n'
  expect(next(minutes)).toBe('## Action items\n\n* [ ] AB: One\n* [ ] JM: Three\n  with more\n')
})

test('[A39] an owner above a list comes along with each item', () => {
  const minutes = '## TODOs\n\nAB:\n\n- Send the plan\n- Book the room\n'
  expect(todosOf(next(minutes))).toEqual(todosOf(minutes))
})

test('[A40] TODOs of a discussion get a section of their own', () => {
  const minutes = '## Discussions\n\nTODO AB: Send the plan.\n\nAB: We are late.\n'
  const made = next(minutes)
  expect(todosOf(made)).toEqual(todosOf(minutes))
  const mixed = '## One\n\nTODO AB: Send it.\n\n## TODOs\n\nJM: Book the room.\n\n## Other\n\nTODO: Ask.\n'
  expect(todosOf(next(mixed))).toEqual(todosOf(mixed))
})

test('[A39] nothing open, nothing carried', () => {
  expect(next('## TODOs\n\n- [x] AB: Done.\n')).toBe('## TODOs\n')
  expect(next('')).toBe('\n')
})

test('[A41] a due date that is told from the day of the meeting is written out', () => {
  const minutes =
    '---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\nAB: Send the plan by Friday.\n\nJM: Book it. (due 2024-04-01)\n'
  expect(todosOf(minutes).map(({ due }) => due)).toEqual(['2024-03-08', '2024-04-01'])
  expect(todosOf(next(minutes)).map(({ due }) => due)).toEqual(['2024-03-08', '2024-04-01'])
})
