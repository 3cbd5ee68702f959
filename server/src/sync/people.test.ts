import { message } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { Client } from '../simulation/client.ts'
import { createWorld, exchange } from '../simulation/world.ts'

function told(client: Client): number {
  return client.received.filter((kind) => kind === message.people).length
}

test('[W18] who asks is told when something is said of people, and no other', async () => {
  const world = createWorld()
  await world.note('n')
  const [ann, bob] = [new Client(1), new Client(2)]
  for (const client of [ann, bob]) await client.connect(world, 'n')
  await exchange(world, ann, bob)
  ann.sendRaw(Uint8Array.of(message.people))
  world.rooms.tellPeople()
  world.rooms.tellPeople()
  await exchange(world, ann, bob)
  expect([told(ann), told(bob)]).toEqual([2, 0])

  ann.buffered = world.limits.bufferedBytes + 1
  world.rooms.tellPeople()
  await exchange(world, ann, bob)
  expect(told(ann)).toBe(2)
  ann.buffered = 0
  await world.clock.advance(1_000)
  await exchange(world, ann, bob)
  expect(told(ann)).toBe(3)
})
