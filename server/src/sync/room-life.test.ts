import { close } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { meeting, textIn, textOf, updateOf } from '../simulation/meeting.ts'
import { exchange } from '../simulation/world.ts'
import { giveUpMs } from './journal.ts'
import { goodbyeMs, quietMs, restMs } from './room.ts'

test('[R30] [R31] a room that everybody has left closes after its last append; the next one is loaded after it', async () => {
  const { world, ann, bob } = await meeting(1)
  world.store.hold()
  ann.text.insert(0, 'last ')
  ann.deliver()
  ann.drop()
  await world.clock.advance(quietMs * 3)
  expect(world.rooms.counts().rooms).toBe(1)
  world.store.release()
  await world.clock.advance(quietMs - 1)
  expect(world.rooms.counts().rooms).toBe(1)
  await world.clock.advance(2)
  expect(world.rooms.counts().rooms).toBe(0)
  expect(world.clock.timers).toBe(0)
  await bob.connect(world, 'n')
  await exchange(world, bob)
  expect(bob.text.toString()).toBe('last Hello')
  expect(world.store.loads()).toBe(2)
})

test('[R32] a quiet room answers the same without a document in memory', async () => {
  const { world, ann, bob } = await meeting(1)
  ann.text.insert(0, 'Oh. ')
  ann.text.delete(0, 1)
  await exchange(world, ann)
  await world.clock.advance(restMs)
  await bob.connect(world, 'n')
  await exchange(world, bob)
  expect(bob.text.toString()).toBe(ann.text.toString())
  bob.text.insert(0, 'Yes. ')
  ann.drop()
  ann.text.insert(0, 'Offline. ')
  await exchange(world, bob)
  await world.clock.advance(restMs)
  await ann.connect(world, 'n')
  await exchange(world, ann, bob)
  expect(ann.text.toString()).toBe(bob.text.toString())
  expect(textOf(await world.stored('n'))).toBe(bob.text.toString())
})

test('[R32] the whole of a room is its document, awake and at rest, and is durable', async () => {
  const { world, ann } = await meeting(1)
  world.store.hold()
  ann.text.insert(0, 'Oh. ')
  ann.deliver()
  let isAnswered = false
  const asked = world.rooms.whole('n').finally(() => (isAnswered = true))
  await world.clock.settle()
  expect(isAnswered).toBe(false)
  world.store.release()
  await world.clock.settle()
  expect(textIn(await asked)).toBe('Oh. Hello')
  await world.clock.advance(restMs)
  expect(textIn(await world.rooms.whole('n'))).toBe('Oh. Hello')
  expect(await world.rooms.whole('no such note')).toBeNull()
})

test('[R33] deleting a note closes its connections and takes nothing more', async () => {
  const { world, ann, bob } = await meeting(2)
  world.store.hold()
  ann.text.insert(0, 'too late ')
  ann.deliver()
  await world.clock.settle()
  expect(await world.rooms.remove('n')).toBe(true)
  expect([ann.closedWith, bob.closedWith]).toEqual([close.deleted, close.deleted])
  world.store.release()
  await world.clock.advance(giveUpMs)
  expect(await world.rooms.open('n')).toBeNull()
  expect(world.rooms.healthy()).toBe(true)
  expect(world.rooms.counts().rooms).toBe(0)
})

test('[R34] stopping closes the sockets and waits for the appends', async () => {
  const { world, ann } = await meeting(1)
  world.store.hold()
  ann.text.insert(0, 'last ')
  ann.deliver()
  const stopped = world.rooms.stop(10_000)
  await world.clock.advance(1_000)
  expect(ann.closedWith).toBe(close.goingAway)
  world.store.release()
  await world.clock.advance(1)
  expect(await stopped).toEqual([])
  expect(textOf(await world.stored('n'))).toBe('last Hello')
  await expect(world.rooms.open('n')).rejects.toThrow('restarting')
  expect(world.clock.timers).toBe(0)
})

test('[R38] stopping gives the answers before the goodbye, and waits for no store that is slow or fails', async () => {
  const answered = await meeting(1)
  answered.world.store.hold()
  answered.ann.text.insert(0, 'last ')
  answered.ann.askSaved(7)
  answered.ann.deliver()
  const stopped = answered.world.rooms.stop(10_000)
  await answered.world.clock.advance(goodbyeMs - 1)
  expect(answered.ann.closedWith).toBeNull()
  answered.world.store.release()
  await answered.world.clock.advance(1)
  expect(await stopped).toEqual([])
  answered.ann.read()
  expect(answered.ann.saved).toEqual([7])
  expect(answered.ann.closedWith).toBe(close.goingAway)
  expect(answered.world.clock.timers).toBe(0)

  const slow = await meeting(1)
  slow.world.store.hold()
  slow.ann.text.insert(0, 'last ')
  slow.ann.deliver()
  void slow.world.rooms.stop(10_000)
  await slow.world.clock.advance(goodbyeMs)
  expect(slow.ann.closedWith).toBe(close.goingAway)

  const failing = await meeting(1)
  failing.world.store.failWith('the disk is full')
  failing.ann.text.insert(0, 'last ')
  failing.ann.deliver()
  await failing.world.clock.advance(1)
  void failing.world.rooms.stop(10_000)
  await failing.world.clock.settle()
  expect(failing.ann.closedWith).toBe(close.goingAway)
})

test('[R34] after the deadline stopping names what was not stored', async () => {
  const { world, ann } = await meeting(1)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'last ')
  ann.deliver()
  const stopped = world.rooms.stop(10_000)
  await world.clock.advance(10_000)
  expect(await stopped).toEqual(['n'])
})

test('[R35] a change through the API is sent and answered when it is durable', async () => {
  const { world, ann } = await meeting(1)
  world.store.hold()
  let answer: string | null | undefined
  const changed = world.rooms.change('n', (doc) => {
    doc.getText('frontMatter').insert(0, 'API. ')
    return 'done'
  })
  void changed.then((value) => (answer = value))
  await world.clock.advance(1_000)
  expect([answer, ann.fromServer.length]).toEqual([undefined, 0])
  world.store.release()
  await exchange(world, ann)
  expect(await changed).toBe('done')
  expect(ann.text.toString()).toBe('API. Hello')
  await expect(
    world.rooms.change('n', () => {
      throw new Error('no such line')
    }),
  ).rejects.toThrow('no such line')
})

test('[R36] each note whose log grew is told, with its last row', async () => {
  const { world, ann } = await meeting(1)
  const grown: [string, number][] = []
  const stop = world.rooms.onDurable((id, row) => grown.push([id, row]))
  ann.text.insert(0, 'a')
  await exchange(world, ann)
  await world.note('other')
  stop()
  ann.text.insert(0, 'b')
  await exchange(world, ann)
  expect(grown).toEqual([
    ['n', 2],
    ['other', 3],
  ])
})

test('[R37] what another process made durable is shown and not stored again', async () => {
  const { world, ann } = await meeting(1)
  const room = await world.rooms.open('n')
  room?.hear({ kind: 'update', update: updateOf((doc) => doc.getText('frontMatter').insert(0, 'From afar. ')) })
  await exchange(world, ann)
  expect(ann.text.toString()).toContain('From afar. ')
  expect((await world.store.load('n'))?.length).toBe(1)
  room?.hear({ kind: 'deleted' })
  expect(ann.closedWith).toBe(close.deleted)
})
