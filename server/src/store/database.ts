import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDamage } from './busy.ts'
import { migrate, StoreUnusable } from './migrate.ts'

/** How long opening waits for another process that writes to the same file. */
const openingMs = 2_000
/** How long any later statement may stop the event loop for one. Changes wait beside it (`busy.ts`). [S21] */
const busyMs = 5
/** After so many pages the write-ahead log goes into the file: 16 MiB. Each time takes milliseconds, and two syncs. */
const checkpointPages = 4_000

/**
 * Opens `minutebook.sqlite` in the folder `dataDir`, makes both where they are missing, and brings the tables up to
 * date. Store and ledger share the connection: a transaction begins and ends without waiting for anything between.
 *
 * @throws StoreUnusable with one sentence for people
 */
export function openDatabase(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new StoreUnusable(`The folder ${dataDir} cannot be written: ${messageOf(error)}.`, { cause: error })
  }
  return openFile(fileIn(dataDir))
}

/** The path of the store in its folder. */
export function fileIn(dataDir: string): string {
  return join(dataDir, 'minutebook.sqlite')
}

/** Opens one database file, or `:memory:`. @throws StoreUnusable */
export function openFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    database.exec(`PRAGMA busy_timeout = ${openingMs}; PRAGMA foreign_keys = ON`)
    migrate(database, path)
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${checkpointPages}`,
    )
    database.exec(`PRAGMA busy_timeout = ${busyMs}`)
    return database
  } catch (error) {
    // Closing would write what the write-ahead log holds into a file that may still be mended. [S22]
    if (!isDamage(error)) database?.close()
    throw unusable(error, path)
  }
}

/** Says in one sentence what is wrong with the store and, where it is damaged, what to do. */
export function unusable(error: unknown, path: string): StoreUnusable {
  if (error instanceof StoreUnusable) return error
  const sentence = isDamage(error)
    ? `The store ${path} is damaged (${messageOf(error)}) and was left as it is: move it and the files beside it away and put a backup in their place, or set DATA_DIR to another folder.`
    : `The store ${path} cannot be opened: ${messageOf(error)}.`
  return new StoreUnusable(sentence, { cause: error })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
