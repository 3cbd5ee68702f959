import { expect, test } from 'vitest'
import { askFor, isNarrowed, readFilters, writeFilters } from './filters.ts'

const now = new Date(2024, 2, 6, 23, 30)
const filtersOf = (search: string) => readFilters(new URLSearchParams(search))
const asked = (kind: 'todos' | 'decisions', search: string) => askFor(kind, filtersOf(search), now).toString()

test('[L52] the address says what is not usual, and gives the same filters again', () => {
  expect(writeFilters(filtersOf('')).toString()).toBe('')
  const search = 'query=plan&team=core&team=docs&owner=R%C4%83zvanD&state=all&due=late&group=meeting&time=year'
  expect(writeFilters(filtersOf(search)).toString()).toBe(search)
})

test('[L52] what the address says wrongly counts as not said', () => {
  expect(filtersOf('state=maybe&due=2024-01-01&group=x&time=y')).toEqual(filtersOf(''))
})

test('[L52] the server is asked for days, counted where the reader is', () => {
  expect(asked('todos', 'due=late&owner=Ann')).toBe('owner=Ann&due=2024-03-05&state=open&group=owner')
  expect(asked('todos', 'due=week&state=done')).toBe('due=2024-03-13&state=done&group=owner')
  expect(asked('todos', 'due=none&group=meeting&time=year')).toBe('due=none&state=open&group=meeting')
  expect(asked('decisions', 'team=core&time=month&due=late&owner=Ann')).toBe('team=core&since=2024-02-05')
})

test('[L111] the address says that only decisions that stand are shown, and the server is asked for them', () => {
  expect(writeFilters(filtersOf('show=standing')).toString()).toBe('show=standing')
  expect(writeFilters(filtersOf('show=some')).toString()).toBe('')
  expect(asked('decisions', 'show=standing')).toBe('standing=1')
  expect(asked('todos', 'show=standing')).toBe('state=open&group=owner')
  expect(isNarrowed('decisions', filtersOf('show=standing'))).toBe(true)
})

test('[L52] a list says whether it is narrowed', () => {
  expect([isNarrowed('todos', filtersOf('state=all')), isNarrowed('todos', filtersOf('due=late'))]).toEqual([
    false,
    true,
  ])
  expect([isNarrowed('decisions', filtersOf('due=late')), isNarrowed('decisions', filtersOf('time=year'))]).toEqual([
    false,
    true,
  ])
})
