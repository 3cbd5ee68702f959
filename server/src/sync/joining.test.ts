import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Client } from '../simulation/client.ts'
import { createWorld, exchange } from '../simulation/world.ts'

/** Two people: one who writes, and one whose question comes while something is not durable yet. */
async function meeting() {
  const world = createWorld()
  await world.note('n')
  const ann = new Client(1)
  const bob = new Client(2)
  await ann.connect(world, 'n')
  await exchange(world, ann)
  const write = async (word: string) => {
    ann.text.insert(0, word)
    ann.deliver()
    await world.clock.settle()
  }
  return { world, ann, bob, write }
}

const fromAfar = (word: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('frontMatter').insert(0, word)
  return Y.encodeStateAsUpdate(doc)
}

test('[R11] who joins while two batches are under way misses nothing of the second', async () => {
  const { world, ann, bob, write } = await meeting()
  world.store.hold()
  await write('a ') // the disk works on this one
  await write('b ') // waits
  await bob.connect(world, 'n')
  bob.deliver()
  await write('c ') // goes with b in one batch, and is not in the answer
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('c b a ')
})

test('[R21] who catches up while two batches are under way misses nothing of the second', async () => {
  const { world, ann, bob, write } = await meeting()
  await bob.connect(world, 'n')
  await exchange(world, ann, bob)
  bob.buffered = world.limits.bufferedBytes + 1
  await write('a ')
  world.store.hold()
  await write('b ')
  await write('c ')
  bob.buffered = 0
  await world.clock.advance(1_000)
  await write('d ')
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('d c b a ')
})

test('[R11] [R37] who joins while an update of another process comes misses nothing of it', async () => {
  const { world, ann, bob, write } = await meeting()
  const room = await world.rooms.open('n')
  world.store.hold()
  await write('a ')
  await bob.connect(world, 'n')
  bob.deliver()
  room?.hear({ kind: 'update', update: fromAfar('afar ') })
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe(ann.text.toString())
  expect(bob.text.toString()).toContain('afar')
})
