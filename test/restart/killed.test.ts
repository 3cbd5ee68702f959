import { setTimeout as wait } from 'node:timers/promises'
import { typesOf } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startServer } from '../server.ts'

const rounds = Number(process.env['MINUTEBOOK_KILLS'] ?? 4)
const seed = Number(process.env['MINUTEBOOK_SEED_NUMBER'] ?? 20240306)

/** One person: writes numbered words into one shared text, asks whether they are saved, notes what they see of others. */
class Writer {
  readonly doc = new Y.Doc()
  readonly seen = new Set<string>()
  readonly saved = new Set<string>()
  private readonly provider: WebsocketProvider
  private readonly asked = new Map<number, string[]>()
  private readonly name: string
  private wrote = 0
  private question = 0

  constructor(name: string, url: string, id: string) {
    this.name = name
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, this.doc, {
      disableBc: true,
      maxBackoffTime: 200,
    })
    this.provider.messageHandlers[message.saved] = (_encoder, decoder) => {
      const n = decoding.readVarUint(decoder)
      for (const [asked, words] of this.asked) {
        if (asked > n) continue
        for (const word of words) this.saved.add(word)
        this.asked.delete(asked)
      }
    }
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) for (const word of this.words()) if (!word.startsWith(name)) this.seen.add(word)
    })
  }

  words(): string[] {
    return this.text()
      .toString()
      .split(' ')
      .filter((word) => word !== '')
  }

  write(): void {
    this.text().insert(this.text().length, `${this.name}${(this.wrote += 1)} `)
    if (!this.provider.wsconnected || !this.provider.ws) return
    this.question += 1
    this.asked.set(this.question, this.own())
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, message.saved)
    encoding.writeVarUint(encoder, this.question)
    this.provider.ws.send(encoding.toUint8Array(encoder))
  }

  own(): string[] {
    return Array.from({ length: this.wrote }, (_, index) => `${this.name}${index + 1}`)
  }

  get isSynced(): boolean {
    return this.provider.synced
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  private text(): Y.Text {
    return typesOf(this.doc).frontMatter
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(10)
}

test(
  `[K1, K2, K3] ${rounds} kills under six writers, seed ${seed}`,
  { timeout: 60_000 + rounds * 10_000 },
  async () => {
    const random = prng.create(seed)
    let server = await startServer()
    const response = await fetch(`${server.url}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'text/markdown' },
      body: 'Hello\n',
    })
    const { id } = (await response.json()) as { id: string }
    const writers = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => new Writer(name, server.url, id))
    try {
      for (let round = 0; round < rounds; round += 1) {
        await until(() => writers.every((writer) => writer.isSynced))
        const dead = wait(prng.int32(random, 20, 400)).then(() => server.stop('SIGKILL'))
        const victim = { alive: true }
        void dead.then(() => (victim.alive = false))
        while (victim.alive) {
          prng.oneOf(random, writers).write()
          await wait(prng.int32(random, 0, 4))
        }
        await dead
        const seen = writers.map((writer) => new Set(writer.seen))
        const saved = writers.map((writer) => new Set(writer.saved))

        // one who was not there asks a server that only has the log, before the writers can bring anything back
        const alone = await startServer({ dataDir: server.dataDir })
        const reader = new Writer('r', alone.url, id)
        await until(() => reader.isSynced)
        const log = new Set(reader.words())
        reader.leave()
        await alone.stop('SIGKILL')
        for (const words of [...seen, ...saved]) expect([...words].filter((word) => !log.has(word))).toEqual([])

        server = await startServer({ dataDir: server.dataDir, port: server.port })
      }
      const all = writers.flatMap((writer) => writer.own()).sort()
      await until(() => writers.every((writer) => writer.isSynced && writer.words().length >= all.length))
      for (const writer of writers) expect(writer.words().sort()).toEqual(all)
      expect(new Set(writers.map((writer) => writer.words().join(' '))).size).toBe(1)
    } finally {
      for (const writer of writers) writer.leave()
      await server.dispose()
    }
  },
)
