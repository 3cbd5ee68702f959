import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Histogram } from './histogram.ts'

/** What happened in a span of time, at the side of the people. */
export interface Window {
  sent: number
  /** updates that came to somebody other than their author, also where several came in one frame */
  delivered: number
  /** ms from typing to arriving */
  p50: number
  p99: number
  load: Load
}

/** What the process of the people itself had to do: where it is near its limit, it measures itself. */
export interface Load {
  /** of one core, 0 to 1 */
  cpuShare: number
  /** p99 of how late its timers ran, in ms */
  delayMs: number
}

/** Counts what people send and what comes to them. */
export class Meter {
  #ages = new Histogram()
  #sent = 0
  #began = performance.now()
  #cpu = process.cpuUsage()
  #delay = monitorEventLoopDelay({ resolution: 1 })

  constructor() {
    this.#delay.enable()
  }

  sent(): void {
    this.#sent += 1
  }

  delivered(ageUs: number): void {
    this.#ages.add(ageUs)
  }

  /** What was counted since the last call. */
  window(): Window {
    const { user, system } = process.cpuUsage(this.#cpu)
    const window = {
      sent: this.#sent,
      delivered: this.#ages.count,
      p50: this.#ages.quantile(0.5),
      p99: this.#ages.quantile(0.99),
      load: {
        cpuShare: (user + system) / 1_000 / (performance.now() - this.#began),
        // The monitor counts its own period of 1 ms.
        delayMs: Math.max(0, this.#delay.percentile(99) / 1e6 - 1),
      },
    }
    this.#sent = 0
    this.#ages.clear()
    this.#began = performance.now()
    this.#cpu = process.cpuUsage()
    this.#delay.reset()
    return window
  }
}
