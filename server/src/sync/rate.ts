import type { Clock } from '../clock.ts'

/** How many seconds' worth may come at once. */
const burstSeconds = 10

/** Bounds what comes over time, and lets bursts through: a bucket that fills with `perSecond` and holds ten seconds' worth. */
export class Rate {
  #clock: Clock
  #perSecond: number
  #left: number
  #at: number

  constructor(perSecond: number, clock: Clock) {
    this.#clock = clock
    this.#perSecond = perSecond
    this.#left = perSecond * burstSeconds
    this.#at = clock.elapsed()
  }

  /** Takes `amount` from the bucket; false where it does not hold so much. */
  take(amount: number): boolean {
    const now = this.#clock.elapsed()
    const refilled = this.#left + ((now - this.#at) / 1_000) * this.#perSecond
    this.#left = Math.min(refilled, this.#perSecond * burstSeconds) - amount
    this.#at = now
    return this.#left >= 0
  }
}
