import type { DatabaseSync } from 'node:sqlite'
import { typesOf } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import { beforeEach, expect, test } from 'vitest'
import { firstUpdate } from '../reader/first-update.ts'
import { createReader } from '../reader/threaded.ts'
import type { NoteReader } from '../reader/reader.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { silentLog, type Log } from '../observe/log.ts'
import { openFile } from '../store/database.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import type { Ledger } from './ledger.ts'
import { createSqliteLedger } from './sqlite.ts'

/** Lets every promise that can go on do so. */
async function settledTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

let clock: HandClock
let reader: NoteReader
let database: DatabaseSync
let ledger: Ledger
let docs: Map<string, Y.Doc>
let errors: string[]
let reads: string[]
let indexer: Indexer

const whole = async (id: string): Promise<Uint8Array | null> => {
  reads.push(id)
  await Promise.resolve()
  const doc = docs.get(id)
  return doc ? Y.encodeStateAsUpdate(doc) : null
}

beforeEach(() => {
  clock = new HandClock()
  reader = createReader({ clock })
  database = openFile(':memory:')
  ledger = createSqliteLedger(database, clock)
  docs = new Map()
  errors = []
  reads = []
  const log: Log = { ...silentLog, error: (message, facts) => errors.push(`${message} ${String(facts?.['noteId'])}`) }
  indexer = createIndexer({ rooms: { whole }, reader, ledger, clock, log, load: () => 0 })
})

function write(id: string, markdown: string): void {
  const doc = new Y.Doc()
  let given = 0
  Y.applyUpdate(
    doc,
    firstUpdate(markdown, () => `item${(given += 1)}`),
  )
  docs.set(id, doc)
}

const titleOf = async (id: string) => (await ledger.note(id))?.title

test('[L20] a note is indexed when it has been quiet for 300 ms', async () => {
  write('a', '# First\n')
  indexer.mark('a', 1)
  await clock.advance(200)
  indexer.mark('a', 2)
  await clock.advance(299)
  expect(await titleOf('a')).toBeUndefined()
  await clock.advance(1)
  expect(await titleOf('a')).toBe('First')
  expect(await ledger.note('a')).toMatchObject({ updatedAt: '2026-01-02T12:00:00.200Z' })
})

test('[L20] a note that is never quiet is indexed 1.5 s after its first change', async () => {
  write('a', '# First\n')
  for (let row = 1; row <= 15; row += 1) {
    indexer.mark('a', row)
    await clock.advance(100)
  }
  expect(await titleOf('a')).toBe('First')
  expect(reads).toEqual(['a'])
})

test('[L21] one note is indexed at a time', async () => {
  let open = 0
  let most = 0
  const slow = async (id: string) => {
    open += 1
    most = Math.max(most, open)
    await settledTurns()
    open -= 1
    return whole(id)
  }
  const one = createIndexer({ rooms: { whole: slow }, reader, ledger, clock, log: silentLog, load: () => 0 })
  for (const id of ['a', 'b', 'c']) {
    write(id, `# ${id}\n`)
    one.mark(id, 1)
  }
  await one.flush()
  expect([most, reads]).toEqual([1, ['a', 'b', 'c']])
})

test('[L22] a row that the ledger has is not indexed again', async () => {
  write('a', '# First\n')
  indexer.mark('a', 2)
  await clock.advance(300)
  indexer.mark('a', 1)
  indexer.mark('a', 2)
  await clock.advance(2000)
  expect(reads).toEqual(['a'])
})

test('[L23] settling indexes now what is waiting, and otherwise nothing', async () => {
  write('a', '# First\n')
  await indexer.settle('a')
  expect(reads).toEqual([])
  indexer.mark('a', 1)
  await indexer.settle('a')
  expect(await titleOf('a')).toBe('First')
  await clock.advance(2000)
  expect(reads).toEqual(['a'])
})

test('[L24] a note that cannot be indexed is told and tried again; the others go on', async () => {
  write('good', '# Good\n')
  docs.set('bad', new Y.Doc())
  const broken = typesOf(docs.get('bad') ?? new Y.Doc())
  const failing = async (id: string) => {
    if (id === 'bad' && broken.frontMatter.length === 0) throw new Error('cannot be read')
    return whole(id)
  }
  let failures = 0
  const log: Log = { ...silentLog, error: (message, facts) => errors.push(`${message} ${String(facts?.['noteId'])}`) }
  const one = createIndexer({
    rooms: { whole: failing },
    reader,
    ledger,
    clock,
    log,
    load: () => 0,
    failed: () => (failures += 1),
  })
  one.mark('bad', 1)
  one.mark('good', 1)
  await clock.advance(300)
  expect(await titleOf('good')).toBe('Good')
  expect([errors, failures]).toEqual([['a note could not be indexed bad'], 1])
  await clock.advance(1000)
  expect(failures).toBe(2)
  await clock.advance(1999)
  expect(failures).toBe(2)
  broken.frontMatter.insert(0, 'title: Mended\n')
  await clock.advance(1)
  expect(await titleOf('bad')).toBe('Mended')
  await expect(one.settle('bad')).resolves.toBeUndefined()
})

test('[L29] after a note that took long, the next one waits nine times as long, unless somebody asks', async () => {
  const times: [string, number][] = []
  const slow = async (id: string) => {
    times.push([id, clock.elapsed()])
    await new Promise<void>((resolve) => clock.after(10, resolve))
    return whole(id)
  }
  const one = createIndexer({ rooms: { whole: slow }, reader, ledger, clock, log: silentLog, load: () => 0 })
  for (const id of ['a', 'b', 'c']) {
    write(id, `# ${id}\n`)
    one.mark(id, 1)
  }
  await clock.advance(310)
  expect(times).toEqual([['a', 300]])
  const asked = one.settle('c')
  await clock.advance(1000)
  await asked
  expect(times).toEqual([
    ['a', 300],
    ['c', 310],
    ['b', 400],
  ])
  await one.stop()
  expect(clock.timers).toBe(0)
})

test('[L29] beside other work it rests longer', async () => {
  const times: number[] = []
  const slow = async (id: string) => {
    times.push(clock.elapsed())
    await new Promise<void>((resolve) => clock.after(10, resolve))
    return whole(id)
  }
  const one = createIndexer({ rooms: { whole: slow }, reader, ledger, clock, log: silentLog, load: () => 0.5 })
  for (const id of ['a', 'b']) {
    write(id, `# ${id}\n`)
    one.mark(id, 1)
  }
  await clock.advance(1000)
  expect(times).toEqual([300, 300 + 10 + 290])
  await one.stop()
})

test('[L24] what is changed while a note is tried again is indexed as well', async () => {
  write('a', '# First\n')
  let tries = 0
  const failing = async (id: string) => {
    tries += 1
    if (tries === 1) throw new Error('cannot be read')
    await new Promise<void>((resolve) => clock.after(10, resolve))
    return whole(id)
  }
  const one = createIndexer({ rooms: { whole: failing }, reader, ledger, clock, log: silentLog, load: () => 0 })
  one.mark('a', 1)
  await clock.advance(1305) // its second try is under way
  one.mark('a', 2)
  await clock.advance(5000)
  expect(tries).toBe(3)
  expect(await titleOf('a')).toBe('First')
  one.mark('a', 2)
  expect(clock.timers).toBe(0)
})

test('[L25] at start every stale note is indexed', async () => {
  write('a', '# First\n')
  database.exec(
    `INSERT INTO note VALUES ('a', '2024-01-01T00:00:00.000Z'); INSERT INTO log (note, data) VALUES ('a', x'00')`,
  )
  await indexer.start()
  await clock.advance(300)
  expect(await titleOf('a')).toBe('First')
  expect(await ledger.stale()).toEqual([])
})

test('[L26] a note that is gone leaves the ledger', async () => {
  write('a', '# First\n')
  indexer.mark('a', 1)
  await indexer.flush()
  docs.delete('a')
  indexer.mark('a', 2)
  await indexer.flush()
  expect(await ledger.note('a')).toBeNull()
  write('b', '# Second\n')
  indexer.mark('b', 3)
  await indexer.flush()
  await indexer.forget('b')
  expect(await ledger.note('b')).toBeNull()
})

test('[L27] flushing indexes all that waits; after stopping nothing runs', async () => {
  write('a', '# First\n')
  write('b', '# Second\n')
  indexer.mark('a', 1)
  indexer.mark('b', 2)
  await indexer.flush()
  expect([await titleOf('a'), await titleOf('b')]).toEqual(['First', 'Second'])
  indexer.mark('a', 3)
  await indexer.stop()
  indexer.mark('b', 4)
  await clock.advance(5000)
  expect(reads).toEqual(['a', 'b'])
})

test('[L31] it says how many notes wait, and how long the first of them has', async () => {
  write('a', '# First\n')
  write('b', '# Second\n')
  expect(indexer.lag()).toEqual({ notes: 0, waitedMs: 0 })
  indexer.mark('a', 1)
  await clock.advance(200)
  indexer.mark('b', 1)
  expect(indexer.lag()).toEqual({ notes: 2, waitedMs: 200 })
  await indexer.flush()
  expect(indexer.lag()).toEqual({ notes: 0, waitedMs: 0 })
})

test('[L49] while somebody watches the lists, a note waits for 600 ms at most, and the rest is short', async () => {
  const times: number[] = []
  const slow = async (id: string) => {
    times.push(clock.elapsed())
    await new Promise<void>((resolve) => clock.after(50, resolve))
    return whole(id)
  }
  const told: string[] = []
  let work = 0
  const one = createIndexer({
    rooms: { whole: slow },
    reader,
    ledger,
    clock,
    log: silentLog,
    load: () => work,
    changed: (ids) => told.push(...ids),
    isWatched: () => true,
  })
  write('a', '# First\n')
  for (let row = 1; row <= 6; row += 1) {
    one.mark('a', row)
    await clock.advance(100)
  }
  await clock.advance(50)
  expect([times, told]).toEqual([[600], ['a']])
  await clock.advance(1000)
  write('b', '# Second\n')
  write('c', '# Third\n')
  one.mark('b', 1)
  one.mark('c', 1)
  await clock.advance(1000)
  expect(times.slice(1)).toEqual([1950, 1950 + 50 + 250])
  work = 0.9
  one.mark('b', 2)
  one.mark('c', 2)
  await clock.advance(2000)
  expect((times[4] ?? 0) - (times[3] ?? 0)).toBe(50 + 1000)
  await one.stop()
})

test('[L46] the notes whose rows changed are told: also those that carried the same TODO, and one that is gone', async () => {
  const told: string[][] = []
  const one = createIndexer({
    rooms: { whole },
    reader,
    ledger,
    clock,
    log: silentLog,
    load: () => 0,
    changed: (ids) => told.push([...ids]),
  })
  for (const id of ['a', 'b']) {
    const doc = new Y.Doc()
    Y.applyUpdate(
      doc,
      firstUpdate('- [ ] Ann: Call\n', () => 'same'),
    )
    docs.set(id, doc)
    one.mark(id, 1)
    await one.flush()
  }
  await one.forget('b')
  expect(told).toEqual([['a'], ['b', 'a'], ['b', 'a']])
})
