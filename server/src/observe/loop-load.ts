import { performance } from 'node:perf_hooks'

/** Gives a function that says which share of its time the event loop was at work since the last call, from 0 to 1. */
export function createLoopLoad(): () => number {
  let before = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    return utilization
  }
}
