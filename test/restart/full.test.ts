import { setTimeout as wait } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import { startServer, type RunningServer } from '../server.ts'
import { limitedDisk, smallDisk, type Disk } from './disk.ts'
import { askForNote, faultsIn, lostFrom, makeNote, newTale, noFaults, readLog, until, wordsIn } from './tale.ts'
import { Writer } from './writer.ts'

const seed = 20240306
const people = 8

const disks: [name: string, make: () => Disk | null][] = [
  ['a small file system', smallDisk],
  ['a limit on the size of files', limitedDisk],
]

const isReady = async ({ url }: RunningServer) => (await fetch(`${url}/readyz`)).status === 200

/** Eight people who write one note on a disk. */
async function meeting(disk: Disk) {
  const random = prng.create(seed)
  const server = await startServer({ dataDir: disk.dataDir })
  const id = await makeNote(server)
  const tale = newTale()
  const writers = Array.from({ length: people }, (_, index) => new Writer(`w${index}x`, server.url, id, tale))
  await until(() => writers.every((writer) => writer.isSynced))
  const act = (writer: Writer) => (prng.int32(random, 0, 4) === 0 ? writer.remove(random) : writer.write(random))
  return {
    server,
    id,
    writers,
    async write(times: number) {
      for (let time = 0; time < times; time += 1) {
        act(prng.oneOf(random, writers))
        await wait(prng.int32(random, 0, 4))
      }
    },
    async writeUntil(holds: () => Promise<boolean>) {
      while (!(await holds())) await this.write(10)
    },
    /** All hold the same, the log as well, and every word is there once or deleted. */
    async expectWhole() {
      await until(() => writers.every((writer) => writer.isSynced))
      const texts = () =>
        new Set([...writers.map((one) => one.words()), wordsIn(readLog(disk.dataDir, id))].map(String))
      await until(() => texts().size === 1)
      expect(faultsIn(writers[0]?.words() ?? [], tale, new Set(writers.map(({ name }) => name)))).toEqual(noFaults)
      expect(lostFrom(readLog(disk.dataDir, id), writers)).toEqual({ seen: 0, saved: 0 })
    },
    leave() {
      for (const writer of writers) writer.leave()
    },
  }
}

for (const [name, make] of disks) {
  test(`[K4, K5] a disk that fills up and is emptied again: ${name}`, { timeout: 60_000 }, async (context) => {
    const disk = make() ?? context.skip('this user may not mount a file system')
    const { server, id, writers, ...all } = await meeting(disk)
    try {
      for (let time = 0; time < 2; time += 1) {
        await all.write(60)
        disk.fill(server)
        await all.writeUntil(async () => !(await isReady(server)))
        const told = writers.map(({ received, savedUpTo }) => [received.length, savedUpTo])
        const log = readLog(disk.dataDir, id)
        writers[0]?.goAway()
        await all.write(60)
        expect((await fetch(`${server.url}/livez`)).status).toBe(200)
        expect((await askForNote(server)).status).toBe(503)
        expect(writers.map(({ received, savedUpTo }) => [received.length, savedUpTo])).toEqual(told)
        expect(lostFrom(log, writers)).toEqual({ seen: 0, saved: 0 })
        writers[0]?.comeBack()
        await all.write(10)
        disk.empty(server)
        await until(() => isReady(server))
        await all.expectWhole()
      }
    } finally {
      all.leave()
      await server.stop()
      disk.dispose()
    }
  })

  test(`[K6] killed while the disk is full, and started with space: ${name}`, { timeout: 60_000 }, async (context) => {
    const disk = make() ?? context.skip('this user may not mount a file system')
    const { server, id, writers, ...all } = await meeting(disk)
    let now = server
    try {
      await all.write(60)
      disk.fill(server)
      await all.writeUntil(async () => !(await isReady(server)))
      await all.write(60)
      await server.stop('SIGKILL')
      disk.empty(server)
      expect(lostFrom(readLog(disk.dataDir, id), writers)).toEqual({ seen: 0, saved: 0 })
      now = await startServer({ dataDir: disk.dataDir, port: server.port })
      await all.expectWhole()
    } finally {
      all.leave()
      await now.stop()
      disk.dispose()
    }
  })
}
