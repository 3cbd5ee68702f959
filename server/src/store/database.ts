import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrate, StoreUnusable } from './migrate.ts'

/** How long a statement waits for another process (such as the command line) that writes to the same file. */
const busyMs = 2_000

/**
 * Opens `minutebook.sqlite` in the folder `dataDir`, makes both where they are missing, and brings the tables up to
 * date. Store and ledger share the connection: a transaction begins and ends without waiting for anything between.
 *
 * @throws StoreUnusable with one sentence for people
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const path = join(dataDir, 'minutebook.sqlite')
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new StoreUnusable(`The folder ${dataDir} cannot be written: ${messageOf(error)}.`, { cause: error })
  }
  return openFile(path)
}

/** Opens one database file, or `:memory:`. @throws StoreUnusable */
export function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    database.exec(`PRAGMA busy_timeout = ${busyMs}; PRAGMA foreign_keys = ON`)
    migrate(database, path)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StoreUnusable) throw error
    throw new StoreUnusable(`The store ${path} cannot be opened: ${messageOf(error)}.`, { cause: error })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
