import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { createCommits, type CommitWatch } from './commit.ts'
import { NoSuchNote, NoteExists, type LogRow, type Store } from './store.ts'

/**
 * The embedded store, in one SQLite file. It runs in the thread of the event loop (docs/decisions/0002).
 *
 * @param database from `openDatabase`; the store closes it
 */
export function createSqliteStore(database: DatabaseSync, clock: Clock, watch?: CommitWatch): Store {
  const commits = createCommits(database, clock, watch)
  let closed = false
  const findNote = database.prepare('SELECT 1 FROM note WHERE id = ?')
  const insertNote = database.prepare('INSERT INTO note (id, created_at) VALUES (?, ?)')
  const deleteNote = database.prepare('DELETE FROM note WHERE id = ?')
  const findRows = database.prepare('SELECT row, data FROM log WHERE note = ? ORDER BY row')
  const insertRow = database.prepare('INSERT INTO log (note, data) SELECT id, ? FROM note WHERE id = ?')
  const updateRow = database.prepare('UPDATE log SET data = ? WHERE row = ? AND note = ?')
  const deleteRow = database.prepare('DELETE FROM log WHERE row = ? AND note = ?')

  function addRow(id: string, update: Uint8Array): number {
    const { changes, lastInsertRowid } = insertRow.run(update, id)
    if (changes === 0) throw new NoSuchNote(id)
    return Number(lastInsertRowid)
  }

  return {
    create: (id, update, createdAt) =>
      commits.add(() => {
        if (findNote.get(id)) throw new NoteExists(id)
        insertNote.run(id, createdAt.toISOString())
        return addRow(id, update)
      }),
    // Reading is one statement outside of any transaction: it sees what is committed.
    has: async (id) => {
      if (closed) throw new Error('the store is closed')
      return findNote.get(id) !== undefined
    },
    load: async (id) => {
      if (closed) throw new Error('the store is closed')
      const rows = findRows.all(id).map(logRow)
      return rows.length > 0 || findNote.get(id) ? rows : null
    },
    append: (id, update) => commits.add(() => addRow(id, update)),
    merge: (id, rows, merged) =>
      commits.add(() => {
        const last = rows.at(-1)
        if (last === undefined) throw new Error('merge: no rows are named')
        if (!findNote.get(id)) throw new NoSuchNote(id)
        if (updateRow.run(merged, last, id).changes !== 1) throw new Error(`merge: the log of ${id} has no row ${last}`)
        for (const row of rows.slice(0, -1)) deleteRow.run(row, id)
      }),
    remove: (id) => commits.add(() => deleteNote.run(id).changes > 0),
    close: async () => {
      closed = true
      commits.close()
      database.close()
    },
  }
}

function logRow(row: Record<string, unknown>): LogRow {
  if (typeof row.row !== 'number' || !(row.data instanceof Uint8Array))
    throw new Error('the log holds a row of another shape')
  return { row: row.row, update: row.data }
}
