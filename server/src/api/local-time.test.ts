import { expect, test } from 'vitest'
import { localTime } from './local-time.ts'

const moment = new Date('2024-03-06T13:05:42.900Z')

test.each([
  [60, '2024-03-06T14:05:00+01:00'],
  [0, '2024-03-06T13:05:00+00:00'],
  [-570, '2024-03-06T03:35:00-09:30'],
  [720, '2024-03-07T01:05:00+12:00'],
])('[A6] a moment %i minutes east is %s', (offset, written) => {
  expect(localTime(moment, offset)).toBe(written)
})

test('[A6] the time zone is the machine’s at that moment', () => {
  expect(Date.parse(localTime(moment))).toBe(Date.parse('2024-03-06T13:05:00Z'))
})
