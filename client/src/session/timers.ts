/** The timers of one thing, each under a name that one timer has at a time. */
export class Timers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>()
  readonly #due = new Map<Name, number>()

  /** Runs `run` once after `delayMs`, in place of the timer of that name. It may run hours late: the device may sleep. */
  start(name: Name, delayMs: number, run: () => void): void {
    this.stop(name)
    this.#running.set(name, setTimeout(run, delayMs))
  }

  /** Has `run` run after `delayMs` at the latest: a timer of that name that comes earlier stays, for `run` to look again. */
  startBy(name: Name, now: number, delayMs: number, run: () => void): void {
    const due = this.#due.get(name)
    if (this.#running.has(name) && due !== undefined && due <= now + delayMs) return
    this.#due.set(name, now + delayMs)
    this.start(name, delayMs, () => {
      this.#running.delete(name)
      run()
    })
  }

  stop(name: Name): void {
    clearTimeout(this.#running.get(name))
    this.#running.delete(name)
  }

  stopAll(): void {
    for (const timer of this.#running.values()) clearTimeout(timer)
    this.#running.clear()
  }
}
