import { backoffMs } from './backoff.ts'
import type { Connection } from './connection.ts'
import { Timers } from './timers.ts'

/** How often an open connection is asked something, and how long the answer may take: a disk may be slow. */
const heartbeatMs = 15_000

/** How long the answer may take where somebody looks at the page. */
const probeMs = 4000

/** How long a socket may take to open. */
const openMs = 10_000

/** How long the text may take to come: a large note on a slow line. */
const textMs = 120_000

export interface DialerParts {
  connection: Pick<Connection, 'connect' | 'disconnect' | 'heardAt'>
  /** milliseconds that never go back, whatever happens to the date */
  now: () => number
  /** from 0 up to 1 */
  random: () => number
  /** Asks the server something that it answers at once. False where this connection is not that far. */
  ask(): boolean
  /** Called with each heartbeat. */
  beat(): void
}

/** Decides when a connection is opened, tried again and given up. It is told what becomes of the socket. */
export class Dialer {
  readonly #parts: DialerParts
  readonly #timers = new Timers<'attempt' | 'patience' | 'probe' | 'heartbeat'>()
  #socket: 'idle' | 'closed' | 'opening' | 'open' = 'idle'
  #dialedAt = 0
  /** when the last heartbeat asked */
  #askedAt = Number.NEGATIVE_INFINITY
  #failures = 0
  #nextAttemptAt: number | null = null

  constructor(parts: DialerParts) {
    this.#parts = parts
  }

  /** when the next attempt begins, on the clock of `now`; null while none is planned */
  get nextAttemptAt(): number | null {
    return this.#nextAttemptAt
  }

  /** Connects for the first time, and stays connected from here on. */
  start(): void {
    this.#dial()
    this.#timers.start('heartbeat', heartbeatMs, () => this.#heartbeat())
  }

  /** There may be a network again, or somebody looks: connects at once, or makes sure of what is open. [N15] */
  wake(): void {
    switch (this.#socket) {
      case 'idle':
        break
      case 'closed':
        this.#failures = 0
        this.#dial()
        break
      case 'opening':
        if (this.#parts.now() - this.#dialedAt >= probeMs) this.#redial()
        break
      case 'open':
        this.#probe()
        break
    }
  }

  /** The socket is open. */
  opened(): void {
    this.#socket = 'open'
    this.#timers.start('patience', textMs, () => this.#parts.connection.disconnect())
  }

  /** The text has come. */
  answered(): void {
    this.#timers.stop('patience')
  }

  /** The server takes what is sent: one that accepts a connection and then closes it is knocked at ever more rarely. */
  works(): void {
    this.#failures = 0
  }

  /** The socket is closed: plans the next attempt. */
  closed(): void {
    this.#socket = 'closed'
    this.#timers.stop('probe')
    this.#timers.stop('patience')
    this.#failures += 1
    const delayMs = backoffMs(this.#failures, this.#parts.random())
    this.#nextAttemptAt = this.#parts.now() + delayMs
    this.#timers.start('attempt', delayMs, () => this.#dial())
  }

  /** Nothing is tried any more. */
  stop(): void {
    this.#socket = 'idle'
    this.#nextAttemptAt = null
    this.#timers.stopAll()
  }

  #dial(): void {
    this.#nextAttemptAt = null
    this.#askedAt = Number.NEGATIVE_INFINITY
    this.#timers.stop('attempt')
    this.#socket = 'opening'
    this.#dialedAt = this.#parts.now()
    this.#timers.start('patience', openMs, () => this.#parts.connection.disconnect()) // [N70]
    this.#parts.connection.connect()
  }

  /** `disconnect` plans an attempt, and this takes its place. */
  #redial(): void {
    this.#parts.connection.disconnect()
    this.#dial()
  }

  #probe(): void {
    const askedAt = this.#parts.now()
    if (!this.#parts.ask()) return
    this.#timers.start('probe', probeMs, () => {
      if (this.#parts.connection.heardAt < askedAt) this.#redial()
    })
  }

  /** It comes late where the device slept: then it asks, and the next one finds out. [N19] */
  #heartbeat(): void {
    this.#parts.beat()
    if (this.#socket === 'open') {
      if (this.#parts.connection.heardAt < this.#askedAt) this.#redial()
      else if (this.#parts.ask()) this.#askedAt = this.#parts.now()
    }
    this.#timers.start('heartbeat', heartbeatMs, () => this.#heartbeat())
  }
}
