import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Timers } from './timers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a timer that comes earlier stays, a later one is replaced', () => {
  const timers = new Timers<'look'>()
  const looked: number[] = []
  const look = () => looked.push(Date.now() - began)
  const began = Date.now()
  timers.startBy('look', 0, 100, look)
  timers.startBy('look', 50, 100, look)
  timers.startBy('look', 0, 30, look)
  vi.advanceTimersByTime(200)
  expect(looked).toEqual([30])
  timers.startBy('look', 200, 100, look)
  timers.stopAll()
  timers.startBy('look', 200, 40, look)
  vi.advanceTimersByTime(100)
  expect(looked).toEqual([30, 240])
})
