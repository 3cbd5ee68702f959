import { setTimeout as wait } from 'node:timers/promises'
import { close } from '@minutebook/shared/wire'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { until, Writer } from './writer.ts'

const rounds = 3
const seed = Number(process.env['MINUTEBOOK_SEED_NUMBER'] ?? 20240306)

test(`[K4, K5] ${rounds} stops under four writers, seed ${seed}`, { timeout: 120_000 }, async () => {
  const random = prng.create(seed)
  let server = await startServer()
  const id = await Writer.note(server.url)
  const writers = ['a', 'b', 'c', 'd'].map((name) => new Writer(name, server.url, id))
  try {
    for (let round = 0; round < rounds; round += 1) {
      await until(() => writers.every((writer) => writer.isSynced))
      for (const writer of writers) writer.closes.length = 0
      const ending = { code: NaN as number | null }
      const stopped = wait(prng.int32(random, 20, 200)).then(async () => (ending.code = await server.stop()))
      while (Number.isNaN(ending.code)) {
        prng.oneOf(random, writers).write()
        await wait(prng.int32(random, 0, 4))
      }
      await stopped
      expect(ending.code).toBe(0)
      expect(server.logs.map((line) => line['msg'])).toEqual(['listening', 'stopping', 'stopped'])
      await until(() => writers.every((writer) => writer.closes.length > 0))
      for (const writer of writers) expect(writer.closes[0]).toBe(close.goingAway.code)
      server = await startServer({ dataDir: server.dataDir, port: server.port })
    }
    const all = writers.flatMap((writer) => writer.own()).sort()
    await until(() => writers.every((writer) => writer.isSynced && writer.words().length >= all.length))
    for (const writer of writers) expect(writer.words().sort()).toEqual(all)
    const log = new Writer('r', server.url, id)
    await until(() => log.isSynced)
    for (const writer of writers) expect([...writer.saved].filter((word) => !log.words().includes(word))).toEqual([])
    log.leave()
  } finally {
    for (const writer of writers) writer.leave()
    await server.dispose()
  }
})
