import { describe, expect, test } from 'vitest'
import { addDays } from '../meeting/calendar.ts'
import { intervalInWords, learnInterval, nextInSeries } from './interval.ts'
import { seriesOf } from './series.ts'

/** So many days, a number of days apart. */
const every = (gap: number, count: number, first = '2024-01-03') =>
  Array.from({ length: count }, (_, index) => addDays(first, gap * index))

const words = (days: readonly string[]) => {
  const interval = learnInterval(days)
  return interval && intervalInWords(interval)
}
const next = (days: readonly string[], today = '2024-01-01') => {
  const interval = learnInterval(days)
  return interval && nextInSeries(interval, days.toSorted().at(-1) ?? '', today)
}

describe('[A123] what a series says', () => {
  test.each<[string, readonly string[], string | null, string | null]>([
    ['weekly', every(7, 5), 'every Wednesday', '2024-02-07'],
    ['every two weeks', every(14, 4), 'every second Wednesday', '2024-02-28'],
    ['every three weeks', every(21, 4), 'every third Wednesday', '2024-03-27'],
    [
      'in any order, and some twice',
      [...every(14, 4).toReversed(), '2024-01-17'],
      'every second Wednesday',
      '2024-02-28',
    ],
    [
      'a holiday',
      ['2024-01-03', '2024-01-10', '2024-01-17', '2024-01-31', '2024-02-07'],
      'every Wednesday',
      '2024-02-14',
    ],
    ['the last one moved to Thursday', [...every(14, 4), '2024-02-29'], 'every second Wednesday', '2024-03-13'],
    [
      'one in the middle moved',
      ['2024-01-03', '2024-01-16', '2024-01-31', '2024-02-14'],
      'every second Wednesday',
      '2024-02-28',
    ],
    [
      'weekly once, every two weeks now',
      [...every(7, 4, '2023-09-06'), ...every(14, 7)],
      'every second Wednesday',
      '2024-04-10',
    ],
    ['a long pause', ['2023-01-04', '2023-01-11', ...every(7, 3)], 'every Wednesday', '2024-01-24'],
    [
      'the first Wednesday of the month',
      ['2024-01-03', '2024-02-07', '2024-03-06', '2024-04-03'],
      'the first Wednesday of every month',
      '2024-05-01',
    ],
    ['the last Friday', ['2024-01-26', '2024-02-23', '2024-03-29'], 'the last Friday of every month', '2024-04-26'],
    [
      'each third month, across a year',
      ['2023-05-09', '2023-08-08', '2023-11-14'],
      'the second Tuesday of every third month',
      '2024-02-13',
    ],
    ['every four weeks', every(28, 8), 'every fourth Wednesday', '2024-08-14'],
    [
      'Monday and Thursday',
      ['2024-01-01', '2024-01-04', '2024-01-08', '2024-01-11', '2024-01-15'],
      'every Monday and Thursday',
      '2024-01-18',
    ],
    [
      'every working day',
      [...every(1, 5, '2024-01-01'), ...every(1, 5, '2024-01-08')],
      'every working day',
      '2024-01-15',
    ],
    ['two meetings', every(14, 2), null, null],
    ['none', [], null, null],
    ['two gaps that differ', ['2024-01-03', '2024-01-17', '2024-02-28'], null, null],
    ['no pattern', ['2024-01-03', '2024-01-22', '2024-02-16', '2024-03-31'], null, null],
  ])('%s', (_name, days, said, day) => {
    expect(words(days)).toBe(said)
    expect(next(days)).toBe(day)
  })

  test('[A124] the next meeting is not before today, and stays in step', () => {
    expect(next(every(14, 4), '2024-02-28')).toBe('2024-02-28')
    expect(next(every(14, 4), '2024-02-29')).toBe('2024-03-13')
    expect(next(every(1, 14, '2024-01-01'), '2024-02-03')).toBe('2024-02-03')
    expect(next(every(7, 3), '2024-02-02')).toBe('2024-02-07')
    expect(next(['2024-01-03', '2024-02-07', '2024-03-06', '2024-04-03'], '2024-07-09')).toBe('2024-08-07')
  })
})

test.each([
  ['Lamp Weekly of 2024-03-06', 'Lamp Weekly, March 13, 2024'],
  ['Community Gathering, October 25, 2023', 'Community gathering 2023-11-08'],
  ['Musl WG, July 14 2022', 'Musl WG, 3rd Aug. 2022'],
  ['Réunion du 4 mai', 'Reunion du 18 mai'],
  ['Wednesday sync #12', 'Sync #13'],
])('[A125] %s and %s are of one series', (one, other) => {
  expect(seriesOf(one)).toBe(seriesOf(other))
})

test('[A125] another subject is another series', () => {
  expect(seriesOf('Release planning, May 2')).not.toBe(seriesOf('Community gathering, May 2'))
})
