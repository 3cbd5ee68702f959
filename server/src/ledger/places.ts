import type { DatabaseSync } from 'node:sqlite'
import { dayOfMeeting } from './carried.ts'
import type { Count, Grouping, Place } from './ledger.ts'
import { isKey, nobody, type OwnerGroup } from './owner-group.ts'
import type { Row } from './queries.ts'
import { foldName } from './words.ts'

/** How the rows are gathered, and of which owner they all are. */
type By = Grouping & { owner?: string }

/** Says where rows of items stand: in which group and in which note. */
export interface Places {
  of(rows: readonly Row[], orderOf: (row: Row) => (string | number)[], by: By): Place[]
  /** @param rows of a `countQuery` */
  counts(rows: readonly Row[], by: By): Count[]
}

export function preparePlaces(database: DatabaseSync): Places {
  const noteRow = database.prepare('SELECT title, datetime, meets_at FROM ledger_notes WHERE note_id = ?')

  /** Remembers what it has read, for the rows of one answer. */
  const notes = () => {
    const known = new Map<string, Place['note']>()
    return (id: string): Place['note'] => {
      const before = known.get(id)
      if (before) return before
      const row = noteRow.get(id) ?? {}
      const note = { title: String(row['title'] ?? ''), day: dayOfMeeting(row['datetime'], row['meets_at']) }
      known.set(id, note)
      return note
    }
  }

  return {
    of(rows, orderOf, by) {
      const noteOf = notes()
      return rows.map((row) => {
        const note = noteOf(String(row['note_id']))
        return { note, order: orderOf(row), group: groupOfRow(row, String(row['owner']), by, note.title) }
      })
    },
    counts(rows, by) {
      const noteOf = notes()
      return rows.map((row) => {
        const noteId = String(row['note_id'])
        const key = String(row['key'])
        const title = by.group === 'owner' ? '' : noteOf(noteId).title
        return {
          noteId,
          group: groupOfRow(row, key, by, title),
          count: Number(row['count']),
          open: Number(row['open']),
          firsts: Number(row['firsts']),
        }
      })
    },
  }
}

function groupOfRow(row: Row, key: string, { group, owner }: By, title: string): OwnerGroup {
  if (group !== 'owner') return { key: String(row['note_id']), name: title }
  if (key === nobody) return { key: '', name: '' }
  return owner === undefined || isKey(owner)
    ? { key, name: String(row['name']) }
    : { key: foldName(owner), name: owner }
}
