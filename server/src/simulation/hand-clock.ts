import type { Cancel, Clock } from '../clock.ts'

interface Timer {
  at: number
  run: () => void
}

/** A clock for tests: time stands still until it is moved by hand. */
export class HandClock implements Clock {
  #ms = 0
  #timers = new Set<Timer>()
  #soon: (() => void)[] = []

  now(): Date {
    return new Date(Date.UTC(2026, 0, 2, 12) + this.#ms)
  }

  elapsed(): number {
    return this.#ms
  }

  after(ms: number, run: () => void): Cancel {
    const timer: Timer = { at: this.#ms + ms, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  soon(run: () => void): void {
    this.#soon.push(run)
  }

  /** Runs what was to run soon. */
  turn(): void {
    for (const run of this.#soon.splice(0)) run()
  }

  /** Runs what was to run soon, and what follows from it, until nothing more follows. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 20; quiet += 1) {
      if (this.#soon.length > 0) quiet = 0
      this.turn()
      await Promise.resolve()
    }
  }

  /** Moves time on; each timer runs at its own moment, and all that follows from it settles before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.#ms + ms
    await this.settle()
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next)
      this.#ms = Math.max(this.#ms, next.at)
      next.run()
      await this.settle()
    }
    this.#ms = end
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter(({ at }) => at <= end)
    return due.reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined)
  }
}
