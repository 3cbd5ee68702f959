import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { createCommits } from './commit.ts'
import { NoSuchNote } from './store.ts'
import type { VersionStore } from './versions.ts'

const Row = z.object({
  number: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  reason: z.literal('finished'),
})

/**
 * The versions of the embedded store.
 *
 * @param database of the embedded store, which closes it
 */
export function createSqliteVersions(database: DatabaseSync, clock: Clock): VersionStore {
  const commits = createCommits(database, clock)
  const findNote = database.prepare('SELECT 1 FROM note WHERE id = ?')
  const findSame = database.prepare('SELECT number FROM version WHERE note = ? AND at = ? AND reason = ?')
  const last = database.prepare('SELECT coalesce(max(number), 0) AS number FROM version WHERE note = ?')
  const insert = database.prepare('INSERT INTO version (note, number, at, by, reason, file) VALUES (?, ?, ?, ?, ?, ?)')
  const all = database.prepare('SELECT number, at, by, reason FROM version WHERE note = ? ORDER BY number DESC')
  const one = database.prepare('SELECT file FROM version WHERE note = ? AND number = ?')
  let closed = false
  const assertOpen = () => {
    if (closed) throw new Error('the store is closed')
  }

  return {
    keep: (noteId, { at, by, reason, file }) =>
      commits.add(() => {
        if (!findNote.get(noteId)) throw new NoSuchNote(noteId)
        const same = findSame.get(noteId, at, reason)
        if (same) return Number(same['number'])
        const number = Number(last.get(noteId)?.['number']) + 1
        insert.run(noteId, number, at, by, reason, file)
        return number
      }),
    list: async (noteId) => {
      assertOpen()
      return all.all(noteId).map((row) => Row.parse(row))
    },
    file: async (noteId, number) => {
      assertOpen()
      const file = one.get(noteId, number)?.['file']
      return file instanceof Uint8Array ? new Uint8Array(file) : null
    },
    close: async () => {
      closed = true
      commits.close()
    },
  }
}
