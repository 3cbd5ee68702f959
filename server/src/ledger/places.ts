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
        const noteId = String(row['note_id'])
        const note = noteOf(noteId)
        const group = by.group === 'owner' ? groupOf(row, 'owner', by.owner) : { key: noteId, name: note.title }
        return { note, order: orderOf(row), group }
      })
    },
    counts(rows, by) {
      const noteOf = notes()
      return rows.map((row) => {
        const key = String(row['key'])
        return {
          group: by.group === 'owner' ? groupOf(row, 'key', by.owner) : { key, name: noteOf(key).title },
          count: Number(row['count']),
          open: Number(row['open']),
          firsts: Number(row['firsts']),
        }
      })
    },
  }
}

function groupOf(row: Row, column: string, owner: string | undefined): OwnerGroup {
  const key = String(row[column])
  if (key === nobody) return { key: '', name: '' }
  return owner === undefined || isKey(owner)
    ? { key, name: String(row['name']) }
    : { key: foldName(owner), name: owner }
}
