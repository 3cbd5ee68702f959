import { close } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { openToAll, type Right } from '../access/access.ts'
import { guest } from '../access/identity.ts'
import { createOriginCheck } from '../access/origin.ts'
import { silentLog } from '../observe/log.ts'
import { welcome, type Knock, type Welcome } from './door.ts'
import { Client } from '../simulation/client.ts'
import { createWorld, exchange, type World } from '../simulation/world.ts'

const ownOrigin = 'https://notes.example.org'

function knock(world: World, changed: Partial<Knock> = {}, right: Right = 'edit', connections = 0): Promise<Welcome> {
  return welcome(
    { who: guest, noteId: 'n', origin: ownOrigin, format: null, ...changed },
    {
      rooms: world.rooms,
      access: right === 'edit' ? openToAll : () => Promise.resolve(right),
      isOwnOrigin: createOriginCheck(ownOrigin, () => 3000),
      limits: world.limits,
      log: silentLog,
      connections: () => connections,
    },
  )
}

const refused = (why: (typeof close)[keyof typeof close]) => ({ kind: 'refused', why })

async function open(changed: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(changed)
  await world.note('n')
  return world
}

test('[W1] an id that no note has, or can have, is refused', async () => {
  const world = await open()
  for (const noteId of ['m', '', '../n', 'n%20', 'x'.repeat(65)]) {
    expect(await knock(world, { noteId })).toEqual(refused(close.noSuchNote))
  }
  expect(await knock(world)).toMatchObject({ kind: 'in', mayEdit: true })
})

test('[W2] another origin is refused, and no origin is no browser', async () => {
  const world = await open()
  for (const origin of ['https://evil.example', 'null', 'http://notes.example.org', `${ownOrigin}:444`, '']) {
    expect(await knock(world, { origin })).toEqual(refused(close.noAccess))
  }
  expect(await knock(world, { origin: undefined })).toMatchObject({ kind: 'in' })
})

test("[W3] without PUBLIC_URL the machine's own names on the port are its origin", () => {
  const isOwn = createOriginCheck(null, () => 3000)
  expect(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'].map(isOwn)).toEqual([true, true, true])
  expect(['http://localhost', 'http://localhost:3001', 'https://localhost:3000'].map(isOwn)).toEqual([
    false,
    false,
    false,
  ])
  expect(createOriginCheck(null, () => 80)('http://localhost')).toBe(true)
})

test('[W4] who may not open the note is refused before it is loaded; who may view is told so', async () => {
  const world = await open()
  expect(await knock(world, {}, 'none')).toEqual(refused(close.noAccess))
  expect(world.store.loads()).toBe(0)
  expect(await knock(world, {}, 'view')).toMatchObject({ kind: 'in', mayEdit: false })
})

test('[W5] an older format is refused', async () => {
  const world = await open()
  expect(await knock(world, { format: 0 })).toEqual(refused(close.outdated))
  for (const format of [null, 1, 2]) expect(await knock(world, { format })).toMatchObject({ kind: 'in' })
})

test('[W6] a full room and a full server refuse', async () => {
  const world = await open({ connectionsPerNote: 1, connections: 3 })
  const ann = new Client()
  expect(await knock(world, {}, 'edit', 3)).toEqual(refused(close.tooMany))
  await ann.connect(world, 'n')
  expect(await knock(world, {}, 'edit', 1)).toEqual(refused(close.tooMany))
  ann.drop()
  expect(await knock(world)).toMatchObject({ kind: 'in' })
})

test('[W7] a room that cannot be loaded or cannot store refuses', async () => {
  const world = await open()
  world.store.breakWith('the disk is gone')
  expect(await knock(world)).toEqual(refused(close.notLoaded))
  world.store.breakWith(null)
  const ann = new Client()
  await ann.connect(world, 'n')
  await exchange(world, ann)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'x')
  ann.deliver()
  await world.clock.advance(1_000)
  expect(await knock(world)).toEqual(refused(close.notStored))
})

test('[W8] a server that is stopping refuses', async () => {
  const world = await open()
  await world.rooms.stop(0)
  expect(await knock(world)).toEqual(refused(close.goingAway))
})
