import type { DatabaseSync } from 'node:sqlite'
import { namesTables } from '../ledger/names-tables.ts'
import {
  ledgerBlockTables,
  ledgerGroupTables,
  ledgerPeopleTables,
  ledgerStandingRows,
  ledgerStateTables,
  ledgerTables,
} from '../ledger/tables.ts'
import { peopleTable } from './people.ts'

/** Says that a file is a store of Minutebook ("MNTB"). */
const applicationId = 0x4d4e5442

/**
 * The steps from an empty file to the present tables, in order. A file remembers how many it has gone (`user_version`).
 * A step that was released is never changed: add another one.
 */
export const steps: readonly string[] = [
  // 1: the notes and their logs
  `CREATE TABLE note (
     id TEXT PRIMARY KEY,
     created_at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE log (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
     data BLOB NOT NULL
   ) STRICT;
   CREATE INDEX log_of_note ON log (note, row);`,
  // 2: what the notes say
  ledgerTables,
  // 3: the images of the notes; pieces that no image has are swept away
  `CREATE TABLE image (
     note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
     name TEXT NOT NULL,
     bytes INTEGER NOT NULL,
     pieces INTEGER NOT NULL,
     PRIMARY KEY (note, name)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX image_of_pieces ON image (pieces);
   CREATE TABLE image_piece (
     pieces INTEGER NOT NULL,
     number INTEGER NOT NULL,
     data BLOB NOT NULL,
     PRIMARY KEY (pieces, number)
   ) STRICT;`,
  // 4: TODOs by owner, and those that were carried over
  ledgerGroupTables,
  // 5: the calendars of due dates; of each link only a hash is kept
  `CREATE TABLE calendar (
     owner TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     hash BLOB NOT NULL UNIQUE,
     created_at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  // 6: the versions that are kept of the notes
  `CREATE TABLE version (
     note TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
     number INTEGER NOT NULL,
     at TEXT NOT NULL,
     by TEXT,
     reason TEXT NOT NULL,
     file BLOB NOT NULL,
     PRIMARY KEY (note, number)
   ) STRICT;`,
  // 7: what the notes say of people, and what people said of them since
  namesTables + peopleTable,
  // 8: TODOs that are the same in several notes
  ledgerStateTables,
  // 9: what the notes say, piece by piece
  ledgerBlockTables,
  // 10: what people own, under them
  ledgerPeopleTables,
  // 11: decisions that do not stand
  ledgerStandingRows,
]

/** The file cannot be used as a store: it is something else, of a newer version, broken, or out of reach. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable'
}

/**
 * Brings the tables of `database` up to date.
 *
 * @throws StoreUnusable where the file belongs to another program or to a newer version; it is left as it is
 */
export function migrate(database: DatabaseSync, path: string): void {
  const owner = numberOf(database, 'PRAGMA application_id')
  const version = numberOf(database, 'PRAGMA user_version')
  const tables = numberOf(database, 'SELECT count(*) FROM sqlite_schema')
  if (owner !== applicationId && (owner !== 0 || tables > 0)) {
    throw new StoreUnusable(`${path} is not a store of Minutebook.`)
  }
  if (version > steps.length) {
    throw new StoreUnusable(
      `${path} was written by a newer version of Minutebook (its format is ${version}, this version knows ${steps.length}).`,
    )
  }
  if (owner !== applicationId) database.exec(`PRAGMA application_id = ${applicationId}`)
  for (const [index, step] of steps.entries()) {
    if (index < version) continue
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

function numberOf(database: DatabaseSync, query: string): number {
  const value = Object.values(database.prepare(query).get() ?? {})[0]
  if (typeof value !== 'number') throw new Error(`${query} gave ${String(value)}`)
  return value
}
