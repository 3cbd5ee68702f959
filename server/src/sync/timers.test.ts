import { expect, test } from 'vitest'
import { HandClock } from '../simulation/hand-clock.ts'
import { Timers } from './timers.ts'

function setUp() {
  const clock = new HandClock()
  const rang: string[] = []
  return { clock, timers: new Timers<'a' | 'b'>(clock), rang, ring: (name: string) => () => rang.push(name) }
}

test('a timer that is put off rings once, so long after the last time', async () => {
  const { clock, timers, rang, ring } = setUp()
  timers.restart('a', 100, ring('first'))
  await clock.advance(60)
  timers.restart('a', 100, ring('second'))
  expect(clock.timers).toBe(1)
  await clock.advance(99)
  expect(rang).toEqual([])
  await clock.advance(1)
  expect(rang).toEqual(['second'])
  expect(timers.isRunning('a')).toBe(false)
  expect(clock.timers).toBe(0)
})

test('a timer can be put forward, stopped, and started again', async () => {
  const { clock, timers, rang, ring } = setUp()
  timers.start('a', 100, ring('a'))
  timers.start('a', 10, ring('not this one'))
  timers.restart('b', 100, ring('late'))
  timers.restart('b', 10, ring('b'))
  await clock.advance(10)
  expect(rang).toEqual(['b'])
  timers.stop('a')
  timers.start('b', 5, ring('b again'))
  await clock.advance(200)
  expect(rang).toEqual(['b', 'b again'])
  timers.start('a', 5, ring('never'))
  timers.stopAll()
  await clock.advance(5)
  expect(rang).toEqual(['b', 'b again'])
})
