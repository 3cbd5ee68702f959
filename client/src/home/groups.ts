import type { NoteSummary } from '@minutebook/shared/api'
import { meetingDay } from '@minutebook/shared/front-matter'

/** The day that a note belongs to: its meeting's, else the one on which it was last changed. "YYYY-MM-DD" */
export function dayOfNote(note: Pick<NoteSummary, 'datetime' | 'updatedAt'>): string {
  return meetingDay(note.datetime) ?? note.updatedAt.slice(0, 10)
}

/** The teams of notes, those with most notes first. */
export function teamsOf(notes: readonly Pick<NoteSummary, 'teams'>[]): string[] {
  const counts = new Map<string, number>()
  for (const team of notes.flatMap((note) => note.teams)) counts.set(team, (counts.get(team) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([team]) => team)
}
