import { expect, test } from 'vitest'
import { readDue } from './due.ts'

/** A Tuesday. */
const day = '2024-05-07'

/** The date and the words that name it. */
function due(text: string, meeting: string | null = day) {
  const found = readDue(text, meeting)
  return found && [found.date, text.slice(found.from, found.to)]
}

test.each([
  ['Send it (due 2024-06-01).', '2024-06-01', '(due 2024-06-01)'],
  ['Send it [due: 2024-06-01]', '2024-06-01', '[due: 2024-06-01]'],
  ['Send it, due 2024-06-01, to all', '2024-06-01', 'due 2024-06-01'],
  ['Due: June 1 - send it', '2024-06-01', 'Due: June 1'],
  ['Send it (by 2024-06-01)', '2024-06-01', '(by 2024-06-01)'],
  ['Send it by 2024-06-01 to Ann', '2024-06-01', 'by 2024-06-01'],
  ['Send it (due June 1, with Ann)', '2024-06-01', 'due June 1'],
  ['Write by hand\nand send by June 1', '2024-06-01', 'by June 1'],
  ['Due on Friday', '2024-05-10', 'Due on Friday'],
])('[I30] %j', (text, date, words) => expect(due(text)).toEqual([date, words]))

test.each([
  'Made by Ann',
  'due to the weather',
  'residue 2024-06-01',
  'by the way',
  'see (2024-06-01)',
  'x/by 2024-06-01/y',
  'due',
])('[I30] no due date: %j', (text) => expect(due(text)).toBeNull())

test.each([
  ['due 2023-11-08', '2023-11-08'],
  ['due Nov 8, 2023', '2023-11-08'],
  ['by November 8th 2023', '2023-11-08'],
  ['by 8 November 2023', '2023-11-08'],
  ['by the end of February 2024', '2024-02-29'],
  ['by 26th of August 2022', '2022-08-26'],
])('[I31] %j needs no meeting', (text, date) => expect(due(text, null)?.[0]).toBe(date))

test.each([
  ['by end of the month', '2024-05-31'],
  ['by end of next month', '2024-06-30'],
  ['by the end of this year', '2024-12-31'],
  ['by end of April', '2025-04-30'],
  ['by end of day', '2024-05-07'],
])('[I31] %j', (text, date) => expect(due(text)).toEqual([date, text]))

test.each([
  ['due Nov 8', '2024-11-08'],
  ['due May 7', '2024-05-07'],
  ['due May 6', '2025-05-06'],
  ['by Friday', '2024-05-10'],
  ['by Tuesday', '2024-05-14'],
  ['by next Wednesday', '2024-05-08'],
  ['by fri', '2024-05-10'],
  ['due tomorrow', '2024-05-08'],
  ['due today', '2024-05-07'],
  ['by Friday, May 10', '2024-05-10'],
  ['by tomorrow, May 8, 2024', '2024-05-08'],
  ['by tomorrow, Wednesday, May 8, 2024', '2024-05-08'],
])('[I32] %j', (text, date) => {
  expect(due(text)).toEqual([date, text])
  expect(due(text, null)?.[0] ?? null).toBe(text.includes('2024') ? date : null)
})

test.each([
  'due 03/04/2023',
  'due 3.4.2023',
  'by next week',
  'by end of the week',
  'by 2024-02-30',
  'due Feb 30',
  'by Friday, May 9',
  'by tomorrow, May 9, 2024',
  'by tomorrow, Friday, May 8, 2024',
  'due end of next week',
  'by May',
  'by May 2024',
  'due 2024-06-011',
  'by Sun Microsystems',
  'by 4 people',
])('[I33] %j is no date', (text) => expect(due(text)).toBeNull())
