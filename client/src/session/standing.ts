import { isSame, stateOf, type More, type SessionState } from './state.ts'
import { calmMs, reconnectingMs, slowMs, type Facts } from './status.ts'
import type { Tally } from './tally.ts'
import { Timers } from './timers.ts'

export interface StandingParts {
  tally: Tally
  /** milliseconds that never go back */
  now: () => number
  isOnline: boolean
  /** what is to be shown beside the facts */
  more: () => More
}

/** How a note stands with the server: what is known, what is to be shown of it, and who hears when that changes. */
export class Standing {
  readonly #parts: StandingParts
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Timers<'lost' | 'slow' | 'calm'>()
  #facts: Facts
  #lostAt: number
  #isOver = false
  #state: SessionState

  constructor(parts: StandingParts) {
    this.#parts = parts
    this.#lostAt = parts.now()
    this.#facts = {
      socket: 'closed',
      isOnline: parts.isOnline,
      isSynced: false,
      isConfirmed: false,
      wasConfirmed: false,
      unsaved: 0,
      lostMs: 0,
      waitedMs: 0,
      quietMs: calmMs,
      isRefused: false,
      returned: 0,
      copy: 'loading',
      finalCode: null,
    }
    this.#state = stateOf(this.#facts, parts.more())
  }

  get facts(): Readonly<Facts> {
    return this.#facts
  }

  get state(): SessionState {
    return this.#state
  }

  /** Calls `listener` after each change of `state`. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes what is new; without anything, looks at the tally and the clock again. */
  learn(news: Partial<Facts> = {}): void {
    if (this.#isOver) return
    const { tally, now: clock, more } = this.#parts
    const now = clock()
    const wasConfirmed = this.#facts.isConfirmed
    const facts = { ...this.#facts, ...news }
    if (wasConfirmed && !facts.isConfirmed) this.#lostAt = now
    facts.unsaved = tally.unsaved
    facts.lostMs = facts.isConfirmed ? 0 : now - this.#lostAt
    facts.waitedMs = facts.isSynced ? tally.waitedMs(now) : 0
    facts.quietMs = tally.quietMs(now)
    this.#facts = facts
    this.#lookAgain(facts, now)
    const state = stateOf(facts, more())
    if (isSame(this.#state, state)) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  /** All that was made is durable on the server, and the server has said so on this connection. */
  get isSaved(): boolean {
    return this.#facts.isConfirmed && this.#facts.unsaved === 0 && !this.#facts.isRefused
  }

  /** Resolves with true when all is saved, with false after `limitMs`. */
  whenSaved(limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isSaved: boolean) => {
        clearTimeout(timer)
        stop()
        resolve(isSaved)
      }
      const timer = setTimeout(() => end(false), limitMs)
      const look = () => this.isSaved && end(true)
      const stop = this.subscribe(look)
      look()
    })
  }

  /** Nobody looks any more. */
  end(): void {
    this.#isOver = true
    this.#timers.stopAll()
    this.#listeners.clear()
  }

  /** Some of what is shown changes by waiting. */
  #lookAgain({ isConfirmed, isSynced, lostMs, unsaved, waitedMs, quietMs }: Facts, now: number): void {
    const lookIn = (name: 'lost' | 'slow' | 'calm', delayMs: number) =>
      this.#timers.startBy(name, now, delayMs, () => this.learn())
    if (!isConfirmed && lostMs < reconnectingMs) lookIn('lost', reconnectingMs - lostMs)
    if (isSynced && unsaved > 0 && waitedMs < slowMs) lookIn('slow', slowMs - waitedMs)
    if (quietMs < calmMs) lookIn('calm', calmMs - quietMs)
  }
}
