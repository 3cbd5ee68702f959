import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('[N14] doubles up to 15 s, and spreads over the upper half', () => {
  expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 1))).toEqual([400, 800, 1600, 3200])
  expect([1, 2, 3, 4].map((failures) => backoffMs(failures, 0))).toEqual([200, 400, 800, 1600])
  expect(backoffMs(1000, 1)).toBe(15_000)
})
