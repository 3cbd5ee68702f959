import { setTimeout as wait } from 'node:timers/promises'
import { close } from '@minutebook/shared/wire'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { faultsIn, lostFrom, makeNote, newTale, noFaults, readLog, until } from './tale.ts'
import { Writer } from './writer.ts'

const rounds = 3
const seed = 20240306
const names = ['ax', 'bx', 'cx', 'dx']

test(`[K7, K8] ${rounds} stops under four writers, seed ${seed}`, async () => {
  const random = prng.create(seed)
  let server = await startServer()
  const id = await makeNote(server)
  const tale = newTale()
  const writers = names.map((name) => new Writer(name, server.url, id, tale))
  const areSynced = () => writers.every((writer) => writer.isSynced)
  try {
    for (let round = 0; round < rounds; round += 1) {
      await until(areSynced)
      for (const writer of writers) writer.closes.length = 0
      const ending = { code: NaN as number | null }
      const stopped = wait(prng.int32(random, 20, 200)).then(async () => (ending.code = await server.stop()))
      while (Number.isNaN(ending.code)) {
        prng.oneOf(random, writers).write(random)
        await wait(prng.int32(random, 0, 4))
      }
      await stopped
      expect(ending.code).toBe(0)
      expect(server.logs.map((line) => line['msg'])).toEqual(['listening', 'stopping', 'stopped'])
      await until(() => writers.every((writer) => writer.closes.length > 0))
      for (const writer of writers) expect(writer.closes[0]).toBe(close.goingAway.code)
      expect(lostFrom(readLog(server.dataDir, id), writers)).toEqual({ seen: 0, saved: 0 })
      server = await startServer({ dataDir: server.dataDir, port: server.port })
    }
    await until(areSynced)
    await until(() => writers.every((writer) => writer.words().length === tale.written.size))
    for (const writer of writers) expect(faultsIn(writer.words(), tale, new Set(names))).toEqual(noFaults)
    await until(() => readLog(server.dataDir, id).getText('frontMatter').length === writers[0]?.text.length)
  } finally {
    for (const writer of writers) writer.leave()
    await server.dispose()
  }
})
