import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { Presence } from './presence.ts'
import { Client, presenceOf } from '../simulation/client.ts'
import { createWorld, exchange, type World } from '../simulation/world.ts'
import { message } from '@minutebook/shared/wire'

const user = (name: string) => ({ user: { name, color: '#aa0000' } })

async function meeting(people: number): Promise<{ world: World; clients: Client[] }> {
  const world = createWorld()
  await world.note('n')
  const clients = Array.from({ length: people }, (_, index) => new Client(index + 1))
  for (const client of clients) await client.connect(world, 'n')
  await exchange(world, ...clients)
  return { world, clients }
}

/** What a client that has read these frames knows, by client id. */
function known(...frames: readonly Uint8Array[]): Map<number, unknown> {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  for (const frame of frames) applyAwarenessUpdate(awareness, frame, 'server')
  awareness.destroy()
  return awareness.getStates()
}

test('[R23] presence is sent at most 20 times a second, as one frame for all changes', async () => {
  const { world, clients } = await meeting(3)
  const [ann, bob, carla] = clients
  for (let clock = 1; clock <= 100; clock += 1) {
    ann?.sendPresence(presenceOf(1, clock, { ...user('Ann'), cursor: clock }))
    bob?.sendPresence(presenceOf(2, clock, { ...user('Bob'), cursor: clock }))
    ann?.deliver()
    bob?.deliver()
    await world.clock.advance(10)
  }
  await world.clock.advance(100)
  carla?.read()
  expect(carla?.presence.length).toBeGreaterThan(10)
  expect(carla?.presence.length).toBeLessThanOrEqual(1.1 * 20)
  expect(known(...(carla?.presence ?? []))).toEqual(
    new Map([
      [1, { ...user('Ann'), cursor: 100 }],
      [2, { ...user('Bob'), cursor: 100 }],
    ]),
  )
})

test('[R23] who alone has changed is not told what it said itself', async () => {
  const { world, clients } = await meeting(2)
  const [ann, bob] = clients
  ann?.sendPresence(presenceOf(1, 1, user('Ann')))
  await exchange(world, ...clients)
  await world.clock.advance(100)
  bob?.read()
  expect([ann?.fromServer.length, bob?.presence.length]).toEqual([0, 1])
})

test('[R24] a joining connection gets everybody once, and can ask again', async () => {
  const { world, clients } = await meeting(2)
  const [ann, bob] = clients
  ann?.sendPresence(presenceOf(1, 1, user('Ann')))
  bob?.sendPresence(presenceOf(2, 1, user('Bob')))
  await exchange(world, ...clients)
  await world.clock.advance(1_000)
  const carla = new Client(3)
  await carla.connect(world, 'n')
  await exchange(world, carla)
  await world.clock.advance(1_000)
  carla.read()
  expect(carla.presence.length).toBe(1)
  expect([...known(...carla.presence).keys()]).toEqual([1, 2])
  carla.sendRaw(Uint8Array.of(message.queryPresence))
  carla.read()
  expect(carla.presence.length).toBe(2)
  expect(world.rooms.present('n')).toEqual([
    { name: 'Ann', color: '#aa0000' },
    { name: 'Bob', color: '#aa0000' },
  ])
})

test('[R25] a connection speaks only for the client id that it introduced', () => {
  const presence = new Presence(1_000)
  const [ann, bob] = ['ann', 'bob']
  presence.hear(presenceOf(1, 1, user('Ann')), ann)
  presence.hear(presenceOf(2, 1, user('Bob')), bob)
  presence.hear(presenceOf(1, 9, user('Mallory')), bob)
  presence.hear(presenceOf(3, 1, user('Second')), bob)
  presence.hear(presenceOf(1, 9, null), bob)
  expect(presence.people().map(({ name }) => name)).toEqual(['Ann', 'Bob'])
})

test('[R25] the entries of others that a y-websocket client sends back are ignored', () => {
  const presence = new Presence(1_000)
  const awareness = new Awareness(new Y.Doc())
  presence.hear(presenceOf(1, 1, user('Ann')), 'ann')
  awareness.setLocalState(user('Bob'))
  presence.hear(encodeAwarenessUpdate(awareness, [awareness.clientID]), 'bob')
  applyAwarenessUpdate(awareness, presence.everybody() ?? Uint8Array.of(0), 'server')
  presence.hear(encodeAwarenessUpdate(awareness, [1]), 'bob')
  presence.leave('ann')
  presence.takeChanges()
  presence.hear(encodeAwarenessUpdate(awareness, [1]), 'bob')
  expect(presence.hasChanges).toBe(false)
  expect(presence.people().map(({ name }) => name)).toEqual(['Bob'])
  awareness.destroy()
})

test('[R26] presence ends with its connection, for everybody', async () => {
  const { world, clients } = await meeting(2)
  const [ann, bob] = clients
  ann?.sendPresence(presenceOf(1, 5, user('Ann')))
  await exchange(world, ...clients)
  await world.clock.advance(100)
  bob?.read()
  expect(known(...(bob?.presence ?? [])).size).toBe(1)
  ann?.drop()
  await world.clock.advance(100)
  bob?.read()
  expect(known(...(bob?.presence ?? [])).size).toBe(0)
  expect(world.rooms.present('n')).toEqual([])
})

test('[R26] a client may take its own presence back', () => {
  const presence = new Presence(1_000)
  presence.hear(presenceOf(1, 1, user('Ann')), 'ann')
  presence.hear(presenceOf(1, 2, null), 'ann')
  expect(presence.people()).toEqual([])
  presence.hear(presenceOf(1, 3, user('Ann')), 'ann')
  expect(presence.people().length).toBe(1)
})

test('[R27] an entry of the wrong size or shape is ignored', () => {
  const presence = new Presence(100)
  const wrong = [
    'text',
    5,
    [1],
    { user: 'Ann' },
    { user: { name: 5 } },
    { user: { name: 'Ann', color: {} } },
    { user: { name: 'é'.repeat(60) } },
  ]
  for (const [index, state] of wrong.entries()) expect(presence.hear(presenceOf(1, index + 1, state), 'ann')).toBe(true)
  expect(presence.everybody()).toBeNull()
  presence.hear(presenceOf(1, 50, { cursor: null }), 'ann')
  expect(presence.everybody()).not.toBeNull()
  expect(presence.people()).toEqual([])
})

test('[W9] presence that cannot be read is refused', () => {
  const presence = new Presence(100)
  expect(presence.hear(Uint8Array.of(2, 1, 1), 'ann')).toBe(false)
  expect(presence.hear(Uint8Array.of(1, 1, 1, 1, 123), 'ann')).toBe(false)
})

test('[R28] a client that is back before its old connection has ended stays present', () => {
  const presence = new Presence(1_000)
  presence.hear(presenceOf(1, 4, user('Ann')), 'old')
  presence.takeChanges()
  presence.hear(presenceOf(1, 4, user('Ann')), 'new')
  presence.leave('old')
  expect(presence.people().length).toBe(1)
  expect(presence.hasChanges).toBe(false)
  presence.hear(presenceOf(1, 5, user('Anne')), 'new')
  expect(presence.people().map(({ name }) => name)).toEqual(['Anne'])
  presence.leave('new')
  expect(presence.people()).toEqual([])
})

test('[R29] presence is not stored', async () => {
  const { world, clients } = await meeting(2)
  clients[0]?.sendPresence(presenceOf(1, 1, user('Ann')))
  await exchange(world, ...clients)
  expect((await world.store.load('n'))?.length).toBe(1)
})

test('people of other processes are among those present', () => {
  const presence = new Presence(1_000)
  presence.hearFromAfar(presenceOf(7, 1, user('Zoe')))
  presence.hearFromAfar(presenceOf(8, 1, user('Yan')))
  expect(presence.people().length).toBe(2)
})
