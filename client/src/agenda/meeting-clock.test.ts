import type { AgendaPoint } from '@minutebook/shared/meeting'
import { expect, test } from 'vitest'
import { meetingClock } from './meeting-clock.ts'

const point = (id: string, state: AgendaPoint['state'], minutes: number | null): AgendaPoint => ({
  item: [1, 0],
  path: [1, 0, 0],
  heading: [0],
  text: id,
  minutes,
  minutesAt: null,
  box: null,
  id,
  state,
  since: null,
  spent: 0,
})
const open = [point('a', 'now', 20), point('b', 'open', 10)]
const none = new Map<string, string>()
const at = (time: string) => Date.parse(`2024-03-06T${time}:00Z`)
const iso = (time: string) => new Date(at(time)).toISOString()
const datetime = '2024-03-06T16:00:00+01:00' // 15:00 in UTC

function clock(begun: string | null, now: string, points = open, discussed = none, when: string | null = datetime) {
  const { state, elapsed, planned } = meetingClock(points, { begun, discussed }, when, at(now))
  return [state, elapsed, planned]
}

test('[I83] goes from the time in the header where the agenda is begun soon after it, else from then', () => {
  expect(clock(iso('15:04'), '15:10')).toEqual(['on', 10, 30])
  expect(clock(iso('15:04'), '15:10', open, none, null)).toEqual(['on', 6, 30])
  expect(clock(iso('14:58'), '15:10')).toEqual(['on', 12, 30])
  expect(clock(iso('17:00'), '17:10')).toEqual(['on', 10, 30])
})

test('[I83] goes before anybody begins while it is the time of the meeting', () => {
  expect(clock(null, '14:59')).toEqual(['off', null, 30])
  expect(clock(null, '15:05')).toEqual(['on', 5, 30])
  expect(clock(null, '16:05')).toEqual(['off', null, 30])
  expect(clock(null, '15:05', open, none, '2024-03-06')).toEqual(['off', null, 30])
  expect(clock(null, '15:05', open, none, 'soon')).toEqual(['off', null, 30])
  expect(clock(null, '15:05', open, none, '2024-03-06 15:00:00Z')).toEqual(['on', 5, 30])
})

test('[I83] stands still when the last item is discussed', () => {
  const all = [point('a', 'discussed', 20), point('b', 'discussed', null)]
  const discussed = new Map([
    ['a', iso('15:30')],
    ['b', iso('15:41')],
  ])
  expect(clock(iso('15:00'), '20:00', all, discussed)).toEqual(['over', 41, 20])
  expect(clock(null, '20:00', all, discussed)).toEqual(['over', null, 20])
})

test('[I83] is not counted on where the meeting was left, and knows whether all is planned', () => {
  expect(clock(iso('02:00'), '23:00', open, none, null)).toEqual(['off', null, 30])
  const some = [point('a', 'now', 20), point('b', 'open', null)]
  expect(meetingClock(some, { begun: null, discussed: none }, null, 0)).toMatchObject({ isWhollyPlanned: false })
  expect(clock(iso('15:00'), '15:01', [point('a', 'now', null)])).toEqual(['on', 1, null])
})
