import type { Cancel, Clock } from '../clock.ts'

interface Timer {
  cancel: Cancel
  /** when it wakes up, in elapsed ms; not later than it is due */
  wakesAt: number
  dueAt: number
  run: () => void
}

/** The timers of one thing, each under a name that one timer has at a time. */
export class Timers<Name extends string> {
  #clock: Clock
  #timers = new Map<Name, Timer>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isRunning(name: Name): boolean {
    return this.#timers.has(name)
  }

  /** Runs `run` once after `ms` milliseconds; a timer of that name that runs already goes on instead. */
  start(name: Name, ms: number, run: () => void): void {
    if (this.#timers.has(name)) return
    const dueAt = this.#clock.elapsed() + ms
    this.#timers.set(name, { cancel: this.#wakeAfter(name, ms), wakesAt: dueAt, dueAt, run })
  }

  /**
   * Runs `run` once after `ms` milliseconds, in place of what waits under that name. A timer that is put off with every
   * letter typed is not made anew each time: it wakes up when it was due at first, and sleeps again for the rest.
   */
  restart(name: Name, ms: number, run: () => void): void {
    const timer = this.#timers.get(name)
    const dueAt = this.#clock.elapsed() + ms
    if (timer && timer.wakesAt <= dueAt) {
      timer.dueAt = dueAt
      timer.run = run
      return
    }
    this.stop(name)
    this.start(name, ms, run)
  }

  stop(name: Name): void {
    this.#timers.get(name)?.cancel()
    this.#timers.delete(name)
  }

  stopAll(): void {
    for (const { cancel } of this.#timers.values()) cancel()
    this.#timers.clear()
  }

  #wakeAfter(name: Name, ms: number): Cancel {
    return this.#clock.after(ms, () => {
      const timer = this.#timers.get(name)
      if (!timer) return
      const left = timer.dueAt - this.#clock.elapsed()
      if (left > 0 && timer.dueAt > timer.wakesAt) {
        timer.wakesAt = timer.dueAt
        timer.cancel = this.#wakeAfter(name, left)
        return
      }
      this.#timers.delete(name)
      timer.run()
    })
  }
}
