import { finish, reopen } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { createLocalBus } from '../bus/local.ts'
import { Client, presenceOf } from '../simulation/client.ts'
import { createJoinedBuses } from '../simulation/joined-bus.ts'
import { createWorld, exchange, type World } from '../simulation/world.ts'
import { othersMs } from './others.ts'

const noon = { at: '2026-01-02T12:00:00Z', by: 'Ann' }

async function meeting(): Promise<{ world: World; ann: Client; ben: Client }> {
  const world = createWorld()
  await world.note('n', 'Agenda. ')
  const [ann, ben] = [new Client(1), new Client(2)]
  for (const client of [ann, ben]) await client.connect(world, 'n')
  await exchange(world, ann, ben)
  return { world, ann, ben }
}

async function change(world: World, edit: Parameters<World['rooms']['change']>[1]): Promise<void> {
  const changed = world.rooms.change('n', edit)
  await world.clock.settle()
  await changed
}

const storedText = async (world: World) => (await world.stored('n')).getText('frontMatter').toJSON()

test('[G4, G5] what is sent to a finished note changes nothing, and is not called saved', async () => {
  const { world, ann, ben } = await meeting()
  await change(world, (doc) => finish(doc, noon))
  ben.text.insert(0, 'Late. ') // before Ben's page has heard of the end
  ben.askSaved(1)
  await exchange(world, ann, ben)
  expect(ann.text.toJSON()).toBe('Agenda. ')
  expect(ben.text.toJSON()).toBe('Late. Agenda. ')
  expect(await storedText(world)).toBe('Agenda. ')
  expect(ben.saved).toEqual([])
  expect(ben.closedWith).toBeNull()
  ann.askSaved(7)
  await exchange(world, ann, ben)
  expect(ann.saved).toEqual([7])
})

test('[G5, G7] when the meeting is open again what was not taken is taken, once', async () => {
  const { world, ann, ben } = await meeting()
  await change(world, (doc) => finish(doc, noon))
  ben.text.insert(0, 'Late. ')
  await exchange(world, ann, ben)
  await change(world, reopen)
  ben.text.insert(0, 'Later. ')
  ben.askSaved(2)
  await exchange(world, ann, ben)
  ben.askSaved(3)
  await exchange(world, ann, ben)
  for (const client of [ann, ben]) expect(client.text.toJSON()).toBe('Later. Late. Agenda. ')
  expect(await storedText(world)).toBe('Later. Late. Agenda. ')
  expect(ben.saved).toContain(3)
  ann.text.insert(0, 'On. ')
  await exchange(world, ann, ben)
  expect(ben.text.toJSON()).toBe('On. Later. Late. Agenda. ')
})

test('[G5] who comes with text of before to a finished note keeps it until it is open again', async () => {
  const { world, ann, ben } = await meeting()
  ben.drop()
  ben.text.insert(0, 'On a train. ')
  await change(world, (doc) => finish(doc, noon))
  await ben.connect(world, 'n')
  await exchange(world, ann, ben)
  expect(await storedText(world)).toBe('Agenda. ')
  await change(world, reopen)
  await exchange(world, ann, ben)
  expect(await storedText(world)).toBe('On a train. Agenda. ')
  expect(ann.text.toJSON()).toBe('On a train. Agenda. ')
})

test('[G8] a finished meeting is finished after a restart', async () => {
  const { world } = await meeting()
  await change(world, (doc) => finish(doc, noon))
  const again = createWorld({}, world.store)
  const ann = new Client(3)
  await ann.connect(again, 'n')
  await exchange(again, ann)
  ann.text.insert(0, 'Late. ')
  await exchange(again, ann)
  expect(await storedText(again)).toBe('Agenda. ')
})

test('[G5] a client that waits hears from the server all the same', async () => {
  const { world, ann, ben } = await meeting()
  await change(world, (doc) => finish(doc, noon))
  ben.text.insert(0, 'Late. ')
  await exchange(world, ann, ben)
  const heard = ben.received.length
  ben.askSaved(1)
  await exchange(world, ann, ben)
  expect(ben.received.slice(heard)).toEqual([message.presence])
})

test('[G3] whose connection broke is named until they are back, who said goodbye is not', async () => {
  const { world, ann, ben } = await meeting()
  ann.sendPresence(presenceOf(1, 1, { user: { name: 'Ann' } }))
  ben.sendPresence(presenceOf(2, 1, { user: { name: 'Ben' } }))
  await exchange(world, ann, ben)
  expect(await world.rooms.lost('n')).toEqual([])
  ben.drop()
  expect(await world.rooms.lost('n')).toEqual([{ name: 'Ben', since: world.clock.now() }])
  await ben.connect(world, 'n')
  ben.sendPresence(presenceOf(2, 2, { user: { name: 'Ben' } }))
  await exchange(world, ann, ben)
  expect(await world.rooms.lost('n')).toEqual([])
  ben.sendPresence(presenceOf(2, 3, null))
  await exchange(world, ann, ben)
  ben.drop()
  expect(await world.rooms.lost('n')).toEqual([])
})

test('[G3] whose connection does not answer is named before it is known to be broken', async () => {
  const { world, ann, ben } = await meeting()
  ann.sendPresence(presenceOf(1, 1, { user: { name: 'Ann' } }))
  ben.sendPresence(presenceOf(2, 1, { user: { name: 'Ben' } }))
  await exchange(world, ann, ben)
  ben.answers = false
  expect(await world.rooms.lost('n')).toEqual([{ name: 'Ben', since: world.clock.now() }])
  ben.answers = true
  expect(await world.rooms.lost('n')).toEqual([])
})

/** Two processes of one store, with Ann in the first and Ben in the second. */
async function twoProcesses(): Promise<{ here: World; there: World; ann: Client; ben: Client }> {
  const [first, second] = createJoinedBuses(2)
  const here = createWorld({}, undefined, first)
  const there = createWorld({}, here.store, second)
  await here.note('n', 'Agenda. ')
  const [ann, ben] = [new Client(1), new Client(2)]
  await ann.connect(here, 'n')
  await ben.connect(there, 'n')
  ann.sendPresence(presenceOf(1, 1, { user: { name: 'Ann' } }))
  ben.sendPresence(presenceOf(2, 1, { user: { name: 'Ben' } }))
  await exchange(here, ann)
  await exchange(there, ben)
  return { here, there, ann, ben }
}

test('[G14] whose connection to another process broke, or does not answer, is named there too', async () => {
  const { here, there, ben } = await twoProcesses()
  expect(await here.rooms.lost('n')).toEqual([])
  ben.answers = false
  const broke = there.clock.now()
  expect(await here.rooms.lost('n')).toEqual([{ name: 'Ben', since: broke }])
  ben.answers = true
  ben.drop()
  for (const world of [here, there]) expect(await world.rooms.lost('n')).toEqual([{ name: 'Ben', since: broke }])
})

test('[G14] who came back to another process is not named', async () => {
  const { here, there, ben } = await twoProcesses()
  ben.drop()
  await ben.connect(here, 'n')
  ben.sendPresence(presenceOf(2, 2, { user: { name: 'Ben' } }))
  await exchange(here, ben)
  for (const world of [here, there]) expect(await world.rooms.lost('n')).toEqual([])
})

test('[G14] a process that does not answer is not waited for, nor one that cannot be asked', async () => {
  const mute = { ...createLocalBus(), publish: () => Promise.resolve(1) }
  const stuck = { ...createLocalBus(), publish: () => new Promise<number>(() => {}) }
  const broken = { ...createLocalBus(), publish: () => Promise.reject(new Error('no bus')) }
  for (const bus of [mute, stuck, broken]) {
    const world = createWorld({}, undefined, bus)
    await world.note('n')
    const ann = new Client(1)
    await ann.connect(world, 'n')
    const lost = world.rooms.lost('n')
    await world.clock.advance(othersMs)
    expect(await lost).toEqual([])
  }
})

test('[G15] a plain client is told once that its edit is not taken, ours reads the state of the meeting', async () => {
  const world = createWorld()
  await world.note('n', 'Agenda. ')
  const [ann, plain] = [new Client(1), new Client(2)]
  await ann.connect(world, 'n')
  await plain.connect(world, 'n', true, true)
  await exchange(world, ann, plain)
  await change(world, (doc) => finish(doc, noon))
  for (const client of [ann, plain]) client.text.insert(0, 'Late. ')
  await exchange(world, ann, plain)
  plain.text.insert(0, 'Later. ')
  await exchange(world, ann, plain)
  expect(ann.denied).toEqual([])
  expect(plain.denied).toEqual([expect.stringContaining('finished')])
  expect(plain.closedWith).toBeNull()
  await change(world, reopen)
  await exchange(world, ann, plain)
  expect(await storedText(world)).toContain('Later. Late. ')
  await change(world, (doc) => finish(doc, noon))
  plain.text.insert(0, 'Again. ')
  await exchange(world, ann, plain)
  expect(plain.denied).toHaveLength(2)
})
