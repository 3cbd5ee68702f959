import type { Cancel, Clock } from '../clock.ts'

/** The timers of one thing, each under a name that one timer has at a time. */
export class Timers<Name extends string> {
  #clock: Clock
  #cancels = new Map<Name, Cancel>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isRunning(name: Name): boolean {
    return this.#cancels.has(name)
  }

  /** Runs `run` once after `ms` milliseconds; a timer of that name that runs already goes on instead. */
  start(name: Name, ms: number, run: () => void): void {
    if (this.#cancels.has(name)) return
    const cancel = this.#clock.after(ms, () => {
      this.#cancels.delete(name)
      run()
    })
    this.#cancels.set(name, cancel)
  }

  restart(name: Name, ms: number, run: () => void): void {
    this.stop(name)
    this.start(name, ms, run)
  }

  stop(name: Name): void {
    this.#cancels.get(name)?.()
    this.#cancels.delete(name)
  }

  stopAll(): void {
    for (const cancel of this.#cancels.values()) cancel()
    this.#cancels.clear()
  }
}
