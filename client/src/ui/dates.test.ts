import { expect, test } from 'vitest'
import { clockOf, formatDay } from './dates.ts'

test('a day is written as the platform writes it', () => {
  const platform = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' })
  for (let days = 0; days < 800; days += 1) {
    const date = new Date(Date.UTC(2023, 10, 1 + days))
    expect(formatDay(date.toISOString().slice(0, 10), 'long')).toBe(platform.format(date))
  }
})

test('the short forms', () => {
  expect(formatDay('2023-10-25', 'month')).toBe('October 2023')
  expect(formatDay('2023-10-25', 'short')).toBe('Oct 25')
  expect(formatDay('2023-10-27', 'weekday')).toBe('Fri, Oct 27')
  expect(formatDay('2023-10-25', 'full')).toBe('Wed, Oct 25, 2023')
  expect(formatDay('2023-10-25', 'dated')).toBe('Oct 25, 2023')
  expect(() => formatDay('soon', 'short')).toThrow(RangeError)
})

const clocks = (locale: string) =>
  [5, 21].map((hour) => clockOf(new Date(2026, 0, 2, hour, 8), locale).replaceAll('\u202F', ' '))

test('a clock of twelve hours has no leading zero', () => {
  expect(clocks('en-US')).toEqual(['5:08 AM', '9:08 PM'])
  expect(clocks('en-GB')).toEqual(['05:08', '21:08'])
  expect(clocks('ro')).toEqual(['05:08', '21:08'])
})
