import type { NoteSummary, SearchHit, SearchSnippet } from '@minutebook/shared/api'
import { marksOf, phrasesOf } from '@minutebook/shared/words'
import { lastNotesKey, readLastNotes } from '../home/last-notes.ts'
import { readStored } from '../ui/storage.ts'

/** What a search finds without the server: titles and people of the notes that this browser knows. [L94] */
export function knownHits(query: string, team: string): SearchHit[] {
  return hitsAmong(readLastNotes(readStored(lastNotesKey)) ?? [], query, team)
}

/** Those of the notes whose title, teams and people hold all words of a query, in the same order. */
export function hitsAmong(notes: readonly NoteSummary[], query: string, team: string): SearchHit[] {
  const phrases = phrasesOf(query)
  if (phrases.length === 0) return []
  return notes
    .filter((note) => team === '' || note.teams.includes(team))
    .filter(({ title, teams, participants }) =>
      phrases.every((phrase) => [title, ...teams, ...participants].some((text) => marksOf(text, [phrase]).length > 0)),
    )
    .map((note) => ({ note, snippets: snippetsOf(note, phrases) }))
}

function snippetsOf({ title, participants }: NoteSummary, phrases: readonly string[]): SearchSnippet[] {
  const of = (kind: 'title' | 'person') => (text: string) => {
    const marks = marksOf(text, phrases).map(([from, to]): [number, number] => [from, to])
    return marks.length > 0 ? [{ kind, text, marks, heading: null, place: null }] : []
  }
  return [...of('title')(title), ...participants.flatMap(of('person'))].slice(0, 3)
}
