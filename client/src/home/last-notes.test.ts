import type { NoteSummary } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { narrow, readLastNotes, writeLastNotes } from './last-notes.ts'

const note = (title: string, more: Partial<NoteSummary> = {}): NoteSummary => ({
  id: title.toLowerCase(),
  title,
  datetime: null,
  teams: [],
  participants: [],
  updatedAt: '2024-03-06T12:00:00Z',
  openTodos: 2,
  decisions: 1,
  present: [],
  ...more,
})

test('[N108] the list is remembered, but not who was there', () => {
  const notes = [note('Lantern', { present: [{ name: 'Ada', color: 'var(--person-1)' }] }), note('Anchor')]
  expect(readLastNotes(writeLastNotes(notes))).toEqual([note('Lantern'), note('Anchor')])
  for (const stored of [null, '', '{', '[1]', '{}', '[{"id":"a"}]']) expect(readLastNotes(stored)).toBeNull()
})

test('[N108] search and team narrow what is remembered', () => {
  const notes = [note('Lantern Weekly', { teams: ['Harbor'] }), note('Anchor', { participants: ['JanaW'] })]
  const titles = (query: string, team: string) => narrow(notes, query, team).map(({ title }) => title)
  expect(titles('', '')).toEqual(['Lantern Weekly', 'Anchor'])
  expect(titles('weekly LANTERN', '')).toEqual(['Lantern Weekly'])
  expect(titles('jana', '')).toEqual(['Anchor'])
  expect(titles('', 'Harbor')).toEqual(['Lantern Weekly'])
  expect(titles('jana', 'Harbor')).toEqual([])
})
