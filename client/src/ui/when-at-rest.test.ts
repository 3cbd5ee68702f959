import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenAtRest } from './when-at-rest.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A clock on which the page can be kept busy: its timers are late then. */
function clockWithWork(): (ms: number) => void {
  const clock = performance.now.bind(performance)
  let worked = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + worked)
  return (ms) => void (worked += ms)
}

test('[N241] what is not needed to begin waits until the page has been at rest for a second', () => {
  const run = vi.fn<() => void>()
  whenAtRest(run)
  vi.advanceTimersByTime(900)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledOnce()
})

test('[N241] and begins anew when something kept it busy', () => {
  const work = clockWithWork()
  const run = vi.fn<() => void>()
  whenAtRest(run)
  vi.advanceTimersByTime(850)
  work(200)
  vi.advanceTimersByTime(900)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledOnce()
})

test('[N241] but not for longer than ten seconds', () => {
  const work = clockWithWork()
  const run = vi.fn<() => void>()
  const beganAt = performance.now()
  whenAtRest(run)
  for (let i = 0; i < 40 && run.mock.calls.length === 0; i++) {
    vi.advanceTimersByTime(100)
    work(200)
  }
  expect(run).toHaveBeenCalledOnce()
  expect(performance.now() - beganAt).toBeLessThan(11_000)
})
