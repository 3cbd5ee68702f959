import type { DatabaseSync } from 'node:sqlite'

/** A failing call rejects, as one of a database in another process would. */
export function settled<T>(run: () => T): Promise<T> {
  return new Promise((resolve) => resolve(run()))
}

/**
 * Nothing is awaited between the statements, so nobody else's writing comes between them. [L3] The ledger does not wait
 * for the disk: the log's next commit syncs the file as a whole, and what a power cut takes before is made again. [L30]
 */
export function transact<T>(database: DatabaseSync, run: () => T): T {
  database.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE')
  try {
    const answer = run()
    database.exec('COMMIT')
    return answer
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  } finally {
    database.exec('PRAGMA synchronous = FULL')
  }
}
