import { typesOf } from '@minutebook/shared/doc'
import { close, limits, message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { messageYjsSyncStep2, messageYjsUpdate, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { startServer } from '../server.ts'
import { createClient } from './client.ts'

const people = 1_000
const mebibyte = 1024 * 1024

const server = await startServer({ env: { CONNECTIONS_PER_NOTE: String(people + 10) } })
const client = createClient(server)
afterAll(() => server.dispose())

const words = (doc: Y.Doc) => typesOf(doc).frontMatter

function bare(id: string): WebSocket {
  return new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}`)
}

const opened = (socket: WebSocket) => new Promise<void>((resolve) => socket.once('open', () => resolve()))
const ended = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))

function question(): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, message.sync)
    writeSyncStep1(to, new Y.Doc())
  })
}

function updateFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, message.sync)
    writeUpdate(to, update)
  })
}

/** A presence frame that says `state` of a client. */
function presenceFrame(clientId: number, clock: number, state: unknown): Uint8Array {
  const entries = encoding.encode((to) => {
    encoding.writeVarUint(to, 1)
    encoding.writeVarUint(to, clientId)
    encoding.writeVarUint(to, clock)
    encoding.writeVarString(to, JSON.stringify(state))
  })
  return encoding.encode((to) => {
    encoding.writeVarUint(to, message.presence)
    encoding.writeVarUint8Array(to, entries)
  })
}

/** Puts what a frame brings of the document into `doc`. */
function take(doc: Y.Doc, frame: Uint8Array): void {
  const from = decoding.createDecoder(frame)
  if (decoding.readVarUint(from) !== message.sync) return
  const step = decoding.readVarUint(from)
  if (step === messageYjsSyncStep2 || step === messageYjsUpdate) Y.applyUpdate(doc, decoding.readVarUint8Array(from))
}

async function level(name: string): Promise<number> {
  const metrics = await (await client.ask('GET /metrics')).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1])
}

/** Two editors write to each other. */
async function expectTalk(id: string, word: string): Promise<void> {
  const [ann, bob] = await Promise.all([client.open(id), client.open(id)])
  words(ann.doc).insert(0, `${word}: yes\n`)
  await bob.until((doc) => words(doc).toString().includes(word))
  ann.close()
  bob.close()
}

test('[R20] [R21] readers that never read cost little, hold up nobody, and get all when they read', async () => {
  const id = await client.note('Hello\n')
  const readers = Array.from({ length: 20 }, () => bare(id))
  const documents = readers.map((reader) => {
    const doc = new Y.Doc()
    reader.on('message', (frame: Buffer) => take(doc, frame))
    return doc
  })
  await Promise.all(readers.map(opened))
  for (const reader of readers) reader.send(question())
  await Promise.all(documents.map((doc) => new Promise<void>((resolve) => doc.once('update', () => resolve()))))
  for (const reader of readers) reader.pause()
  const [ann, bob] = await Promise.all([client.open(id), client.open(id)])
  const memoryBefore = await level('process_resident_memory_bytes')
  const sentBefore = await level('minutebook_sent_bytes_total')
  // More than the operating system keeps for a socket, and than the limit; what was written is deleted again.
  const turns = 24
  for (let turn = 1; turn <= turns; turn += 1) {
    words(ann.doc).insert(0, `${turn}: ${'x'.repeat(mebibyte)}\n`)
    await bob.until((doc) => words(doc).toString().startsWith(`${turn}:`))
    words(ann.doc).delete(0, words(ann.doc).length)
  }
  words(ann.doc).insert(0, 'end: here\n')
  await bob.until((doc) => words(doc).toString() === 'end: here\n')
  const grown = (await level('process_resident_memory_bytes')) - memoryBefore
  const sent = (await level('minutebook_sent_bytes_total')) - sentBefore
  expect(grown).toBeLessThan(200 * mebibyte)
  // One who reads got all of it. The others hold what fits into the buffers of both ends, and no more.
  expect(sent / mebibyte).toBeLessThan(turns + readers.length * (turns / 2))
  for (const reader of readers) reader.resume()
  await Promise.all(
    documents.map(
      (doc) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (words(doc).toString() === 'end: here\n') resolve()
          }
          doc.on('update', look)
          look()
        }),
    ),
  )
  for (const reader of readers) reader.terminate()
  ann.close()
  bob.close()
})

test('[R1] [R2] a thousand people who come back at once all get the text, and leave nothing behind', async () => {
  const id = await client.note('Hello there\n')
  const arrive = () =>
    Array.from({ length: people }, () => {
      const socket = bare(id)
      const doc = new Y.Doc()
      socket.on('message', (frame: Buffer) => take(doc, frame))
      socket.once('open', () => socket.send(question()))
      const synced = new Promise<void>((resolve, reject) => {
        doc.once('update', () => resolve())
        socket.once('close', () => reject(new Error('closed before it was answered')))
      })
      return { socket, doc, synced }
    })
  for (let round = 0; round < 2; round += 1) {
    const crowd = arrive()
    await Promise.all(crowd.map(({ synced }) => synced))
    expect(crowd.every(({ doc }) => typesOf(doc).body.length === 1)).toBe(true)
    await expectTalk(id, `round${round}`)
    for (const { socket } of crowd) socket.terminate()
  }
  await expect.poll(() => level('minutebook_connections')).toBe(0)
})

test('[W11] who sends far too much is closed with 4429, and the others go on', async () => {
  const id = await client.note('Hello\n')
  const flood = bare(id)
  await opened(flood)
  flood.send(question())
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => flood.send(updateFrame(update)))
  const code = ended(flood)
  for (let sent = 0; sent < limits.updatesPerSecond * 30; sent += 1) doc.getText('frontMatter').insert(0, 'x')
  expect(await code).toBe(close.tooMany.code)
  await expectTalk(id, 'still')
})

test('[W12] a socket that never asks is closed with 4408 and holds nothing', { timeout: 60_000 }, async () => {
  const id = await client.note('Hello\n')
  const silent = Array.from({ length: 50 }, () => bare(id))
  const codes = await Promise.all(silent.map(ended))
  expect(new Set(codes)).toEqual(new Set([close.tooSlow.code]))
  await expect.poll(() => level('minutebook_connections')).toBe(0)
})

test('[R25] [R26] nobody can speak for somebody else, or send them away', async () => {
  const id = await client.note('Hello\n')
  const [ann, bob] = await Promise.all([client.open(id), client.open(id)])
  const seen = () => bob.presence.getStates().get(ann.doc.clientID)
  ann.presence.setLocalStateField('user', { name: 'Ann', color: 'person-1' })
  await expect.poll(seen).toMatchObject({ user: { name: 'Ann' } })
  const forger = bare(id)
  await opened(forger)
  forger.send(question())
  const own = 4_711
  forger.send(presenceFrame(own, 1, { user: { name: 'Mallory', color: 'person-2' } }))
  await expect.poll(() => bob.presence.getStates().get(own)).toMatchObject({ user: { name: 'Mallory' } })
  forger.send(presenceFrame(ann.doc.clientID, 1_000, { user: { name: 'Not Ann', color: 'person-1' } }))
  forger.send(presenceFrame(ann.doc.clientID, 1_001, null))
  forger.send(presenceFrame(own, 2, { user: { name: 'Mallory again', color: 'person-2' } }))
  await expect.poll(() => bob.presence.getStates().get(own)).toMatchObject({ user: { name: 'Mallory again' } })
  expect(seen()).toMatchObject({ user: { name: 'Ann' } })
  forger.terminate()
  await expect.poll(() => bob.presence.getStates().has(own)).toBe(false)
  expect(seen()).toMatchObject({ user: { name: 'Ann' } })
  ann.close()
  bob.close()
})

test('[R27] an entry that is too large is seen by nobody, and one that cannot be read closes its connection', async () => {
  const id = await client.note('Hello\n')
  const bob = await client.open(id)
  const loud = bare(id)
  await opened(loud)
  loud.send(question())
  loud.send(presenceFrame(1, 1, { user: { name: 'Loud', color: 'person-1' }, text: 'x'.repeat(limits.presenceBytes) }))
  loud.send(presenceFrame(1, 2, { user: { name: 'Quiet', color: 'person-1' } }))
  await expect.poll(() => bob.presence.getStates().get(1)).toMatchObject({ user: { name: 'Quiet' } })
  const code = ended(loud)
  loud.send(Uint8Array.of(message.presence, 3, 1, 200, 200))
  expect(await code).toBe(close.badFrame.code)
  await expectTalk(id, 'still')
  bob.close()
})
