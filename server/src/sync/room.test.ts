import { close, message } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { quietMs, restMs, goodbyeMs } from './room.ts'
import { giveUpMs } from './journal.ts'
import { NotStored } from './rooms.ts'
import { Client, frameOf } from '../simulation/client.ts'
import { createWorld, exchange, type World } from '../simulation/world.ts'
import * as encoding from 'lib0/encoding'

/** A world with the note `n` and so many clients in it. */
async function meeting(
  people: number,
  text = 'Hello',
): Promise<{ world: World; clients: Client[]; ann: Client; bob: Client }> {
  const world = createWorld()
  await world.note('n', text)
  const clients = Array.from({ length: Math.max(people, 2) }, (_, index) => new Client(index + 1))
  for (const client of clients.slice(0, people)) await client.connect(world, 'n')
  await exchange(world, ...clients)
  const [ann, bob] = clients
  if (!ann || !bob) throw new Error('a meeting has two people')
  return { world, clients, ann, bob }
}

const textOf = (doc: Y.Doc) => doc.getText('frontMatter').toString()
/** The same, in an update. */
const textIn = (update: Uint8Array | null) => {
  const doc = new Y.Doc()
  if (update) Y.applyUpdate(doc, update)
  return textOf(doc)
}
const updateOf = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}
const send = (client: Client, update: Uint8Array) =>
  client.toServer.push(
    frameOf(message.sync, (to) => {
      encoding.writeVarUint(to, 2)
      encoding.writeVarUint8Array(to, update)
    }),
  )

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

test('[R15] [R16] [R17] a failing append is tried again, and nothing of it is sent meanwhile', async () => {
  const { world, clients, ann, bob } = await meeting(2)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.askSaved(1)
  ann.deliver()
  await world.clock.advance(5_000)
  ann.text.insert(0, 'b')
  ann.deliver()
  await world.clock.advance(5_000)
  expect(bob.fromServer).toEqual([])
  expect(ann.fromServer).toEqual([])
  expect(world.rooms.healthy()).toBe(false)
  expect(await new Client().connect(world, 'n')).toBe(false)
  world.store.failWith(null)
  await world.clock.advance(5_000)
  expect(world.rooms.healthy()).toBe(true)
  await exchange(world, ...clients)
  expect(ann.saved).toEqual([1])
  expect(bob.text.toString()).toBe('baHello')
  expect(textOf(await world.stored('n'))).toBe('baHello')
})

test('[R18] after a limit the connections are closed, and the room goes on trying', async () => {
  const { world, ann, bob } = await meeting(2)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.deliver()
  await world.clock.advance(giveUpMs - 1_000)
  expect(ann.closedWith).toBeNull()
  await world.clock.advance(10_000)
  expect([ann.closedWith, bob.closedWith]).toEqual([close.notStored, close.notStored])
  expect(world.rooms.healthy()).toBe(false)
  await world.clock.advance(quietMs * 10)
  world.store.failWith(null)
  await world.clock.advance(5_000)
  expect(textOf(await world.stored('n'))).toBe('aHello')
  expect(world.rooms.healthy()).toBe(true)
})

test('[R19] reading while appends fail gives what is durable', async () => {
  const { world, ann } = await meeting(1)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.deliver()
  const asked = world.rooms.read('n', textOf)
  await expect(Promise.all([asked, world.clock.settle()])).rejects.toBeInstanceOf(NotStored)
  expect(await world.rooms.read('n', textOf)).toBe('Hello')
  expect(textIn(await world.rooms.whole('n'))).toBe('Hello')
  await expect(world.rooms.change('n', textOf)).rejects.toBeInstanceOf(NotStored)
})

test('[R20] [R21] [R22] a slow reader gets one difference, its answers and the presence when it has read', async () => {
  const { world, ann, bob } = await meeting(2)
  bob.buffered = world.limits.bufferedBytes + 1
  for (const letter of 'olleh') {
    ann.text.insert(0, letter)
    await exchange(world, ann)
  }
  bob.askSaved(4)
  bob.askSaved(5)
  bob.deliver()
  await world.clock.advance(10_000)
  expect(bob.fromServer).toEqual([])
  bob.buffered = 0
  await world.clock.advance(1_000)
  expect(bob.fromServer.length).toBe(2)
  bob.read()
  expect(bob.text.toString()).toBe('helloHello')
  expect(bob.saved).toEqual([5])
  ann.text.insert(0, 'Oh. ')
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('Oh. helloHello')
})

test('[R21] a difference waits for what is not durable yet', async () => {
  const { world, ann, bob } = await meeting(2)
  bob.buffered = world.limits.bufferedBytes + 1
  ann.text.insert(0, 'a')
  await exchange(world, ann)
  world.store.hold()
  ann.text.insert(0, 'b')
  ann.deliver()
  await world.clock.settle()
  bob.buffered = 0
  await world.clock.advance(1_000)
  expect(bob.fromServer).toEqual([])
  ann.text.insert(0, 'c')
  ann.deliver()
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('cbaHello')
})

test('[R21] a question of a slow reader is answered when it has read', async () => {
  const { world, bob } = await meeting(1)
  await bob.connect(world, 'n')
  bob.buffered = world.limits.bufferedBytes + 1
  bob.text.insert(0, 'Mine. ')
  bob.toServer.splice(1)
  bob.deliver()
  await world.clock.advance(10_000)
  expect(bob.fromServer).toEqual([])
  bob.buffered = 0
  await exchange(world, bob)
  await world.clock.advance(1_000)
  await exchange(world, bob)
  expect(bob.text.toString()).toContain('Hello')
  expect(textOf(await world.stored('n'))).toBe(bob.text.toString())
})

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

test('[S18] [S19] a log is compacted when it is long and when its room closes', async () => {
  const { world, ann } = await meeting(1)
  for (let edit = 0; edit < 500; edit += 1) {
    ann.text.insert(0, 'x')
    ann.deliver()
    await world.clock.settle()
  }
  expect((await world.store.load('n'))?.length).toBe(501)
  await world.clock.advance(5_000)
  expect((await world.store.load('n'))?.length).toBe(1)
  for (let edit = 0; edit < 30; edit += 1) {
    ann.text.insert(0, 'y')
    ann.deliver()
    await world.clock.settle()
  }
  ann.drop()
  await world.clock.advance(quietMs)
  expect((await world.store.load('n'))?.length).toBe(1)
  expect(textOf(await world.stored('n'))).toBe(ann.text.toString())
})

test('[S7] [S18] what comes while a log is compacted is compacted the next time', async () => {
  const { world, ann } = await meeting(1)
  const write = async (edits: number) => {
    for (let edit = 0; edit < edits; edit += 1) {
      ann.text.insert(0, 'x')
      ann.deliver()
      await world.clock.settle()
    }
  }
  await write(500)
  world.store.holdMerges()
  await world.clock.advance(5_000)
  await write(3)
  world.store.release()
  await world.clock.settle()
  expect((await world.store.load('n'))?.length).toBe(4)
  await write(30)
  ann.drop()
  await world.clock.advance(quietMs)
  expect((await world.store.load('n'))?.length).toBe(1)
  expect(textOf(await world.stored('n'))).toBe(ann.text.toString())
})

test('[S20] a compaction that fails leaves the log and the room as they were', async () => {
  const { world, ann, bob } = await meeting(1)
  for (let edit = 0; edit < 30; edit += 1) {
    ann.text.insert(0, 'y')
    ann.deliver()
    await world.clock.settle()
  }
  world.store.breakWith('the disk is gone')
  ann.drop()
  await world.clock.advance(quietMs)
  expect(world.rooms.counts().rooms).toBe(0)
  world.store.breakWith(null)
  expect((await world.store.load('n'))?.length).toBe(31)
  await bob.connect(world, 'n')
  await exchange(world, bob)
  expect(bob.text.toString()).toBe(ann.text.toString())
})
