import type { DatabaseSync } from 'node:sqlite'
import type { Correction } from '@minutebook/shared/meeting'
import type { Clock } from '../clock.ts'
import { createCommits } from './commit.ts'
import { NoSuchCorrection, type KeptCorrection, type PeopleStore } from './people.ts'

/** Corrections in the database of the embedded store, which closes it. */
export function createSqlitePeople(database: DatabaseSync, clock: Clock): PeopleStore {
  const commits = createCommits(database, clock)
  const insert = database.prepare('INSERT INTO person_correction (made_at, correction) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM person_correction WHERE id = ?')
  const find = database.prepare('SELECT id, correction FROM person_correction ORDER BY id')
  let closed = false
  return {
    add: (corrections) =>
      commits.add(() =>
        corrections.map((correction) =>
          Number(insert.run(clock.now().toISOString(), JSON.stringify(correction)).lastInsertRowid),
        ),
      ),
    all: async () => {
      if (closed) throw new Error('the store is closed')
      return find.all().map((row): KeptCorrection => {
        const correction: Correction = JSON.parse(String(row['correction']))
        return { id: Number(row['id']), correction }
      })
    },
    remove: (id) =>
      commits.add(() => {
        if (remove.run(id).changes === 0) throw new NoSuchCorrection(id)
      }),
    close: async () => {
      closed = true
      commits.close()
    },
  }
}
