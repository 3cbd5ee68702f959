import { Client, frameOf, presenceOf } from '@minutebook/server/src/simulation/client.ts'
import { createWorld, exchange, type World } from '@minutebook/server/src/simulation/world.ts'
import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'

/** A run is a seed: the same number gives the same schedule. `MINUTEBOOK_SEEDS=1000` runs more of them. */
const firstSeed = Number(process.env['MINUTEBOOK_SEED_NUMBER'] ?? 1)
const seeds = Number(process.env['MINUTEBOOK_SEEDS'] ?? 25)
const steps = 250
const people = 4

/** Checks at the moment of sending that nothing leaves the server which is not in the store. */
class Auditor {
  readonly #world: World
  readonly #doc = new Y.Doc()
  #seen = 0
  #asked = new Map<Client, Map<number, Uint8Array[]>>()

  constructor(world: World) {
    this.#world = world
  }

  watch(client: Client): void {
    this.#asked.set(client, new Map())
    client.onSent = (frame) => {
      const decoder = decoding.createDecoder(frame)
      const kind = decoding.readVarUint(decoder)
      if (kind === message.sync && decoding.readVarUint(decoder) !== messageYjsSyncStep1) {
        this.#expectStored(decoding.readVarUint8Array(decoder), 'an update was sent')
      }
      if (kind === message.saved) this.#expectSaved(client, decoding.readVarUint(decoder))
    }
  }

  ask(client: Client, number: number): void {
    client.askSaved(number)
    this.#asked.get(client)?.set(number, [...client.delivered, ...client.toServer])
  }

  #expectSaved(client: Client, number: number): void {
    const frames = this.#asked.get(client)?.get(number)
    if (!frames) throw new Error(`"saved ${number}" was sent to who has not asked`)
    for (const frame of frames) {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== message.sync) continue
      if (decoding.readVarUint(decoder) === messageYjsSyncStep1) continue
      this.#expectStored(decoding.readVarUint8Array(decoder), `"saved ${number}" was sent`)
    }
  }

  /** An update that is in the store changes nothing there. */
  #expectStored(update: Uint8Array, event: string): void {
    const written = this.#world.store.written('n')
    for (; this.#seen < written.length; this.#seen += 1)
      Y.applyUpdate(this.#doc, written[this.#seen] ?? new Uint8Array())
    let isNew = false
    const hear = () => (isNew = true)
    this.#doc.on('update', hear)
    Y.applyUpdate(this.#doc, update)
    this.#doc.off('update', hear)
    if (isNew) throw new Error(`${event} that is not in the store`)
  }
}

/** Words that are written and deleted as a whole, so that each must be there once, or not at all. */
class Words {
  readonly #deleted = new Set<string>()
  readonly #written = new Set<string>()

  /** An edit that writes one word somewhere. */
  writing(random: prng.PRNG, name: string): (text: Y.Text) => void {
    return (text) => {
      const word = `${name}${this.#written.size} `
      const starts = [0, ...[...text.toString().matchAll(/ /g)].map(({ index }) => index + 1)]
      this.#written.add(word)
      text.insert(prng.oneOf(random, starts), word)
    }
  }

  remove(text: Y.Text, random: prng.PRNG): void {
    const words = [...text.toString().matchAll(/\S+ /g)]
    if (words.length === 0) return
    const word = prng.oneOf(random, words)
    this.#deleted.add(word[0])
    text.delete(word.index, word[0].length)
  }

  expected(): string[] {
    return [...this.#written].filter((word) => !this.#deleted.has(word)).sort()
  }
}

/** One run of many steps; at its end everybody is connected, and nothing is under way. */
async function run(seed: number) {
  const random = prng.create(seed)
  const world = createWorld()
  const auditor = new Auditor(world)
  const words = new Words()
  await world.note('n')
  const clients = Array.from({ length: people }, (_, index) => new Client(index + 1))
  for (const client of clients) auditor.watch(client)
  const waiting: Promise<unknown>[] = []
  let question = 0

  const actions: [weight: number, act: (client: Client) => unknown][] = [
    [30, (client) => words.writing(random, `c${client.doc.clientID}w`)(client.text)],
    [8, (client) => words.remove(client.text, random)],
    [20, (client) => client.deliver(prng.int32(random, 1, 4))],
    [20, (client) => client.read(prng.int32(random, 1, 4))],
    [10, (client) => (client.isConnected ? undefined : client.connect(world, 'n'))],
    [4, (client) => client.drop()],
    [8, (client) => (client.isConnected ? auditor.ask(client, (question += 1)) : undefined)],
    [4, (client) => client.sendPresence(presenceOf(client.doc.clientID, (question += 1), { user: { name: 'A' } }))],
    [3, (client) => (client.buffered = client.buffered > 0 ? 0 : world.limits.bufferedBytes + 1)],
    [1, (client) => client.isConnected && client.sendRaw(frameOf(message.sync, (to) => encoding.writeVarUint(to, 9)))],
    [3, () => world.store.hold()],
    [6, () => world.store.release()],
    [2, () => world.store.failWith('the disk is full')],
    [4, () => world.store.failWith(null)],
    [20, () => world.clock.settle()],
    [8, () => world.clock.advance(prng.int32(random, 1, 400))],
    [2, () => world.clock.advance(prng.int32(random, 5_000, 40_000))],
    [3, () => waiting.push(world.rooms.read('n', (doc) => doc.getText('frontMatter').toString()).catch(() => null))],
    [
      3,
      () => {
        const edit = words.writing(random, 'api')
        waiting.push(world.rooms.change('n', (doc) => edit(doc.getText('frontMatter'))).catch(() => null))
      },
    ],
  ]
  const weights = actions.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

  for (let step = 0; step < steps; step += 1) await prng.oneOf(random, weights)(prng.oneOf(random, clients))

  world.store.failWith(null)
  world.store.release()
  await world.clock.advance(10_000)
  await Promise.all(waiting)
  for (const client of clients) {
    client.drop()
    client.buffered = 0
    expect(await client.connect(world, 'n')).toBe(true)
  }
  await exchange(world, ...clients)
  const stored = (await world.stored('n')).getText('frontMatter').toString()
  const texts = clients.map((client) => client.text.toString())
  for (const client of clients) client.drop()
  await world.clock.advance(60_000)
  const left = { ...world.rooms.counts(), timers: world.clock.timers }
  return { stored, texts, words: (stored.match(/\S+ /g) ?? []).sort(), expected: words.expected(), left }
}

for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
  test(`[R5] [R10] [R12] [R15] [R21] [R31] what is sent is stored, and all converge: seed ${seed}`, async () => {
    const { stored, texts, words, expected, left } = await run(seed)
    expect(texts).toEqual(texts.map(() => stored))
    expect(words).toEqual(expected)
    expect(left).toEqual({ rooms: 0, connections: 0, failingRooms: 0, timers: 0 })
  })
}
