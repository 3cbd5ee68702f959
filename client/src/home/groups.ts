import type { NoteSummary } from '@minutebook/shared/api'
import { meetingDay } from '@minutebook/shared/front-matter'

/** The notes of one month, in the order in which they came. */
export interface MonthGroup {
  /** "YYYY-MM" */
  month: string
  notes: NoteSummary[]
}

/** The day that a note belongs to: its meeting's, else the one on which it was last changed. "YYYY-MM-DD" */
export function dayOfNote(note: Pick<NoteSummary, 'datetime' | 'updatedAt'>): string {
  return meetingDay(note.datetime) ?? note.updatedAt.slice(0, 10)
}

/** Puts a list of notes, newest first, under the months of their meetings. */
export function groupByMonth(notes: readonly NoteSummary[]): MonthGroup[] {
  const groups = new Map<string, MonthGroup>()
  for (const note of notes) {
    const month = dayOfNote(note).slice(0, 7)
    const group = groups.get(month)
    if (group) group.notes.push(note)
    else groups.set(month, { month, notes: [note] })
  }
  return [...groups.values()]
}

/** The teams of notes, those with most notes first. */
export function teamsOf(notes: readonly Pick<NoteSummary, 'teams'>[]): string[] {
  const counts = new Map<string, number>()
  for (const team of notes.flatMap((note) => note.teams)) counts.set(team, (counts.get(team) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([team]) => team)
}
