import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Log } from '../observe/log.ts'
import { NoSuchNote } from '../store/store.ts'
import type { Change } from './document.ts'
import { NotStored } from './rooms.ts'

/** How long to wait after the first append that fails; each further one waits twice as long, up to the second value. */
const retryMs = [100, 5_000] as const

/** How long appends may fail before the people are told. */
export const giveUpMs = 60_000

/** Everything that went into the log with one append. */
export interface Batch extends Change {
  row: number
  /** who sent it; an edit of the server's own has no author */
  authors: ReadonlySet<unknown>
}

export interface JournalParts {
  append(update: Uint8Array): Promise<number>
  clock: Clock
  log: Log
  /** The shortest time between two appends: what comes sooner is gathered. */
  pauseMs: () => number
  /** A batch is durable. Answers that waited for it come after, those of `answerWhenDurable` before. */
  onDurable(batch: Batch): void
  /** Appends begin to fail, or succeed again. */
  onFailing(isFailing: boolean): void
  /** Appends have failed for `giveUpMs`. They go on being tried. */
  onGiveUp(): void
  /** The store has no such note any more. */
  onGone(): void
}

/** What waits until everything up to the change with the number `after` is durable. */
interface Answer {
  after: number
  run: () => void
  fail: ((reason: Error) => void) | undefined
  isBeforeBatch: boolean
}

/**
 * The way of one room's updates into the log, in order. One append is under way at a time; what comes meanwhile goes
 * with the next one, as one row. [R7]
 */
export class Journal {
  #parts: JournalParts
  #waiting: (Change & { author: unknown })[] = []
  #flying: Omit<Batch, 'row'> | null = null
  #isGathering = false
  #isOver = false
  #added = 0
  #durable = 0
  #flyingUpTo = 0
  #flownAt = -Infinity
  #answers: Answer[] = []
  #failures = 0
  #failingSince = 0
  #hasGivenUp = false

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** Takes a change that the document has taken. */
  add(change: Change, author: unknown): void {
    if (this.#isOver) return
    this.#added += 1
    this.#waiting.push({ ...change, author })
    this.#gather()
  }

  /**
   * Runs `run` when all that was added so far is durable, at once where it is. With `fail`, the first append that fails
   * ends the waiting instead.
   */
  whenDurable(run: () => void, fail?: (reason: Error) => void): void {
    if (this.#durable === this.#added) run()
    else if (fail && this.isFailing) fail(new NotStored('The server cannot save right now.'))
    else this.#answers.push({ after: this.#added, run, fail, isBeforeBatch: false })
  }

  /**
   * Runs `run` when all that was added so far is durable, and before the batch that made it so is handed on: that may
   * hold more, which whoever is answered by `run` would miss otherwise. [R11] [R21]
   */
  answerWhenDurable(run: () => void): void {
    if (this.isIdle) run()
    else this.#answers.push({ after: this.#added, run, fail: undefined, isBeforeBatch: true })
  }

  /** Whether all that was added is durable. */
  get isIdle(): boolean {
    return this.#durable === this.#added
  }

  get isFailing(): boolean {
    return this.#failures > 0
  }

  /** Drops what waits: there is no note any more that it could belong to. */
  end(): void {
    this.#isOver = true
    this.#waiting = []
    this.#durable = this.#added
    const answers = this.#answers.splice(0)
    for (const { fail } of answers) fail?.(new NotStored('The note was deleted.'))
    if (this.isFailing) this.#parts.onFailing(false)
    this.#failures = 0
  }

  #gather(): void {
    if (this.#isGathering || this.#flying || this.#waiting.length === 0) return
    this.#isGathering = true
    const fly = () => {
      this.#isGathering = false
      this.#fly()
    }
    const { clock, pauseMs } = this.#parts
    const ms = this.#flownAt + pauseMs() - clock.elapsed()
    if (ms > 0) clock.after(ms, fly)
    else clock.soon(fly)
  }

  #fly(): void {
    const [first] = this.#waiting
    if (!first || this.#flying) return
    this.#flying = {
      update: this.#waiting.length === 1 ? first.update : Y.mergeUpdates(this.#waiting.map(({ update }) => update)),
      before: first.before,
      authors: new Set(this.#waiting.map(({ author }) => author)),
    }
    this.#flyingUpTo = this.#added
    this.#flownAt = this.#parts.clock.elapsed()
    this.#waiting = []
    this.#append(this.#flying)
  }

  #append(batch: Omit<Batch, 'row'>): void {
    this.#parts.append(batch.update).then(
      (row) => this.#landed({ ...batch, row }),
      (reason: unknown) => this.#failed(batch, reason),
    )
  }

  #landed(batch: Batch): void {
    if (this.#isOver) return
    this.#flying = null
    this.#durable = this.#flyingUpTo
    if (this.isFailing) {
      this.#failures = 0
      this.#hasGivenUp = false
      this.#parts.onFailing(false)
    }
    const due = this.#answers.filter(({ after }) => after <= this.#durable)
    this.#answers = this.#answers.filter(({ after }) => after > this.#durable)
    for (const { run, isBeforeBatch } of due) if (isBeforeBatch) run()
    this.#parts.onDurable(batch)
    for (const { run, isBeforeBatch } of due) if (!isBeforeBatch) run()
    this.#gather()
  }

  #failed(batch: Omit<Batch, 'row'>, reason: unknown): void {
    if (this.#isOver) return
    if (reason instanceof NoSuchNote) {
      this.#parts.onGone()
      return
    }
    const { clock, log } = this.#parts
    this.#failures += 1
    if (this.#failures === 1) {
      this.#failingSince = clock.elapsed()
      this.#parts.onFailing(true)
    }
    log.error('an update could not be stored', { err: reason, failures: this.#failures, bytes: batch.update.length })
    const answers = this.#answers
    this.#answers = answers.filter(({ fail }) => !fail)
    for (const { fail } of answers) fail?.(new NotStored('The server cannot save right now.', { cause: reason }))
    if (!this.#hasGivenUp && clock.elapsed() - this.#failingSince >= giveUpMs) {
      this.#hasGivenUp = true
      this.#parts.onGiveUp()
    }
    clock.after(Math.min(retryMs[0] * 2 ** (this.#failures - 1), retryMs[1]), () => {
      if (!this.#isOver) this.#append(batch)
    })
  }
}
