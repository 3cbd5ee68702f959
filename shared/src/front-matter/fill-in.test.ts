import { expect, test } from 'vitest'
import { fillIn } from './fill-in.ts'
import { applyEdits } from './text-edit.ts'

const filled = (yaml: string, other: string) => {
  const { edits, ...rest } = fillIn(yaml, other)
  return { yaml: applyEdits(yaml, edits), ...rest }
}

const empty = 'title:\ndatetime:\nlocation:\nteams:\nparticipants:\n'
const weekly = `title: 'Weekly'   # ours
datetime: 2024-03-06T16:00:00Z
teams: [Docs]
participants:
    - Ada
    - Ben
links:
  - https://example.org
`

test.each(['', empty, '# nothing yet\n'])('[F32] a header that says nothing becomes the other one: %j', (yaml) => {
  expect(filled(yaml, weekly)).toEqual({
    yaml: weekly,
    taken: ['title', 'datetime', 'teams', 'participants', 'links'],
    left: [],
  })
})

test('[F33] a header that says something takes what it lacks, in its style, and keeps what it says', () => {
  const yaml = 'title: Planning\nlocation:\nteams:\nparticipants:\n  - Cleo\n'
  expect(filled(yaml, weekly)).toEqual({
    yaml: 'title: Planning\ndatetime: 2024-03-06T16:00:00Z\nlocation:\nteams:\n  - Docs\nparticipants:\n  - Cleo\n',
    taken: ['datetime', 'teams'],
    left: ['title', 'participants', 'links'],
  })
})

test('[F33] of two headers that say the same nothing is left over', () => {
  expect(filled(weekly, weekly)).toEqual({ yaml: weekly, taken: [], left: [] })
})

test.each([
  ['here', 'title: [', weekly],
  ['there', empty, 'title: ['],
])('[F33] a mistake %s changes nothing', (_where, yaml, other) => {
  expect(fillIn(yaml, other)).toMatchObject({ edits: [], taken: [] })
})

test('[F33] what says nothing gives nothing', () => {
  expect(fillIn(weekly, empty)).toEqual({ edits: [], taken: [], left: [] })
})
