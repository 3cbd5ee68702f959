import { setTimeout as wait } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { makeNote, newTale, until } from '../restart/tale.ts'
import { Writer } from '../restart/writer.ts'
import { startServer, type RunningServer } from '../server.ts'
import { freePort, inspect, type Inspector, type Memory } from './memory.ts'

const notes = 1_000
/** visits at the same time */
const busy = 60
// each y-websocket client waits for the end of the process
process.setMaxListeners(0)

/** how much more than before may be alive at the end: what the ledger and caches of fixed size settle to */
const tolerance = { heap: 5, external: 5, rss: 60 } as const

/**
 * `pnpm soak [minutes]`: a server whose 1,000 notes are opened, edited and closed again for ten minutes. Prints what the
 * server process holds each minute; exit code 1 where it does not come back to what it held after each note had been
 * open once.
 */
async function main(minutes: number): Promise<number> {
  const port = await freePort()
  const server = await startServer({ env: { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` } })
  const inspector = await inspect(port)
  try {
    console.log('| | RSS MiB | heap MiB | external MiB | notes in memory | visits |\n|---|---|---|---|---|---|')
    const ids: string[] = []
    while (ids.length < notes) ids.push(...(await Promise.all(Array.from({ length: 20 }, () => makeNote(server)))))
    const random = prng.create(1)
    await visitWhile(server, random, ids.values())
    await allClosed(server)
    const before = await line('before', server, inspector, notes)
    const end = performance.now() + minutes * 60_000
    const visits = { count: 0 }
    const visiting = visitWhile(server, random, someOf(ids, random, end, visits))
    for (let minute = 1; minute <= minutes; minute += 1) {
      await Promise.race([wait(60_000), visiting])
      await line(`minute ${minute}`, server, inspector, visits.count)
    }
    await visiting
    await allClosed(server)
    const after = await line('after', server, inspector, visits.count)
    const grown = (Object.keys(tolerance) as (keyof Memory)[]).filter(
      (what) => after[what] > before[what] + tolerance[what],
    )
    console.log(grown.length === 0 ? 'It came back to where it was.' : `It did not come back: ${grown.join(', ')}.`)
    return grown.length === 0 ? 0 : 1
  } finally {
    inspector.close()
    await server.dispose()
  }
}

function* someOf(ids: readonly string[], random: prng.PRNG, end: number, visits: { count: number }) {
  while (performance.now() < end) {
    visits.count += 1
    yield prng.oneOf(random, [...ids])
  }
}

/** Visits the notes that `next` gives, `busy` of them at the same time. */
async function visitWhile(server: RunningServer, random: prng.PRNG, next: Iterator<string>): Promise<void> {
  const visitor = async () => {
    for (let id = next.next(); !id.done; id = next.next()) await visit(server, random, id.value)
  }
  await Promise.all(Array.from({ length: busy }, visitor))
}

/** Two people open a note, write, delete and leave. */
async function visit(server: RunningServer, random: prng.PRNG, id: string): Promise<void> {
  const tale = newTale()
  const [name, other] = [prng.word(random, 8, 8), prng.word(random, 8, 8)]
  const people = [name, other].map((one) => new Writer(one, server.url, id, tale))
  await until(() => people.every((person) => person.isSynced))
  for (let edit = 0; edit < 6; edit += 1) {
    const person = prng.oneOf(random, people)
    if (edit % 2 === 0) person.write(random)
    else person.remove(random)
    await wait(prng.int32(random, 50, 300))
  }
  for (const person of people) person.leave()
}

async function metric(server: RunningServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

async function allClosed(server: RunningServer): Promise<void> {
  await until(async () => (await metric(server, 'minutebook_rooms')) === 0)
}

async function line(label: string, server: RunningServer, inspector: Inspector, visits: number): Promise<Memory> {
  const memory = await inspector.memory()
  const rooms = await metric(server, 'minutebook_rooms')
  console.log(`| ${label} | ${memory.rss} | ${memory.heap} | ${memory.external} | ${rooms} | ${visits} |`)
  return memory
}

process.exitCode = await main(Number(process.argv[2] ?? 10))
