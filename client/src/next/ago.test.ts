import { expect, test } from 'vitest'
import { ago } from './ago.ts'

test.each([
  ['2026-01-02T12:00:20Z', 'just now'],
  ['2026-01-02T11:59:50Z', 'just now'],
  ['2026-01-02T11:58:00Z', '2 minutes ago'],
  ['2026-01-02T09:00:00Z', '3 hours ago'],
  ['2026-01-01T11:00:00Z', 'yesterday'],
  ['2025-12-20T12:00:00Z', '13 days ago'],
])('[A131] %s is %s', (moment, words) => {
  expect(ago(moment, new Date('2026-01-02T12:00:00Z'))).toBe(words)
})
