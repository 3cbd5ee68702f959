/** Whoever was away for less has missed nothing that is worth a line. */
export const leastAwayMs = 60_000

/** A page that hears of no time for so long was asleep. */
export const asleepMs = 45_000

/**
 * Whether somebody is away: nobody looks at the page, it has no connection, or the device slept. Times are milliseconds
 * of a clock that goes on while it sleeps.
 */
export class Absence {
  #since: number | null = null
  #beat: number
  #isHere = true

  constructor(now: number) {
    this.#beat = now
  }

  /** when they went; null while they are here */
  get since(): number | null {
    return this.#since
  }

  /** Time goes on. True where the device was asleep until now. */
  beat(now: number): boolean {
    const slept = now - this.#beat > asleepMs
    if (slept) this.#since ??= this.#beat
    this.#beat = now
    return slept
  }

  /** Takes whether the page is looked at and connected. True where that is another than before. */
  take(isHere: boolean, now: number): boolean {
    if (isHere === this.#isHere) return false
    this.#isHere = isHere
    if (!isHere) this.#since ??= now
    return true
  }

  get isHere(): boolean {
    return this.#isHere
  }

  /** They are back. Gives whether they were away for long enough to be told what they missed. */
  end(now: number): boolean {
    const awayMs = this.#since === null ? 0 : now - this.#since
    this.#since = null
    return awayMs >= leastAwayMs
  }
}
