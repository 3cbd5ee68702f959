import type { DatabaseSync } from 'node:sqlite'
import { meetingDay } from '@minutebook/shared/front-matter'

/** TODOs that stand in several notes under the same id: the newest meeting's row is shown, and says since when. [L42] */
export interface Carried {
  /** the ids of a note's TODOs */
  idsOf(noteId: string): string[]
  /** Brings the rows of these ids in order, and gives the notes beside `noteId` that have such a row. */
  settle(ids: readonly string[], noteId: string): string[]
}

export function prepareCarried(database: DatabaseSync): Carried {
  const ids = database.prepare("SELECT id FROM ledger_items WHERE note_id = ? AND kind = 'todo'")
  const count = database.prepare(
    "SELECT count(*) AS count, max(note_id <> ?) AS others FROM ledger_items WHERE id = ? AND kind = 'todo'",
  )
  const rows = database.prepare(`
    SELECT items.row, items.note_id, items.meets_at, notes.datetime
      FROM ledger_items AS items JOIN ledger_notes AS notes ON notes.note_id = items.note_id
      WHERE items.id = ? AND items.kind = 'todo' ORDER BY items.meets_at DESC, items.note_id DESC, items.place DESC
  `)
  const update = database.prepare('UPDATE ledger_items SET shown = ?, since = ?, times = ? WHERE row = ?')
  const updateOwned = database.prepare('UPDATE ledger_owned SET shown = ?1 WHERE item = ?2 AND shown <> ?1')
  return {
    idsOf: (noteId) => ids.all(noteId).map((row) => String(row['id'])),
    settle(changed, noteId) {
      const others = new Set<string>()
      for (const id of changed) {
        if (Number(count.get(noteId, id)?.['others'] ?? 0) === 0) continue // what is new is shown already
        const found = rows.all(id)
        const oldest = found.at(-1)
        const since = oldest && dayOfMeeting(oldest['datetime'], oldest['meets_at'])
        for (const [index, row] of found.entries()) {
          const [shown, item] = [index === 0 ? 1 : 0, Number(row['row'])]
          update.run(shown, since ?? null, found.length - 1 - index, item)
          updateOwned.run(shown, item)
          others.add(String(row['note_id']))
        }
      }
      others.delete(noteId)
      return [...others]
    },
  }
}

/** The day of a meeting: the one that it names, else the one on which the note was made. "YYYY-MM-DD" */
export function dayOfMeeting(datetime: unknown, meetsAt: unknown): string {
  return meetingDay(typeof datetime === 'string' ? datetime : null) ?? String(meetsAt).slice(0, 10)
}
