import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { Timers } from './timers.ts'

/** How long somebody is shown who went without a word, and may be back in a moment. */
export const missingMs = 5000

/** How long the others are shown while this connection is away. */
export const awayMs = 10_000

interface Changes {
  added: number[]
  updated: number[]
  removed: number[]
}

/**
 * Between what the socket says of who is here and what is shown of it. A connection that breaks takes its person away at
 * once on the wire; here they stay for a moment, so that nobody flickers while a server restarts. Whoever says goodbye,
 * with a clock that is newer than their last word, goes at once.
 */
export class Company {
  /** what the socket hears and says */
  readonly wire: Awareness
  readonly #shown: Awareness
  readonly #timers = new Timers<`${number}`>()
  #isAway = true

  /** @param shown what the page reads, and where it says who this person is; nobody is in it yet */
  constructor(shown: Awareness) {
    this.#shown = shown
    this.wire = new Awareness(shown.doc)
    this.wire.setLocalState(null)
    // They would drop and renew by the date, which may jump; the server says who is here, and `renew` is called in time.
    for (const awareness of [shown, this.wire]) clearInterval(awareness._checkInterval)
    shown.on('update', (_changes: Changes, origin: unknown) => {
      if (origin === 'local') this.wire.setLocalState(shown.getLocalState())
    })
    this.wire.on('update', (changes: Changes, origin: unknown) => {
      if (origin !== 'local') this.#hear(changes)
    })
  }

  /** Says again who is here, with a newer clock: who came meanwhile, or dropped this person, sees them at once. [N51] */
  renew(): void {
    const state = this.#shown.getLocalState()
    if (state !== null) this.wire.setLocalState(state)
  }

  /** The connection is there again: whoever was here has a moment to come back too. */
  returned(): void {
    this.#isAway = false
    for (const client of this.#others()) if (!this.wire.states.has(client)) this.#miss(client, missingMs)
  }

  /** The connection breaks; `wire` is about to forget everybody. */
  parted(): void {
    if (this.#isAway) return
    this.#isAway = true
    for (const client of this.#others()) {
      this.wire.meta.delete(client) // else it would take what they said last for old when it hears it again
      this.#miss(client, awayMs)
    }
  }

  /** Says goodbye: the others need not wait whether this person comes back. */
  leave(): void {
    if (this.wire.getLocalState() !== null) this.wire.setLocalState(null)
  }

  destroy(): void {
    this.#timers.stopAll()
    this.wire.destroy()
  }

  #hear({ added, updated, removed }: Changes): void {
    const here = [...added, ...updated].filter((client) => client !== this.wire.clientID)
    for (const client of here) this.#timers.stop(`${client}`)
    if (here.length > 0) applyAwarenessUpdate(this.#shown, encodeAwarenessUpdate(this.wire, here), this)
    if (this.#isAway) return
    for (const client of removed) {
      const isGoodbye = (this.wire.meta.get(client)?.clock ?? 0) > (this.#shown.meta.get(client)?.clock ?? 0)
      if (isGoodbye) this.#drop(client)
      else this.#miss(client, missingMs)
    }
  }

  #miss(client: number, waitMs: number): void {
    this.#timers.start(`${client}`, waitMs, () => this.#drop(client))
  }

  #drop(client: number): void {
    this.#timers.stop(`${client}`)
    removeAwarenessStates(this.#shown, [client], this)
    this.#shown.meta.delete(client)
  }

  #others(): number[] {
    return [...this.#shown.states.keys()].filter((client) => client !== this.#shown.clientID)
  }
}
