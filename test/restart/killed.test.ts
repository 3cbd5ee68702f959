import { setTimeout as wait } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { until, Writer } from './writer.ts'

const rounds = Number(process.env['MINUTEBOOK_KILLS'] ?? 4)
const seed = Number(process.env['MINUTEBOOK_SEED_NUMBER'] ?? 20240306)

test(
  `[K1, K2, K3] ${rounds} kills under six writers, seed ${seed}`,
  { timeout: 60_000 + rounds * 10_000 },
  async () => {
    const random = prng.create(seed)
    let server = await startServer()
    const id = await Writer.note(server.url)
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
