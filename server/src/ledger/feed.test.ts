import { beforeEach, expect, test } from 'vitest'
import { HandClock } from '../simulation/hand-clock.ts'
import { createFeed, type Feed } from './feed.ts'

let clock: HandClock
let feed: Feed

beforeEach(() => {
  clock = new HandClock()
  feed = createFeed({ clock, newId: () => 'origin', remembered: 3, mostReaders: 2 })
})

function opened(after: string | null = null) {
  const reader = feed.open(after)
  if (!reader) throw new Error('no reader')
  return reader
}

test('[L46] a reader hears at once of what changes after it came, each note once', async () => {
  feed.publish(['before'])
  const reader = opened()
  const next = reader.next(1000)
  feed.publish(['a', 'b', 'a'])
  expect(await next).toEqual({ id: 'origin.4', notes: ['a', 'b'], present: [], isGap: false })
  feed.publish(['c'])
  feed.publish(['d'])
  expect(await reader.next(1000)).toMatchObject({ notes: ['c', 'd'] })
})

test('[L46] where nothing changes it says so, so that the connection is seen to live', async () => {
  const next = opened().next(1000)
  await clock.advance(1000)
  expect(await next).toEqual({ id: 'origin.0', notes: [], present: [], isGap: false })
  expect(clock.timers).toBe(0)
})

test('[L47] who comes back hears of what changed meanwhile', async () => {
  feed.publish(['a'])
  feed.publish(['b'])
  expect(await opened('origin.1').next(0)).toMatchObject({ notes: ['b'], isGap: false })
})

test('[L47] who was away too long, or comes from another process, is told of a gap', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) feed.publish([id])
  expect(await opened('origin.1').next(0)).toEqual({ id: 'origin.8', notes: [], present: [], isGap: true })
  for (const after of ['other.8', 'origin.99', 'origin.x', '']) {
    const reader = opened(after)
    expect(await reader.next(0)).toMatchObject({ isGap: true })
    reader.end()
  }
})

test('[L48] there are so many readers at most, and closing ends them all', async () => {
  const [first, second] = [opened(), opened()]
  expect([feed.open(null), feed.readers()]).toEqual([null, 2])
  second.end()
  expect(await second.next(1000)).toBeNull()
  const waiting = first.next(1000)
  feed.close()
  expect([await waiting, feed.readers(), feed.open(null), clock.timers]).toEqual([null, 0, null, 0])
})

test('[A145] who is in a note is told apart from what it says', async () => {
  const reader = opened()
  feed.publish(['a'], 'people')
  feed.publish(['b'])
  feed.publish(['a'], 'people')
  expect(await reader.next(0)).toMatchObject({ notes: ['b'], present: ['a'] })
})
