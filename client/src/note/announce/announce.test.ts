import { expect, test } from 'vitest'
import type { AgendaPoint } from '@minutebook/shared/meeting'
import { Gathering } from './gathering.ts'
import { saidOfMove } from './moves.ts'

test('[N150] joins and leaves are said together, in few words', () => {
  const gathering = new Gathering()
  expect(gathering.take(['Ada'])).toBe(false)
  gathering.take(['Ada', 'Ben'])
  gathering.take(['Ada', 'Ben', 'Cleo', 'Dan'])
  gathering.take(['Ben', 'Cleo', 'Dan'])
  expect(gathering.say()).toBe('Ben and 2 others joined, Ada left')
  expect(gathering.say()).toBe('')
})

test('[N150] who goes and is back meanwhile did neither', () => {
  const gathering = new Gathering()
  gathering.take(['Ada'])
  gathering.take([])
  expect(gathering.take(['Ada'])).toBe(false)
  gathering.take(['Ada', 'Ben'])
  gathering.take(['Ada'])
  expect(gathering.say()).toBe('')
})

test('[N150] what a lost connection says of who is here is no news', () => {
  const gathering = new Gathering()
  gathering.take(['Ada', 'Ben'])
  gathering.forget()
  expect(gathering.take(['Ada'])).toBe(false)
  expect(gathering.say()).toBe('')
})

const start = Date.parse('2024-03-06T15:00:00Z')
const point = (text: string, state: AgendaPoint['state'], since: string | null = null): AgendaPoint => ({
  item: [1, 0],
  path: [1, 0, 0],
  heading: [0],
  text,
  minutes: null,
  minutesAt: null,
  box: null,
  id: text,
  state,
  since,
  spent: 0,
})
const open = [point('Tools', 'open'), point('Others', 'open')]
const first = [point('Tools', 'now', '2024-03-06T15:00:00Z'), point('Others', 'open')]
const second = [point('Tools', 'discussed'), point('Others', 'now', '2024-03-06T15:00:00Z')]

test('[N151] when the agenda goes on it is said who moved it on and to what', () => {
  expect(saidOfMove(first, second, () => 'Ada', start)).toBe('Ada moved on to Others')
  expect(saidOfMove(open, first, () => null, start)).toBe('Moved on to Tools')
  expect(saidOfMove(second, [point('Tools', 'discussed'), point('Others', 'discussed')], () => 'Ada', start)).toBe(
    'The agenda is discussed',
  )
})

test('[N151] nothing is said where nothing went on, or long ago', () => {
  expect(saidOfMove(second, [...second], () => 'Ada', start)).toBe('')
  expect(saidOfMove(first, second, () => 'Ada', start + 120_000)).toBe('')
  expect(saidOfMove(open, open, () => 'Ada', start)).toBe('')
  expect(saidOfMove(first, open, () => 'Ada', start)).toBe('')
})
