import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import type { CalendarStore, StoredCalendar } from './calendars.ts'
import { createCommits } from './commit.ts'

/** The calendars of the embedded store. @param database of the embedded store, which closes it */
export function createSqliteCalendars(database: DatabaseSync, clock: Clock): CalendarStore {
  const commits = createCommits(database, clock)
  let closed = false
  const insert = database.prepare('INSERT OR REPLACE INTO calendar (owner, name, hash, created_at) VALUES (?, ?, ?, ?)')
  const byOwner = database.prepare('SELECT * FROM calendar WHERE owner = ?')
  const byHash = database.prepare('SELECT * FROM calendar WHERE hash = ?')
  const remove = database.prepare('DELETE FROM calendar WHERE owner = ?')
  const assertOpen = () => {
    if (closed) throw new Error('the store is closed')
  }
  return {
    put: ({ owner, name, hash, createdAt }) =>
      commits.add(() => void insert.run(owner, name, hash, createdAt.toISOString())),
    of: async (owner) => {
      assertOpen()
      return calendarOf(byOwner.get(owner))
    },
    find: async (hash) => {
      assertOpen()
      return calendarOf(byHash.get(hash))
    },
    remove: (owner) => commits.add(() => remove.run(owner).changes > 0),
    close: async () => {
      closed = true
      commits.close()
    },
  }
}

function calendarOf(row: Record<string, unknown> | undefined): StoredCalendar | null {
  if (!row) return null
  if (!(row.hash instanceof Uint8Array)) throw new Error('the store holds a calendar of another shape')
  return {
    owner: String(row.owner),
    name: String(row.name),
    hash: Uint8Array.from(row.hash),
    createdAt: new Date(String(row.created_at)),
  }
}
