import { close } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { Client } from '../simulation/client.ts'
import { meeting, send, textOf, updateOf } from '../simulation/meeting.ts'
import { createWorld, exchange } from '../simulation/world.ts'
import { restMs } from './room.ts'
import * as Y from 'yjs'

test('[R1] two first visitors share one room, which is loaded once', async () => {
  const world = createWorld()
  await world.note('n')
  const [one, two] = await Promise.all([world.rooms.open('n'), world.rooms.open('n')])
  expect(one).toBe(two)
  expect(world.store.loads()).toBe(1)
})

test('[R3] a note that cannot be loaded fails the knock, and the next one tries again', async () => {
  const world = createWorld()
  await world.note('n')
  world.store.breakWith('the disk is gone')
  await expect(world.rooms.open('n')).rejects.toThrow('the disk is gone')
  world.store.breakWith(null)
  expect(await world.rooms.open('n')).not.toBeNull()
})

test('[R3] a log that cannot be read fails the knock', async () => {
  const world = createWorld()
  await world.store.create('n', Uint8Array.of(7, 7, 7), new Date(0))
  await expect(world.rooms.open('n')).rejects.toThrow(Error)
})

test('[R4] a note that does not exist has no room', async () => {
  const world = createWorld()
  expect(await world.rooms.open('n')).toBeNull()
  expect(await world.rooms.read('n', textOf)).toBeNull()
  expect(await world.rooms.change('n', textOf)).toBeNull()
  expect(await world.rooms.remove('n')).toBe(false)
  await world.note('n', 'made later')
  expect(await world.rooms.read('n', textOf)).toBe('made later')
})

test('[R2] [R10] [R11] a joining client gets the document once its question is answered', async () => {
  const { world, ann, bob } = await meeting(1)
  expect(ann.text.toString()).toBe('Hello')
  await bob.connect(world, 'n')
  ann.text.insert(5, ' all')
  await exchange(world, ann)
  expect(bob.fromServer).toEqual([])
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('Hello all')
})

test('[R5] [R6] an update is sent to the others when it is durable, and not to its author', async () => {
  const { world, ann, bob } = await meeting(2)
  world.store.hold()
  ann.text.insert(0, 'Oh. ')
  ann.deliver()
  await world.clock.advance(1_000)
  expect(bob.fromServer).toEqual([])
  world.store.release()
  await world.clock.settle()
  expect(textOf(await world.stored('n'))).toBe('Oh. Hello')
  expect(bob.fromServer.length).toBe(1)
  expect(ann.fromServer).toEqual([])
  bob.read()
  expect(bob.text.toString()).toBe('Oh. Hello')
})

test('[R7] what comes while the disk works is stored as one row and leaves as one frame', async () => {
  const { world, clients, ann, bob } = await meeting(3)
  const [, , carla] = clients
  world.store.hold()
  ann.text.insert(0, 'a')
  ann.deliver()
  await world.clock.settle()
  for (const letter of 'bcd') {
    ann.text.insert(0, letter)
    bob.text.insert(0, letter.toUpperCase())
    ann.deliver()
    bob.deliver()
  }
  world.store.release()
  await world.clock.settle()
  expect((await world.store.load('n'))?.length).toBe(3)
  expect(carla?.fromServer.length).toBe(2)
  await exchange(world, ...clients)
  expect(bob.text.toString()).toBe(ann.text.toString())
  expect(ann.text.toString()).toContain('Hello')
})

test('[R8] an update that changes nothing is neither stored nor sent', async () => {
  const { world, ann, bob } = await meeting(2)
  send(ann, Y.encodeStateAsUpdate(ann.doc))
  await exchange(world, ann)
  expect(bob.fromServer).toEqual([])
  expect((await world.store.load('n'))?.length).toBe(1)
})

test('[R9] an update that needs another one is stored and sent as it is', async () => {
  const { world, ann, bob } = await meeting(2)
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  other.getText('frontMatter').insert(0, 'first ')
  other.getText('frontMatter').insert(6, 'second ')
  const [first, second] = updates
  if (!first || !second) throw new Error('two updates')
  send(ann, second)
  await exchange(world, ann, bob)
  expect((await world.store.load('n'))?.length).toBe(2)
  await world.clock.advance(restMs)
  send(ann, first)
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toContain('first second ')
  expect(textOf(await world.stored('n'))).toBe(bob.text.toString())
})

test('[R9] an update that needs another one is stored and sent also while others wait', async () => {
  const { world, ann, bob } = await meeting(2)
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['first ', 'second ', 'third ']) other.getText('frontMatter').insert(0, word)
  const [first, second, third] = updates
  if (!first || !second || !third) throw new Error('three updates')
  for (const update of [second, third]) {
    send(ann, update)
    await exchange(world, ann, bob)
  }
  expect((await world.store.load('n'))?.length).toBe(3)
  send(ann, first)
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toContain('third second first ')
  expect(textOf(await world.stored('n'))).toBe(bob.text.toString())
})

test('[R10] an answer waits until all that it holds is durable', async () => {
  const { world, ann, bob } = await meeting(1)
  world.store.hold()
  ann.text.insert(0, 'Oh. ')
  ann.deliver()
  await bob.connect(world, 'n')
  bob.deliver()
  await world.clock.advance(1_000)
  expect(bob.fromServer).toEqual([])
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('Oh. Hello')
})

test('[R12] "saved" is answered when everything before it is durable, to who asked', async () => {
  const { world, ann, bob } = await meeting(2)
  world.store.hold()
  ann.text.insert(0, 'Oh. ')
  ann.askSaved(7)
  ann.deliver()
  bob.askSaved(3)
  bob.deliver()
  await world.clock.advance(1_000)
  ann.read()
  bob.read()
  expect([ann.saved, bob.saved]).toEqual([[], []])
  world.store.release()
  await exchange(world, ann, bob)
  expect([ann.saved, bob.saved]).toEqual([[7], [3]])
  ann.askSaved(8)
  await exchange(world, ann, bob)
  expect([ann.saved, bob.saved]).toEqual([[7, 8], [3]])
})

test('[R13] an update that cannot be read closes its connection alone', async () => {
  const { world, ann, bob } = await meeting(2)
  send(ann, Uint8Array.of(1, 2, 3, 4))
  await exchange(world, ann, bob)
  expect(ann.closedWith).toBe(close.badFrame)
  expect(bob.closedWith).toBeNull()
  expect((await world.store.load('n'))?.length).toBe(1)
  bob.text.insert(0, 'Still. ')
  await exchange(world, bob)
  expect(textOf(await world.stored('n'))).toBe('Still. Hello')
})

test('[R13] an update that is cut short is not taken in part', async () => {
  const { world, ann, bob } = await meeting(2)
  const whole = updateOf((doc) => {
    doc.getText('frontMatter').insert(0, 'secret')
    doc.getText('frontMatter').delete(1, 2)
  })
  for (let length = 1; length < whole.length; length += 1) {
    const eve = new Client(1_000 + length)
    await eve.connect(world, 'n')
    send(eve, whole.slice(0, length))
    await exchange(world, eve, ann, bob)
    expect(eve.closedWith).toBe(close.badFrame)
  }
  expect(bob.text.toString()).toBe('Hello')
  expect(await world.rooms.read('n', textOf)).toBe('Hello')
})

test('[R14] an update that makes the note too large closes its connection alone', async () => {
  const world = createWorld({ noteBytes: 2_000 })
  await world.note('n', 'Hello')
  const ann = new Client()
  const bob = new Client()
  await ann.connect(world, 'n')
  await bob.connect(world, 'n')
  await exchange(world, ann, bob)
  ann.text.insert(0, 'x'.repeat(2_000))
  await exchange(world, ann, bob)
  expect(ann.closedWith).toBe(close.tooLarge)
  for (let turn = 0; turn < 10; turn += 1) {
    bob.text.insert(0, 'y'.repeat(500))
    bob.text.delete(0, 500)
    await exchange(world, bob)
  }
  expect(bob.closedWith).toBeNull()
  expect(textOf(await world.stored('n'))).toBe('Hello')
})
