import type { NoteSummary } from '@minutebook/shared/api'

/** Under this name the browser remembers the newest notes, as the server last gave them. */
export const lastNotesKey = 'last-notes'

/** The list as it is remembered: without who was in the notes then. */
export function writeLastNotes(notes: readonly NoteSummary[]): string {
  return JSON.stringify(notes.map((note): NoteSummary => ({ ...note, present: [] })))
}

/** Reads what `writeLastNotes` wrote; null where it is nothing of the kind. */
export function readLastNotes(stored: string | null): NoteSummary[] | null {
  if (stored === null) return null
  try {
    const notes: unknown = JSON.parse(stored)
    if (!Array.isArray(notes) || !notes.every(isRemembered)) return null
    return notes
  } catch {
    return null
  }
}

/** Those of the notes that a search and a team leave, as far as that can be told without their text. */
export function narrow(notes: readonly NoteSummary[], query: string, team: string): NoteSummary[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return notes.filter((note) => {
    if (team !== '' && !note.teams.includes(team)) return false
    const text = [note.title, ...note.teams, ...note.participants].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function isRemembered(note: unknown): note is NoteSummary {
  if (typeof note !== 'object' || note === null) return false
  const { id, title, updatedAt, teams, participants, present } = note as Partial<Record<keyof NoteSummary, unknown>>
  return (
    [id, title, updatedAt].every((value) => typeof value === 'string') &&
    Array.isArray(present) &&
    Array.isArray(teams) &&
    Array.isArray(participants)
  )
}
