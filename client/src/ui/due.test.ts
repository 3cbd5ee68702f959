import { expect, test } from 'vitest'
import { dueLabel, urgencyOf } from './due.ts'

const today = '2024-03-06'

test('[N42, E33] a due date is late before today, soon within two days, and neither when done', () => {
  expect(urgencyOf('2024-03-05', today, false)).toBe('late')
  expect(urgencyOf('2024-03-06', today, false)).toBe('soon')
  expect(urgencyOf('2024-03-08', today, false)).toBe('soon')
  expect(urgencyOf('2024-03-09', today, false)).toBe('later')
  expect(urgencyOf('2024-03-05', today, true)).toBe('later')
})

test('[N42] its pill has the weekday when it is near, and the year where it is not that of the meeting', () => {
  expect(dueLabel('2024-03-09', today, 'later')).toBe('Mar 9')
  expect(dueLabel('2024-03-08', today, 'soon')).toBe('Fri, Mar 8')
  expect(dueLabel('2025-01-01', '2024-12-31', 'soon')).toBe('Wed, Jan 1, 2025')
  expect(dueLabel('2025-03-05', today, 'later')).toBe('Mar 5, 2025')
})
