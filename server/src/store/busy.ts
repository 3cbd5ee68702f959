import type { Clock } from '../clock.ts'

/** How long a change waits for another process that writes to the same file, and how often it is tried meanwhile. */
export const patienceMs = 2_000
const tryAgainMs = 20

/**
 * Waits for another process that writes to the same file without stopping the event loop, as SQLite's own waiting
 * would: the change is tried again and again, for `patienceMs` at most. [S21]
 */
export class Patience {
  #clock: Clock
  #since: number | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Runs `again` after a pause where `error` says that the file is busy; false where it does not, or for too long. */
  waits(error: unknown, again: () => void): boolean {
    if (primaryCode(error) !== sqlite.busy) return false
    this.#since ??= this.#clock.elapsed()
    if (this.#clock.elapsed() - this.#since >= patienceMs) return false
    this.#clock.after(tryAgainMs, again)
    return true
  }

  /** The waiting has ended, well or badly. */
  end(): void {
    this.#since = null
  }
}

/** Runs `attempt` until the file is free, and resolves with its answer. Rejects with whatever else it throws. */
export function whenFree<T>(clock: Clock, attempt: () => T): Promise<T> {
  const patience = new Patience(clock)
  return new Promise((resolve, reject) => {
    const run = () => {
      try {
        resolve(attempt())
      } catch (error) {
        if (!patience.waits(error, run)) reject(error)
      }
    }
    run()
  })
}

/** Whether SQLite has found that the file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  const code = primaryCode(error)
  return code === sqlite.corrupt || code === sqlite.notADatabase
}

/** Result codes of SQLite (https://sqlite.org/rescode.html). */
const sqlite = { busy: 5, corrupt: 11, notADatabase: 26 } as const

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}
