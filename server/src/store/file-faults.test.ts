import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createSqliteLedger } from '../ledger/sqlite.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { patienceMs } from './busy.ts'
import { fileIn, openDatabase } from './database.ts'
import { StoreUnusable } from './migrate.ts'
import { createSqliteStore } from './sqlite.ts'

const noon = new Date('2026-01-02T12:00:00Z')
const pageBytes = 4096

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (...values: number[]) => Uint8Array.from(values)

/** What became of a promise: `made`, or why not. */
const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'made',
    (error: unknown) => String(error),
  )

/** A store with one note, a clock that is moved by hand, and another process that can hold the file. */
async function held() {
  const clock = new HandClock()
  const database = openDatabase(folder)
  const failed: boolean[] = []
  const store = createSqliteStore(database, clock, (_ms, _changes, hasFailed) => failed.push(hasFailed))
  const created = store.create('a', bytes(1), noon)
  clock.turn()
  await created
  const other = new DatabaseSync(fileIn(folder))
  other.exec('BEGIN IMMEDIATE')
  const stored = async () => (await store.load('a'))?.map((row) => [...row.update])
  return { clock, database, store, other, failed, stored }
}

test('[S21] changes wait for another process, in order and in one transaction', async () => {
  const { clock, store, other, failed, stored } = await held()
  const first = store.append('a', bytes(2))
  await clock.advance(patienceMs / 2)
  const second = store.append('a', bytes(3))
  await clock.advance(100)
  expect(await stored()).toEqual([[1]])
  other.exec('ROLLBACK')
  await clock.advance(100)
  await Promise.all([first, second])
  expect(await stored()).toEqual([[1], [2], [3]])
  expect(failed).toEqual([false, false])
  expect(clock.timers).toBe(0)
  other.close()
  await store.close()
})

test('[S21] a change that has waited too long is refused, and the next one can succeed', async () => {
  const { clock, store, other, failed, stored } = await held()
  const refused = outcome(store.append('a', bytes(2)))
  await clock.advance(patienceMs + 100)
  expect(await refused).toContain('locked')
  const next = store.append('a', bytes(3))
  await clock.advance(patienceMs / 2)
  other.exec('ROLLBACK')
  await clock.advance(100)
  await next
  expect(await stored()).toEqual([[1], [3]])
  expect(failed).toEqual([false, true, false])
  other.close()
  await store.close()
})

test('[S21] no statement waits for more than a few milliseconds', () => {
  const database = openDatabase(folder)
  const { timeout } = database.prepare('PRAGMA busy_timeout').get() ?? {}
  expect(Number(timeout)).toBeLessThanOrEqual(10)
  database.close()
})

test('[S21] closing while another process holds the file refuses what waits', async () => {
  const { clock, store, other } = await held()
  const refused = outcome(store.append('a', bytes(2)))
  await clock.advance(100)
  await store.close()
  expect(await refused).toContain('locked')
  await clock.advance(100)
  expect(clock.timers).toBe(0)
  other.close()
})

test('[S21] the ledger waits as well', async () => {
  const { clock, database, store, other } = await held()
  const ledger = createSqliteLedger(database, clock)
  const removed = ledger.remove('a')
  await clock.advance(patienceMs / 2)
  other.exec('ROLLBACK')
  await clock.advance(100)
  await removed
  expect(clock.timers).toBe(0)
  other.close()
  await store.close()
})

/** A file with notes `a`, `b` and `c` of a hundred rows each; its bytes stand in the order of the notes. */
async function filled(): Promise<void> {
  const store = createSqliteStore(openDatabase(folder), systemClock)
  for (const id of ['a', 'b', 'c']) {
    await store.create(id, bytes(1), noon)
    await Promise.all(Array.from({ length: 100 }, () => store.append(id, new Uint8Array(1_000))))
  }
  await store.close()
}

function damage(from: number, length: number): void {
  const file = openSync(fileIn(folder), 'r+')
  writeSync(file, new Uint8Array(length).fill(0xa5), 0, length, from)
  closeSync(file)
}

test('[S22] a damaged file is refused with a sentence that says what to do, and left as it is with its log', async () => {
  const store = createSqliteStore(openDatabase(folder), systemClock)
  await store.create('a', bytes(1), noon)
  // as a killed process leaves it
  const left = join(folder, 'left')
  const files = ['minutebook.sqlite', 'minutebook.sqlite-wal']
  for (const name of files) cpSync(join(folder, name), join(left, name))
  await store.close()
  folder = left
  const header = 32
  const wal = openSync(join(left, 'minutebook.sqlite-wal'), 'r+')
  writeSync(wal, new Uint8Array(100), 0, 100, header)
  closeSync(wal)
  damage(0, statSync(fileIn(left)).size)
  const before = files.map((name) => readFileSync(join(left, name)))
  expect(() => openDatabase(left)).toThrow(/^The store .* is damaged \(.*\) and was left as it is: move it .*\.$/)
  expect(files.map((name) => readFileSync(join(left, name)))).toEqual(before)
})

test('[S23] damage that is met later is refused, and the rest goes on', async () => {
  await filled()
  damage(48 * pageBytes, 4 * pageBytes)
  const store = createSqliteStore(openDatabase(folder), systemClock)
  const logs = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.load(id)))
  const read = logs.filter((log) => log.status === 'fulfilled')
  expect(read.map(({ value }) => value?.length)).toEqual([101, 101])
  expect(logs.find((log) => log.status === 'rejected')?.reason).toMatchObject({
    message: expect.stringContaining('malformed'),
  })
  for (const id of ['b', 'c']) expect(await store.append(id, bytes(2))).toBeGreaterThan(0)
  await store.close()
})

test('[S23] no damage of one page makes a log shorter or a note disappear', async () => {
  await filled()
  const pages = statSync(fileIn(folder)).size / pageBytes
  const whole = readFileSync(fileIn(folder))
  const lengths = new Set<number | undefined>()
  const refused: unknown[] = []
  for (let page = 1; page < pages; page += 1) {
    damage(page * pageBytes, pageBytes)
    try {
      const store = createSqliteStore(openDatabase(folder), systemClock)
      const logs = await Promise.allSettled(['a', 'b', 'c'].map((id) => store.load(id)))
      for (const log of logs) if (log.status === 'fulfilled') lengths.add(log.value?.length)
      await store.close()
    } catch (error) {
      refused.push(error) // what says which tables there are
    }
    for (const end of ['', '-wal', '-shm']) rmSync(`${fileIn(folder)}${end}`, { force: true })
    writeFileSync(fileIn(folder), whole)
  }
  expect([...lengths]).toEqual([101])
  expect(refused.every((error) => error instanceof StoreUnusable)).toBe(true)
  expect(refused.length).toBeLessThanOrEqual(2)
})
