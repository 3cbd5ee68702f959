import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { message } from '@minutebook/shared/wire'
import { openSynced } from './test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('[P30] hears when something is said of people, and asks for that after each connecting', async () => {
  const { session, socket } = await openSynced()
  let told = 0
  const asked = () => socket().sent.filter((frame) => frame[0] === message.people).length
  expect(asked()).toBe(0)
  const stop = session.followPeople(() => (told += 1))
  expect(asked()).toBe(1)
  socket().receive((encoder) => encoding.writeVarUint(encoder, message.people))
  expect(told).toBe(1)
  socket().end()
  await vi.advanceTimersByTimeAsync(5_000)
  socket().open()
  expect(asked()).toBe(1)
  stop()
  socket().receive((encoder) => encoding.writeVarUint(encoder, message.people))
  expect(told).toBe(1)
  await session.destroy()
})
