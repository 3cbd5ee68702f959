import { close, limits, message, type Close } from '@minutebook/shared/wire'
import { typesOf } from '@minutebook/shared/doc'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { startServer, type RunningServer } from '../server.ts'
import { createClient, type Client } from './client.ts'

let server: RunningServer
let client: Client
let wsUrl: string

beforeAll(async () => {
  server = await startServer()
  client = createClient(server)
  wsUrl = `${server.url.replace('http', 'ws')}/sync`
})

afterAll(() => server.dispose())

const words = (doc: Y.Doc) => typesOf(doc).frontMatter.toString()

/** A bare socket, opened on `path` below `/sync/`. */
function socket(path: string, options: ClientOptions = {}): WebSocket {
  return new WebSocket(`${wsUrl}/${path}`, options)
}

/** Resolves with how the server closes it, and whether it sent anything before. */
function closing(ws: WebSocket): Promise<{ code: number; reason: string; frames: number }> {
  let frames = 0
  ws.on('message', () => (frames += 1))
  return new Promise((resolve, reject) => {
    ws.on('error', reject)
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString(), frames }))
  })
}

const opened = (ws: WebSocket) => new Promise<void>((resolve) => ws.on('open', () => resolve()))
const as = (why: Close) => ({ ...why, frames: 0 })

function question(): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, message.sync)
    writeSyncStep1(to, new Y.Doc())
  })
}

test('[W15] two y-websocket clients write together and see each other', async () => {
  const id = await client.note('---\ntitle: Sync\n---\n\nHello\n')
  const ann = await client.open(id)
  const bob = await client.open(id)
  ann.presence.setLocalStateField('user', { name: 'Ann', color: '#aa0000' })
  const seen = new Promise<void>((resolve) => {
    bob.presence.on('change', () => {
      if ([...bob.presence.getStates().values()].some((state) => state['user']?.name === 'Ann')) resolve()
    })
  })
  typesOf(ann.doc).frontMatter.insert(0, 'a: 1\n')
  typesOf(bob.doc).frontMatter.insert(0, 'b: 2\n')
  const both = (doc: Y.Doc) => words(doc).includes('a: 1\n') && words(doc).includes('b: 2\n')
  await Promise.all([ann.until(both), bob.until(both), seen])
  expect(words(ann.doc)).toBe(words(bob.doc))
  const left = new Promise<void>((resolve) => {
    bob.presence.on('change', ({ removed }: { removed: number[] }) => {
      if (removed.includes(ann.doc.clientID)) resolve()
    })
  })
  ann.close()
  await left
  bob.close()
})

test('[W1] an id that no note has is answered with 4404, and no document', async () => {
  for (const path of ['nothing-here', 'a%20b', 'x'.repeat(200), '']) {
    expect(await closing(socket(path))).toEqual(as(close.noSuchNote))
  }
})

test('[W1] another path is no socket', async () => {
  await expect(closing(new WebSocket(`${server.url.replace('http', 'ws')}/other`))).rejects.toThrow('404')
})

test('[W2] [W3] pages of another origin get 4403', async () => {
  const id = await client.note('Hello\n')
  for (const origin of [
    'https://evil.example',
    'null',
    `http://localhost.evil.example:${server.port}`,
    'http://localhost:1',
  ]) {
    expect(await closing(socket(id, { origin }))).toEqual(as(close.noAccess))
  }
  for (const origin of [`http://localhost:${server.port}`, `http://127.0.0.1:${server.port}`]) {
    const ws = socket(id, { origin })
    await opened(ws)
    ws.terminate()
  }
})

test('[W5] a client that knows only an older format gets 4426 and no content', async () => {
  const id = await client.note('Hello\n')
  expect(await closing(socket(`${id}?format=0`))).toEqual(as(close.outdated))
  for (const query of ['', '?format=1', '?format=2', '?format=']) {
    const ws = socket(id + query)
    await opened(ws)
    ws.terminate()
  }
})

test('[W9] [R13] a frame that is none closes its connection alone', async () => {
  const id = await client.note('Hello\n')
  const ann = await client.open(id)
  const frames = [
    Uint8Array.of(),
    Uint8Array.of(255),
    Uint8Array.of(9, 1, 1),
    Uint8Array.of(0, 2, 200, 1),
    Uint8Array.of(0, 2, 4, 1, 2, 3, 4),
    Uint8Array.of(0, 0, 3, 255, 255, 255),
    Uint8Array.of(1, 3, 1, 1, 1),
    Uint8Array.of(3, 0),
    'text',
  ]
  for (const frame of frames) {
    const ws = socket(id)
    await opened(ws)
    ws.send(frame)
    expect(await closing(ws)).toMatchObject(close.badFrame)
  }
  typesOf(ann.doc).frontMatter.insert(0, 'still: here\n')
  const bob = await client.open(id)
  await bob.until((doc) => words(doc).includes('still'))
  ann.close()
  bob.close()
})

test('[W10] a frame that is too large closes the connection with 4413', async () => {
  const id = await client.note('Hello\n')
  const ws = socket(id)
  await opened(ws)
  ws.send(new Uint8Array(limits.frameBytes + 1))
  expect(await closing(ws)).toEqual(as(close.tooLarge))
})

test('[W13] "saved" goes to who has asked, and to nobody else', async () => {
  const id = await client.note('Hello\n')
  const asking = socket(id)
  const silent = socket(id)
  const kinds = new Map<WebSocket, number[]>([asking, silent].map((ws) => [ws, []]))
  const answered = new Promise<number>((resolve) => {
    for (const ws of [asking, silent]) {
      ws.on('message', (data) => {
        if (!(data instanceof Uint8Array)) return
        const decoder = decoding.createDecoder(data)
        const kind = decoding.readVarUint(decoder)
        kinds.get(ws)?.push(kind)
        if (kind === message.saved) resolve(decoding.readVarUint(decoder))
      })
    }
  })
  await Promise.all([opened(asking), opened(silent)])
  asking.send(question())
  silent.send(question())
  asking.send(Uint8Array.of(message.saved, 42))
  expect(await answered).toBe(42)
  expect(kinds.get(silent)).not.toContain(message.saved)
  asking.terminate()
  silent.terminate()
})

test('[R33] deleting a note closes its sockets with 4410', async () => {
  const id = await client.note('Hello\n')
  const ann = await client.open(id)
  expect((await client.ask(`DELETE /api/notes/${id}`)).status).toBe(204)
  expect(await ann.closed).toBe(close.deleted.code)
  ann.close()
  expect(await closing(socket(id))).toEqual(as(close.noSuchNote))
})

test('[S10] [C11] a restart keeps the text and tells the clients to come back', async () => {
  const first = await startServer()
  const before = createClient(first)
  const id = await before.note('Hello\n')
  const ann = await before.open(id)
  typesOf(ann.doc).frontMatter.insert(0, 'kept: yes\n')
  const bob = await before.open(id)
  await bob.until((doc) => words(doc).includes('kept'))
  expect(await first.stop()).toBe(0)
  expect(await ann.closed).toBe(close.goingAway.code)
  ann.close()
  bob.close()
  const second = await startServer({ dataDir: first.dataDir })
  const carla = await createClient(second).open(id)
  expect(words(carla.doc)).toContain('kept: yes')
  carla.close()
  await second.dispose()
})
