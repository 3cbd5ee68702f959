import type { NoteSummary } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { groupBySeries } from './series.ts'

function note(title: string, day: string | null, teams: string[] = []): NoteSummary {
  return {
    id: `${title} ${day}`,
    title,
    datetime: day,
    teams,
    participants: [],
    openTodos: 0,
    decisions: 0,
    updatedAt: '2024-05-02T10:00:00Z',
    present: [],
  }
}

const shown = (notes: readonly NoteSummary[]) => {
  const { series, single } = groupBySeries(notes, '2024-03-20')
  return [...series.map(({ name, about, notes }) => [name, about, notes.length]), single.map(({ title }) => title)]
}

test('[N44] notes of a series stand together, called by what their titles have in common', () => {
  expect(
    shown([
      note('Release planning 2024-03-18', '2024-03-18', ['release']),
      note('Community Gathering, March 13, 2024', '2024-03-13', ['community']),
      note('Hackathon, first call', '2024-03-10', ['community']),
      note('Release planning 2024-03-04', '2024-03-04', ['release', 'core']),
      note('Community gathering, February 28, 2024', '2024-02-28', ['community']),
      note('Release planning 2024-02-19', '2024-02-19', ['core']),
      note('Community Gathering, February 14, 2024', '2024-02-14', ['community']),
    ]),
  ).toEqual([
    ['Release planning', 'release, every second Monday', 3],
    ['Community Gathering', 'community, every second Wednesday', 3],
    ['Hackathon, first call'],
  ])
})

test('[N44] the same title in teams that share none is another series; without teams it is one', () => {
  expect(shown([note('Sync', '2024-03-02', ['a']), note('Sync', '2024-03-01', ['b'])])).toEqual([['Sync', 'Sync']])
  expect(shown([note('3rd May: Sync', '2024-05-03'), note('Sync (2 May 2024)', '2024-05-02')])).toEqual([
    ['Sync', '', 2],
    [],
  ])
})

test('[N44] titles that are only dates are called by their team, and stay single without one', () => {
  expect(shown([note('2024-03-02', '2024-03-02', ['core']), note('2024-03-01', '2024-03-01', ['core'])])).toEqual([
    ['core', '', 2],
    [],
  ])
  expect(shown([note('2024-03-02', '2024-03-02'), note('2024-03-01', null)])).toEqual([['2024-03-02', '2024-03-01']])
})

test('[N44] a word that leads to the date is no part of the name', () => {
  const weekly = [note('Lamp Weekly, March 6, 2024', '2024-03-06'), note('Lamp Weekly of 2024-02-28', '2024-02-28')]
  expect(shown(weekly)).toEqual([['Lamp Weekly', '', 2], []])
  expect(shown(weekly.toReversed())).toEqual([['Lamp Weekly', '', 2], []])
})

test('[N44, L105] the next meeting of a series is told, unless it is there already', () => {
  const days = ['2024-03-13', '2024-02-28', '2024-02-14']
  const notes = days.map((day) => note(`Gathering ${day}`, day, ['core']))
  const next = (today: string) => groupBySeries(notes, today).series.map((series) => series.next)
  expect(next('2024-03-20')).toEqual(['2024-03-27'])
  expect(next('2024-05-01')).toEqual(['2024-05-08'])
  expect(next('2024-03-01')).toEqual([null])
})
