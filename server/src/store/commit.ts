import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { Patience } from './busy.ts'
import { Refusal } from './store.ts'

/** The shortest time between the beginnings of two transactions: where many change much, one sync does for more. */
const pauseMs = 6

/**
 * Group commit: changes that are asked for in one turn of the event loop, or right after a transaction, are made in one
 * transaction, with one sync of the disk. [S11] [S24]
 */
export interface Commits {
  /**
   * Runs `change` in the next transaction and resolves with its answer when that is durable. `change` may refuse by
   * throwing a `Refusal`, before it has written anything; any other failure fails the whole transaction.
   */
  add<T>(change: () => T): Promise<T>
  /** Makes what waits now; `add` rejects from here on. */
  close(): void
}

interface Waiting {
  /** makes the change and gives what to do once it is durable */
  make(): () => void
  fail(reason: unknown): void
}

/** Told after each transaction: how long it took and how many changes it held, or that it failed. */
export type CommitWatch = (ms: number, changes: number, failed: boolean) => void

export function createCommits(database: DatabaseSync, clock: Clock, watch: CommitWatch = () => {}): Commits {
  let waiting: Waiting[] = []
  let closed = false
  let beganAt = -Infinity
  const patience = new Patience(clock)

  function commit(): void {
    if (waiting.length === 0) return
    const began = clock.elapsed()
    beganAt = began
    const fail = (error: unknown) => {
      watch(clock.elapsed() - began, waiting.length, true)
      for (const change of waiting.splice(0)) change.fail(error)
    }
    rollBack()
    try {
      // the ledger writes without waiting for the disk, over the same connection; the log never does
      database.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE')
    } catch (error) {
      if (!closed && patience.waits(error, commit)) return // what comes meanwhile goes with it [S21]
      patience.end()
      return fail(error)
    }
    patience.end()
    const done: (() => void)[] = []
    try {
      for (const change of waiting) done.push(makeOrRefuse(change))
      database.exec('COMMIT')
    } catch (error) {
      rollBack()
      return fail(error)
    }
    watch(clock.elapsed() - began, waiting.length, false)
    waiting = []
    for (const finish of done) finish()
  }

  function commitLater(): void {
    const ms = beganAt + pauseMs - clock.elapsed()
    if (ms > 0) clock.after(ms, commit)
    else clock.soon(commit)
  }

  /** A failed COMMIT may leave the transaction open; without this the next BEGIN would fail as well. [S12] */
  function rollBack(): void {
    try {
      if (database.isTransaction) database.exec('ROLLBACK')
    } catch {
      // What has to be told is why the transaction failed; this is tried again before the next one begins.
    }
  }

  return {
    add(change) {
      if (closed) return Promise.reject(new Error('the store is closed'))
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) commitLater()
        waiting.push({
          make: () => {
            const answer = change()
            return () => resolve(answer)
          },
          fail: reject,
        })
      })
    },
    close() {
      closed = true
      commit()
    },
  }
}

function makeOrRefuse(change: Waiting): () => void {
  try {
    return change.make()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return () => change.fail(error)
  }
}
