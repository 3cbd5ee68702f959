import type { Cancel, Clock } from '../clock.ts'

/** How often each socket is asked for a sign of life. A dead one is found within twice that: half a minute. */
export const pulseMs = 15_000

/** A socket that can be asked for a sign of life. */
export interface Pulsing {
  ping(): void
  /** Ends it without a goodbye: nobody is there to hear it. */
  terminate(): void
}

/** Finds the sockets whose other end has gone without saying so. [W14] */
export class Pulse {
  #clock: Clock
  #isAlive = new Map<Pulsing, boolean>()
  #next: Cancel | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get size(): number {
    return this.#isAlive.size
  }

  add(socket: Pulsing): void {
    this.#isAlive.set(socket, true)
    this.#next ??= this.#clock.after(pulseMs, () => this.#beat())
  }

  /** Something came from it. */
  mark(socket: Pulsing): void {
    if (this.#isAlive.has(socket)) this.#isAlive.set(socket, true)
  }

  remove(socket: Pulsing): void {
    this.#isAlive.delete(socket)
    if (this.#isAlive.size > 0) return
    this.#next?.()
    this.#next = null
  }

  #beat(): void {
    this.#next = this.#clock.after(pulseMs, () => this.#beat())
    for (const [socket, isAlive] of this.#isAlive) {
      if (!isAlive) {
        this.remove(socket)
        socket.terminate()
        continue
      }
      this.#isAlive.set(socket, false)
      socket.ping()
    }
  }
}
