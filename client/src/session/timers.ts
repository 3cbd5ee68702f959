/** The timers of one thing, each under a name that one timer has at a time. */
export class Timers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>()

  /** Runs `run` once after `delayMs`, in place of the timer of that name. It may run hours late: the device may sleep. */
  start(name: Name, delayMs: number, run: () => void): void {
    this.stop(name)
    this.#running.set(name, setTimeout(run, delayMs))
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
