import { expect, test } from 'vitest'
import { meetingTime } from './meeting-time.ts'

test.each([
  ['2023-10-25T13:00:00+02:00', '2023-10-25T11:00:00.000Z'],
  ['2023-10-25T13:00+0530', '2023-10-25T07:30:00.000Z'],
  ['2023-10-25 13:00', '2023-10-25T13:00:00.000Z'],
  ['2023-10-25T13:00:05.123Z', '2023-10-25T13:00:05.000Z'],
  ['2023-10-25T23:30-01', '2023-10-26T00:30:00.000Z'],
  ['2023-10-25', '2023-10-25T00:00:00.000Z'],
  ['2023-10-25 after lunch', '2023-10-25T00:00:00.000Z'],
])('[L7] %s is %s', (written, moment) => {
  expect(meetingTime(written, '2023-10-25')).toBe(moment)
})

test('[L6] what names no day has no moment', () => {
  expect(meetingTime(null, null)).toBeNull()
  expect(meetingTime('2023-02-30', null)).toBeNull()
})
