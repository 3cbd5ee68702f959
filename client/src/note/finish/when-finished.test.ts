import { expect, test } from 'vitest'
import { clockOf } from '../../ui/dates.ts'
import { whenFinished } from './when-finished.ts'

test('[G11] it is said when a meeting was finished, with the day where that is another', () => {
  const at = new Date(2026, 10, 26, 21, 5)
  expect(whenFinished(at.toISOString(), new Date(2026, 10, 26, 23, 0))).toBe(`at ${clockOf(at)}`)
  expect(whenFinished(at.toISOString(), new Date(2026, 10, 27, 0, 5))).toBe(`on Nov 26, 2026 at ${clockOf(at)}`)
})
