import { expect, test } from 'vitest'
import { dueChoices } from './due-choices.ts'

/** A Wednesday. */
const today = '2023-10-25'

const offered = (query: string, before: string | null = null, day = today) =>
  dueChoices(query, day, before).map(({ label, note, date }) => [label, note, date])

test('[N224] near days are offered, each once, and no date where there is one', () => {
  expect(offered('')).toEqual([
    ['Today', 'Oct 25', '2023-10-25'],
    ['Tomorrow', 'Oct 26', '2023-10-26'],
    ['Friday', 'Oct 27', '2023-10-27'],
    ['Monday', 'Oct 30', '2023-10-30'],
    ['In a week', 'Nov 1', '2023-11-01'],
    ['In two weeks', 'Nov 8', '2023-11-08'],
    ['In a month', 'Nov 25', '2023-11-25'],
  ])
  expect(offered('', '2023-11-08').at(-1)).toEqual(['No date', '', null])
  expect(offered('', null, '2023-10-26').map(([label]) => label)).not.toContain('Friday') // it is tomorrow
  expect(offered('in a m', null, '2024-01-31')).toEqual([['In a month', 'Feb 29', '2024-02-29']])
})

test.each([
  ['fri', ['Friday', 'Oct 27', '2023-10-27']],
  ['sunday', ['Sunday, October 29, 2023', '', '2023-10-29']],
  ['nov 8', ['Wednesday, November 8, 2023', '', '2023-11-08']],
  ['2024-03-06', ['Wednesday, March 6, 2024', '', '2024-03-06']],
  ['end of month', ['Tuesday, October 31, 2023', '', '2023-10-31']],
  ['in 3 days', ['Saturday, October 28, 2023', '', '2023-10-28']],
  ['In 3 weeks', ['Wednesday, November 15, 2023', '', '2023-11-15']],
])('[N224] %j is a day', (words, choice) => expect(offered(words)[0]).toEqual(choice))

test.each(['next week', '03/04/2023', 'soon', 'nov 31', 'nov 8 or so'])('[N224] %j is no certain day', (words) =>
  expect(offered(words)).toEqual([]),
)
