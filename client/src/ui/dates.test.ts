import { expect, test } from 'vitest'
import { formatDay } from './dates.ts'

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
