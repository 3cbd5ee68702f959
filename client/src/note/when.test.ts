import { expect, test } from 'vitest'
import { readWhen, writeWhen } from './when.ts'

test.each([
  ['2024-03-06T14:00:00+02:00', 'Wednesday, March 6, 2024 at 14:00', 'UTC+2', '2024-03-06T14:00'],
  ['2024-03-06T14:00+05:30', 'Wednesday, March 6, 2024 at 14:00', 'UTC+5:30', '2024-03-06T14:00'],
  ['2024-03-06T14:00:00-0700', 'Wednesday, March 6, 2024 at 14:00', 'UTC−7', '2024-03-06T14:00'],
  ['2024-03-06 9:05', 'Wednesday, March 6, 2024 at 09:05', null, '2024-03-06T09:05'],
  ['2024-03-06T14:00Z', 'Wednesday, March 6, 2024 at 14:00', 'UTC', '2024-03-06T14:00'],
  ['2024-03-06', 'Wednesday, March 6, 2024', null, '2024-03-06T00:00'],
])('[N36] %j reads as %j', (datetime, words, zone, local) => {
  expect(readWhen(datetime)).toMatchObject({ words, zone, local })
})

test('[N36] on a phone the words are shorter', () => {
  expect(readWhen('2024-03-06T14:00:00+02:00')?.short).toBe('Wed, Mar 6, 2024 at 14:00')
})

test.each([
  '',
  'tomorrow',
  '2024-02-30',
  '2024-13-01',
  '2024-03-06T25:00',
  '2024-03-06T14:61',
  '06.03.2024',
  '2024-3-6',
])('[N36] %j is no datetime', (datetime) => {
  expect(readWhen(datetime)).toBeNull()
})

test.each([
  ['2024-03-06T14:00:00+02:00', '2024-03-07T09:30', '2024-03-07T09:30:00+02:00'],
  ['2024-03-06 14:00', '2024-03-07T09:30', '2024-03-07 09:30'],
  ['2024-03-06T14:00Z', '2024-03-07T09:30', '2024-03-07T09:30Z'],
  ['2024-03-06', '2024-03-07T00:00', '2024-03-07'],
  ['2024-03-06', '2024-03-07T09:30', '2024-03-07T09:30:00+02:00'],
  ['', '2024-03-07T09:30', '2024-03-07T09:30:00+02:00'],
  ['soon', '2024-03-07T09:30', '2024-03-07T09:30:00+02:00'],
])('[N37] %j becomes %j as %j', (before, local, after) => {
  expect(writeWhen(before, local, 120)).toBe(after)
})

test('[N37] a new datetime names its offset, west of UTC too', () => {
  expect(writeWhen('', '2024-03-07T09:30', -330)).toBe('2024-03-07T09:30:00-05:30')
})
