/** Time, as it is handed to whatever needs it: tests turn it by hand. */
export interface Clock {
  /** The date, for what is written down. */
  now(): Date
  /** Milliseconds since some moment; it never goes back. */
  elapsed(): number
  /** Runs `run` once after `ms` milliseconds, unless the answer is called before. */
  after(ms: number, run: () => void): Cancel
  /** Runs `run` once when all that has come in by now has been handled. */
  soon(run: () => void): void
}

export type Cancel = () => void

/** The machine's time. */
export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  soon: (run) => {
    setImmediate(run)
  },
}
