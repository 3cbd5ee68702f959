import { deepStrictEqual } from 'node:assert/strict'
import { Client, frameOf, presenceOf } from '@minutebook/server/src/simulation/client.ts'
import { createHeldStore, type HeldStore } from '@minutebook/server/src/simulation/held-store.ts'
import { createWorld, exchange } from '@minutebook/server/src/simulation/world.ts'
import { message } from '@minutebook/shared/wire'
import * as encoding from 'lib0/encoding'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { Auditor } from './auditor.ts'
import { Words } from './words.ts'

const steps = 250
const people = 4
/** rows that the note begins with: a few edits more, and its log is compacted while people write */
const oldRows = 499

/**
 * One run of many steps on a simulated network, the same for the same seed: people edit, lose their connection, read
 * late or not at all and come back; the store waits and fails; logs are compacted; the server is killed and started
 * again. Throws where anything leaves the server that is not in the store, where the log loses anything, where the
 * people or the store differ in the end, where a word is lost or there twice, and where something stays in memory.
 *
 * @param plant changes the store, to see whether a fault in it is found
 */
export async function runRoom(seed: number, plant: (store: HeldStore) => HeldStore = (store) => store): Promise<void> {
  const random = prng.create(seed)
  const store = plant(createHeldStore())
  let world = createWorld({}, store)
  const auditor = new Auditor(store)
  const words = new Words()
  await world.note('n')
  await growLog(store)
  const clients = Array.from({ length: people }, (_, index) => new Client(index + 1))
  for (const client of clients) auditor.watch(client)
  let waiting: Promise<unknown>[] = []
  let question = 0

  /** It may have to wait until the room of before has closed. */
  const connecting = new Set<Client>()
  const connect = (client: Client) => {
    if (client.isConnected || connecting.has(client)) return
    connecting.add(client)
    const settled = () => connecting.delete(client)
    client.connect(world, 'n').then(settled, settled)
  }

  /** The process ends without a goodbye, and another one begins with what is stored. */
  const restart = async () => {
    for (const client of clients) client.drop()
    store.failWith('the process has ended')
    store.breakWith('the process has ended')
    store.release()
    await world.clock.settle()
    connecting.clear()
    for (const client of clients) client.drop()
    store.failWith(null)
    store.breakWith(null)
    words.forget('api', (await world.stored('n')).getText('frontMatter').toString())
    waiting = []
    world = createWorld({}, store)
  }

  const actions: [weight: number, act: (client: Client) => unknown][] = [
    [30, (client) => words.writing(random, `c${client.doc.clientID}w`)(client.text)],
    [8, (client) => words.remove(client.text, random)],
    [20, (client) => client.deliver(prng.int32(random, 1, 4))],
    [20, (client) => client.read(prng.int32(random, 1, 4))],
    [10, connect],
    [4, (client) => client.drop()],
    [8, (client) => (client.isConnected ? auditor.ask(client, (question += 1)) : undefined)],
    [4, (client) => client.sendPresence(presenceOf(client.doc.clientID, (question += 1), { user: { name: 'A' } }))],
    [3, (client) => (client.buffered = client.buffered > 0 ? 0 : world.limits.bufferedBytes + 1)],
    [1, (client) => client.isConnected && client.sendRaw(frameOf(message.sync, (to) => encoding.writeVarUint(to, 9)))],
    [3, () => world.store.hold()],
    [6, () => world.store.release()],
    [2, () => world.store.failWith('the disk is full')],
    [4, () => world.store.failWith(null)],
    [15, () => world.store.holdMerges()],
    [20, () => world.clock.settle()],
    [8, () => world.clock.advance(prng.int32(random, 1, 400))],
    [3, () => world.clock.advance(prng.int32(random, 5_000, 40_000))],
    [3, () => waiting.push(world.rooms.read('n', (doc) => doc.getText('frontMatter').toString()).catch(() => null))],
    [
      3,
      () => {
        const edit = words.writing(random, 'api')
        waiting.push(world.rooms.change('n', (doc) => edit(doc.getText('frontMatter'))).catch(() => null))
      },
    ],
    [1, restart],
  ]
  const weights = actions.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

  for (let step = 0; step < steps; step += 1) {
    await prng.oneOf(random, weights)(prng.oneOf(random, clients))
    await auditor.check()
  }

  store.failWith(null)
  store.release()
  await world.clock.advance(10_000)
  await Promise.all(waiting)
  // Who is connected stays so: what such a person missed must not be mended by coming back.
  for (const client of clients) {
    client.buffered = 0
    if (!client.isConnected) deepStrictEqual(await client.connect(world, 'n'), true)
  }
  await world.clock.advance(1_000)
  await exchange(world, ...clients)
  await auditor.check()
  const stored = (await world.stored('n')).getText('frontMatter').toString()
  for (const client of clients) deepStrictEqual(client.text.toString(), stored)
  deepStrictEqual((stored.match(/\S+ /g) ?? []).sort(), words.expected())
  for (const client of clients) client.drop()
  await world.clock.advance(60_000)
  await auditor.check()
  const left = { ...world.rooms.counts(), timers: world.clock.timers }
  deepStrictEqual(left, { rooms: 0, connections: 0, failingRooms: 0, timers: 0 })
}

async function growLog(store: HeldStore): Promise<void> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let row = 0; row < oldRows; row += 1) doc.getMap('meeting').set('tick', row)
  for (const update of updates) await store.append('n', update)
}
