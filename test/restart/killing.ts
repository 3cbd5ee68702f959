import { deepStrictEqual } from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { startServer } from '../server.ts'
import { faultsIn, lostFrom, makeNote, missingFrom, newTale, noFaults, readLog, until, wordsIn } from './tale.ts'
import { Writer } from './writer.ts'

export const people = 20

/** What the rounds of one run were about. */
export interface Figures {
  rounds: number
  /** updates that somebody had received from another, each of which had to be in the log */
  seen: number
  /** updates that were called saved to whoever made them */
  saved: number
  /** words that were written, and those that nobody deleted */
  written: number
  left: number
}

/**
 * Kills a server at random moments under twenty people who write, delete, lose their network and come back, and starts
 * it again, `rounds` times. Rejects where anything that was seen or called saved is lost, or the ends differ. [K1]
 *
 * @param seed decides who does what; the machine decides when
 */
export async function killAgainAndAgain(rounds: number, seed: number): Promise<Figures> {
  const random = prng.create(seed)
  let server = await startServer()
  const id = await makeNote(server)
  const tale = newTale()
  let named = 0
  const join = () => new Writer(`w${(named += 1)}x`, server.url, id, tale)
  const writers = Array.from({ length: people }, join)
  /** who closed the page for ever while the server was dead: what only they know may be lost */
  const gone: Writer[] = []
  const durable = new Y.Doc()
  const counted = new Map<Writer, number>()
  const figures: Figures = { rounds, seen: 0, saved: 0, written: 0, left: 0 }
  const isWell = () => writers.every((writer) => writer.isSynced || writer.isAway)

  const actions: [weight: number, act: (writer: Writer) => void][] = [
    [60, (writer) => writer.write(random)],
    [15, (writer) => writer.remove(random)],
    [3, (writer) => writer.goAway()],
    [6, (writer) => (writer.isAway ? writer.comeBack() : undefined)],
    [2, (writer) => writer.stumble()],
  ]
  const weights = actions.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

  try {
    for (let round = 0; round < rounds; round += 1) {
      await until(isWell)
      const victim = { alive: true }
      const dead = wait(prng.int32(random, 20, 400))
        .then(() => server.stop('SIGKILL'))
        .then(() => (victim.alive = false))
      while (victim.alive) {
        prng.oneOf(random, weights)(prng.oneOf(random, writers))
        await wait(prng.int32(random, 0, 4))
      }
      await dead

      const log = readLog(server.dataDir, id)
      for (const writer of writers) {
        figures.seen += writer.received.length
        figures.saved += writer.savedUpTo - (counted.get(writer) ?? 0)
        counted.set(writer, writer.savedUpTo)
      }
      deepStrictEqual(lostFrom(log, writers), { seen: 0, saved: 0 }, `round ${round}`)
      deepStrictEqual(missingFrom(log, [Y.encodeStateAsUpdate(durable)]), 0, `round ${round}: the log has shrunk`)
      Y.applyUpdate(durable, Y.encodeStateAsUpdate(log))

      const index = prng.int32(random, 0, people - 1)
      const leaving = writers[index]
      if (leaving) {
        leaving.leave()
        gone.push(leaving)
      }
      server = await startServer({ dataDir: server.dataDir, port: server.port })
      writers[index] = join()
    }
    for (const writer of writers) writer.comeBack()
    await until(() => writers.every((writer) => writer.isSynced))
    await until(() => new Set(writers.map((writer) => writer.text.toString())).size === 1)
    await until(() => wordsIn(readLog(server.dataDir, id)).join(' ') === writers[0]?.words().join(' '))
    const words = writers[0]?.words() ?? []
    deepStrictEqual(faultsIn(words, tale, new Set(writers.map(({ name }) => name))), noFaults)
    deepStrictEqual(lostFrom(readLog(server.dataDir, id), gone), { seen: 0, saved: 0 })
    return { ...figures, written: tale.written.size, left: words.length }
  } finally {
    for (const writer of writers) writer.leave()
    await server.dispose()
  }
}
