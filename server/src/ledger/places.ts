import type { DatabaseSync } from 'node:sqlite'
import { Owner } from '@minutebook/shared/api'
import { z } from 'zod'
import { dayOfMeeting } from './carried.ts'
import type { Count, Grouping, Place } from './ledger.ts'
import { groupOf, nobody, type OwnerGroup } from './owner-group.ts'
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

const Owners = z.object({ owners: z.array(Owner) })

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
      const named = new Map<string, OwnerGroup>()
      return rows.map((row) => {
        const noteId = String(row['note_id'])
        const key = String(row['key'])
        const title = by.group === 'owner' ? '' : noteOf(noteId).title
        const group = named.get(key) ?? groupOfRow(row, key, by, title)
        named.set(key, group)
        return { noteId, group, count: Number(row['count']), open: Number(row['open']) }
      })
    },
  }
}

function groupOfRow(row: Row, key: string, by: By, title: string): OwnerGroup {
  if (by.group !== 'owner') return { key: String(row['note_id']), name: title }
  if (by.owner === undefined && key === nobody) return { key: '', name: '' }
  const { owners } = Owners.parse(JSON.parse(String(row['item'])))
  const wanted = by.owner === undefined ? owners[0] : owners.find((owner) => isMeant(owner, by.owner ?? ''))
  return wanted ? groupOf(wanted) : { key: '', name: '' }
}

/** Whether a filter by owner finds this one. [L14] */
function isMeant({ label, participant }: Owner, name: string): boolean {
  return [label, participant ?? label].some((each) => foldName(each) === foldName(name))
}
