import type { NoteSummary } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { dayOfNote, teamsOf } from './groups.ts'

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

test('[N44] a note without a date counts from its last change', () => {
  const days = [note('a', '2024-03-20T14:00:00+02:00'), note('b', null), note('c', 'some day')].map(dayOfNote)
  expect(days).toEqual(['2024-03-20', '2024-05-02', '2024-05-02'])
})

test('[N45] the most frequent team comes first', () => {
  expect(
    teamsOf([note('a', null, ['release']), note('b', null, ['harbor', 'release']), note('c', null, ['arts'])]),
  ).toEqual(['release', 'arts', 'harbor'])
})
