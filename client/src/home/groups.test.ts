import type { NoteSummary } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { groupByMonth, teamsOf } from './groups.ts'

function note(id: string, datetime: string | null, teams: string[] = []): NoteSummary {
  return {
    id,
    title: id,
    datetime,
    teams,
    participants: [],
    openTodos: 0,
    decisions: 0,
    updatedAt: '2024-05-02T10:00:00Z',
    present: [],
  }
}

test('[N44] notes stand under the month of their meeting', () => {
  const groups = groupByMonth([
    note('a', '2024-03-20T14:00:00+02:00'),
    note('b', '2024-03-06'),
    note('c', '2024-02-21'),
    note('d', null),
    note('e', 'some day'),
  ])
  expect(groups.map((group) => [group.month, group.notes.map(({ id }) => id)])).toEqual([
    ['2024-03', ['a', 'b']],
    ['2024-02', ['c']],
    ['2024-05', ['d', 'e']],
  ])
})

test('[N45] the most frequent team comes first', () => {
  expect(
    teamsOf([note('a', null, ['release']), note('b', null, ['harbor', 'release']), note('c', null, ['arts'])]),
  ).toEqual(['release', 'arts', 'harbor'])
})
