import type { Person } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { findPeople, namesOf } from './find.ts'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: name,
  name,
  initials: [],
  handles: [],
  teams: [],
  entries: [],
  meetings: 1,
  lastSeen: null,
  openTodos: 0,
  ...more,
})

test('[P31] people are found by any name, initials or handle, and by team', () => {
  const people = [
    person('Ștefan Jumarea', { initials: ['SJ'], teams: ['Harbor'] }),
    person('Bo', { handles: ['octo'], entries: [{ ref: 'a:bosse', name: 'Bosse', team: 'a', meetings: 1 }] }),
  ]
  const names = (query: string, team = '') => findPeople(people, query, team).map(({ name }) => name)
  expect(names('')).toHaveLength(2)
  expect(names('stefan')).toEqual(['Ștefan Jumarea'])
  expect(names('sj')).toEqual(['Ștefan Jumarea'])
  expect(names('@octo')).toEqual(['Bo'])
  expect(names('bosse')).toEqual(['Bo'])
  expect(names('', 'harbor')).toEqual(['Ștefan Jumarea'])
})

function entry(ref: string, name: string, team: string) {
  return { ref, name, team, meetings: 2 }
}

test('[P32] the entries of one name are split off together', () => {
  const { entries } = person('Alexander', {
    entries: [entry('a:alexj', 'AlexJ', 'a'), entry('a:alex', 'Alexander', 'a'), entry('b:alexj', 'Alex J', 'b')],
  })
  expect(namesOf(person('Alexander', { entries }))).toEqual([
    { name: 'AlexJ', refs: ['a:alexj', 'b:alexj'], teams: ['a', 'b'], meetings: 4 },
    { name: 'Alexander', refs: ['a:alex'], teams: ['a'], meetings: 2 },
  ])
})
