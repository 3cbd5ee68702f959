import { meetingDay } from '@minutebook/shared/front-matter'
import { seriesOf } from '@minutebook/shared/note'
import type { DatabaseSync } from 'node:sqlite'
import { dayOfMeeting } from './carried.ts'
import type { CarriedFrom, SeriesNote } from './ledger.ts'
import type { Row } from './queries.ts'

/** So many notes of the same teams are looked at, on either side of a note. */
const looksAt = 300

/** The other notes of a note's series, and those that were made as the next meeting after it, oldest first. [A125] */
export function prepareSeries(database: DatabaseSync): (noteId: string) => SeriesNote[] {
  const own = database.prepare('SELECT title, meets_at, teams FROM ledger_notes WHERE note_id = ?')
  const columns = 'SELECT note_id, title, datetime, meets_at, updated_at, previous FROM ledger_notes'
  const sharing = `(note_id IN (
    SELECT note_id FROM ledger_teams WHERE team IN (SELECT team FROM ledger_teams WHERE note_id = ?1)
  ) OR (teams = '[]' AND ?2 = '[]'))`
  const before = database.prepare(
    `${columns} WHERE ${sharing} AND meets_at <= ?3 AND note_id <> ?1 ORDER BY meets_at DESC LIMIT ${looksAt}`,
  )
  const after = database.prepare(`${columns} WHERE ${sharing} AND meets_at > ?3 ORDER BY meets_at LIMIT ${looksAt}`)
  const made = database.prepare(`${columns} WHERE previous = ?`)
  return (noteId) => {
    const note = own.get(noteId)
    if (!note) return []
    const values = [noteId, String(note['teams']), String(note['meets_at'])]
    const key = seriesOf(String(note['title']))
    const alike = [...before.all(...values), ...after.all(...values)].filter(
      (row) => seriesOf(String(row['title'])) === key,
    )
    const rows = new Map([...alike, ...made.all(noteId)].map((row) => [String(row['note_id']), row]))
    return [...rows.values()].map(noteOf).sort((a, b) => (a.meetsAt < b.meetsAt ? -1 : 1))
  }
}

function noteOf(row: Row): SeriesNote {
  const datetime = row['datetime'] === null ? null : String(row['datetime'])
  return {
    id: String(row['note_id']),
    title: String(row['title']),
    day: meetingDay(datetime),
    meetsAt: String(row['meets_at']),
    updatedAt: String(row['updated_at']),
    previous: row['previous'] === null ? null : String(row['previous']),
  }
}

/** The TODOs of a note that stood in earlier notes, each with the first of those. */
export function prepareCarriedFrom(database: DatabaseSync): (noteId: string) => CarriedFrom[] {
  const carried = database.prepare(
    "SELECT id, since, times FROM ledger_items WHERE note_id = ? AND kind = 'todo' AND times > 0 ORDER BY place",
  )
  const first = database.prepare(`
    SELECT notes.note_id, notes.title, notes.datetime, notes.meets_at
      FROM ledger_items AS items JOIN ledger_notes AS notes ON notes.note_id = items.note_id
      WHERE items.id = ? AND items.kind = 'todo' ORDER BY items.meets_at, items.note_id LIMIT 1
  `)
  return (noteId) =>
    carried.all(noteId).flatMap((row) => {
      const note = first.get(String(row['id']))
      if (!note) return []
      return {
        id: String(row['id']),
        since: String(row['since']),
        times: Number(row['times']),
        first: {
          noteId: String(note['note_id']),
          title: String(note['title']),
          day: dayOfMeeting(note['datetime'], note['meets_at']),
        },
      }
    })
}
