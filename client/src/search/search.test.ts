import type { NoteSummary, SearchSnippet } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { hitsAmong } from './known-hits.ts'
import { linesOf, optionsOf } from './options.ts'

function note(id: string, more: Partial<NoteSummary> = {}): NoteSummary {
  return {
    id,
    title: id,
    datetime: null,
    teams: [],
    participants: [],
    openTodos: 0,
    decisions: 0,
    updatedAt: '2024-05-02T10:00:00Z',
    present: [],
    ...more,
  }
}

const place = (line: number, words: string) => ({ lines: [line, line] satisfies [number, number], words })
const snippet = (kind: SearchSnippet['kind'], at: SearchSnippet['place']): SearchSnippet => ({
  kind,
  text: 'words',
  marks: [[0, 5]],
  heading: null,
  place: at,
})

test('[L91] a hit is its title and its places; the title leads to the best place unless it says the words itself', () => {
  const [text, todo] = [snippet('text', place(4, 'a & b')), snippet('todo', place(9, 'c'))]
  const lines = linesOf(
    [
      { note: note('one'), snippets: [todo, text] },
      { note: note('two'), snippets: [snippet('title', null), text] },
      { note: note('three'), snippets: [snippet('person', null)] },
    ],
    'list',
  )
  expect(optionsOf(lines).map(({ href }) => href)).toEqual([
    '/n/one#line=9&find=c',
    '/n/one#line=9&find=c',
    '/n/one#line=4&find=a+%26+b',
    '/n/two',
    '/n/two#line=4&find=a+%26+b',
    '/n/three',
    '/n/three',
  ])
  expect(new Set(optionsOf(lines).map(({ id }) => id)).size).toBe(7)
})

test('[L94] without the server titles, teams and people of the notes that are known are searched', () => {
  const notes = [
    note('a', { title: 'Harbor Weekly', participants: ['ȘtefanJ', 'AnaM'] }),
    note('b', { title: 'Anchor Weekly', teams: ['Harbor'] }),
  ]
  const found = (query: string, team = '') => hitsAmong(notes, query, team).map((hit) => hit.note.id)
  expect(found('weekly')).toEqual(['a', 'b'])
  expect(found('harbor')).toEqual(['a', 'b'])
  expect(found('harbor', 'Harbor')).toEqual(['b'])
  expect(found('week stefan')).toEqual(['a'])
  expect(found('?!')).toEqual([])
  expect(hitsAmong(notes, 'stefan', '')[0]?.snippets).toMatchObject([
    { kind: 'person', text: 'ȘtefanJ', marks: [[0, 6]] },
  ])
})
