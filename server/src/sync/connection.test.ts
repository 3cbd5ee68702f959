import { close, limits, message } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import type { Limits } from '../config.ts'
import { pulseMs, Pulse } from './pulse.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { Rate } from './rate.ts'
import { Client } from '../simulation/client.ts'
import { createWorld, exchange } from '../simulation/world.ts'

async function joined(changed: Partial<Limits> = {}, mayEdit = true) {
  const world = createWorld(changed)
  await world.note('n', 'Hello')
  const ann = new Client()
  await ann.connect(world, 'n', mayEdit)
  return { world, ann }
}

test('[W4] whoever may only view is answered, and closed when it sends a change', async () => {
  const { world, ann } = await joined({}, false)
  await exchange(world, ann)
  expect(ann.text.toString()).toBe('Hello')
  expect(ann.closedWith).toBeNull()
  ann.text.insert(0, 'Mine. ')
  await exchange(world, ann)
  expect(ann.closedWith).toBe(close.noAccess)
  expect((await world.store.load('n'))?.length).toBe(1)
})

test('[W9] a text frame, an unknown message and a frame with too much close the connection', async () => {
  for (const frame of [null, Uint8Array.of(), Uint8Array.of(9), Uint8Array.of(message.queryPresence, 0)]) {
    const { ann } = await joined()
    ann.sendRaw(frame)
    expect(ann.closedWith).toBe(close.badFrame)
  }
})

test('[W10] a frame over the limit closes the connection', async () => {
  const { ann } = await joined({ frameBytes: 100 })
  ann.sendRaw(new Uint8Array(101))
  expect(ann.closedWith).toBe(close.tooLarge)
})

test('[W11] a burst is taken, more than the limit for longer is not', async () => {
  const { world, ann } = await joined()
  await exchange(world, ann)
  for (let second = 0; second < 30; second += 1) {
    for (let update = 0; update < limits.updatesPerSecond; update += 1) ann.text.insert(0, 'x')
    ann.deliver()
    await world.clock.advance(1_000)
  }
  expect(ann.closedWith).toBeNull()
  for (let update = 0; update < limits.updatesPerSecond * 11; update += 1) ann.text.insert(0, 'x')
  ann.deliver()
  expect(ann.closedWith).toBe(close.tooMany)
})

test('[W11] bytes are bounded as well', async () => {
  const { ann } = await joined()
  const frame = new Uint8Array(limits.frameBytes)
  frame.set([message.saved])
  const clock = new HandClock()
  const rate = new Rate(4, clock)
  expect([rate.take(40), rate.take(1)]).toEqual([true, false])
  await clock.advance(2_000)
  expect([rate.take(7), rate.take(1)]).toEqual([true, false])
  ann.drop()
})

test('[W12] who does not ask for the document in time is closed', async () => {
  const { world, ann } = await joined()
  await world.clock.advance(limits.handshakeMs - 1)
  expect(ann.closedWith).toBeNull()
  await world.clock.advance(1)
  expect(ann.closedWith).toBe(close.tooSlow)
})

test('[W12] who has asked stays', async () => {
  const { world, ann } = await joined()
  await exchange(world, ann)
  await world.clock.advance(limits.handshakeMs * 2)
  expect(ann.closedWith).toBeNull()
})

test('[W14] a socket that answers no ping is ended, one that does stays', async () => {
  const clock = new HandClock()
  const pulse = new Pulse(clock)
  const events: string[] = []
  const dead = { ping: () => events.push('ping dead'), terminate: () => events.push('end dead') }
  const alive = { ping: () => pulse.mark(alive), terminate: () => events.push('end alive') }
  pulse.add(dead)
  pulse.add(alive)
  await clock.advance(pulseMs * 5)
  expect(events).toEqual(['ping dead', 'end dead'])
  expect(pulse.size).toBe(1)
  pulse.remove(alive)
  expect(clock.timers).toBe(0)
})
