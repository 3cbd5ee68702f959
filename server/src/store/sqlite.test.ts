import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { openDatabase, openFile } from './database.ts'
import { StoreUnusable } from './migrate.ts'
import { createSqliteStore } from './sqlite.ts'
import { describeStore } from './store.contract.ts'
import { NoSuchNote } from './store.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const noon = new Date('2026-01-02T12:00:00Z')

describeStore('sqlite', () => createSqliteStore(openFile(':memory:'), systemClock))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[S10] what a promise said is there after opening again', async () => {
  const before = createSqliteStore(openDatabase(folder), systemClock)
  await before.create('a', bytes(1), noon)
  await before.append('a', bytes(2))
  await before.create('b', bytes(3), noon)
  await before.remove('b')
  await before.close()
  const after = createSqliteStore(openDatabase(folder), systemClock)
  expect((await after.load('a'))?.map((row) => [...row.update])).toEqual([[1], [2]])
  expect(await after.has('b')).toBe(false)
  await after.close()
})

test('[S11] one turn is one transaction', async () => {
  const groups: number[] = []
  const store = createSqliteStore(openFile(':memory:'), systemClock, (_ms, changes) => groups.push(changes))
  await Promise.all([store.create('a', bytes(1), noon), store.append('a', bytes(2)), store.append('a', bytes(3))])
  await store.append('a', bytes(4))
  expect(groups).toEqual([3, 1])
})

test('[S24] what is asked for right after a transaction is gathered', async () => {
  const clock = new HandClock()
  const groups: number[] = []
  const store = createSqliteStore(openFile(':memory:'), clock, (_ms, changes) => groups.push(changes))
  void store.create('a', bytes(1), noon)
  await clock.settle()
  expect(groups).toEqual([1])
  void store.append('a', bytes(2))
  await clock.advance(2)
  void store.append('a', bytes(3))
  await clock.advance(2)
  expect(groups).toEqual([1])
  await clock.advance(2)
  expect(groups).toEqual([1, 2])
  await clock.advance(6)
  void store.append('a', bytes(4))
  await clock.settle()
  expect(groups).toEqual([1, 2, 1])
})

test('[S24] closing does not wait for the pause', async () => {
  const clock = new HandClock()
  const store = createSqliteStore(openFile(':memory:'), clock)
  void store.create('a', bytes(1), noon)
  await clock.settle()
  const row = store.append('a', bytes(2))
  await store.close()
  expect(await row).toBeGreaterThan(0)
  await clock.advance(10)
})

test('[S12] a failing transaction leaves nothing and the next one succeeds', async () => {
  const database = openFile(':memory:')
  const store = createSqliteStore(database, systemClock)
  await store.create('a', bytes(1), noon)
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON log WHEN length(NEW.data) > 1
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
  const both = await Promise.allSettled([store.append('a', bytes(2)), store.append('a', bytes(3, 3))])
  expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  await expect(store.append('a', bytes(3, 3))).rejects.toThrow('the disk is full')
  await store.append('a', bytes(4))
  expect((await store.load('a'))?.map((row) => [...row.update])).toEqual([[1], [4]])
})

test('[S12] a rollback that fails hides nothing, and the next transaction can succeed', async () => {
  const database = openFile(':memory:')
  const store = createSqliteStore(database, systemClock)
  await store.create('a', bytes(1), noon)
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    if (sql === 'COMMIT') throw new Error('the disk is full')
    if (sql === 'ROLLBACK') throw new Error('the disk is gone')
    exec(sql)
  }
  await expect(store.append('a', bytes(2))).rejects.toThrow('the disk is full')
  database.exec = (sql) => exec(sql)
  await store.append('a', bytes(4))
  expect((await store.load('a'))?.map((row) => [...row.update])).toEqual([[1], [4]])
})

test('[S13] a refusal rejects itself alone', async () => {
  const store = createSqliteStore(openFile(':memory:'), systemClock)
  await store.create('a', bytes(1), noon)
  const [refused, made] = await Promise.allSettled([store.append('b', bytes(2)), store.append('a', bytes(3))])
  expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(NoSuchNote) })
  expect(made?.status).toBe('fulfilled')
})

test('[S14] commits are synced', () => {
  const database = openDatabase(folder)
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
  database.close()
})

test('[S15] a newer file is refused and stays as it is', () => {
  const database = openDatabase(folder)
  database.exec('PRAGMA user_version = 1000; PRAGMA journal_mode = DELETE')
  database.close()
  const before = readFileSync(join(folder, 'minutebook.sqlite'))
  expect(() => openDatabase(folder)).toThrow(/newer version of Minutebook \(its format is 1000/)
  expect(readFileSync(join(folder, 'minutebook.sqlite'))).toEqual(before)
})

test('[S16] a file of something else is refused and stays as it is', () => {
  const path = join(folder, 'minutebook.sqlite')
  writeFileSync(path, 'Dear diary, '.repeat(100))
  expect(() => openDatabase(folder)).toThrow(StoreUnusable)
  expect(readFileSync(path, 'utf8')).toBe('Dear diary, '.repeat(100))
  rmSync(path)
  const foreign = new DatabaseSync(path)
  foreign.exec('CREATE TABLE song (name TEXT)')
  foreign.close()
  expect(() => openDatabase(folder)).toThrow('is not a store of Minutebook')
})

test('[S17] a folder that is a file is refused', () => {
  const path = join(folder, 'data')
  writeFileSync(path, '')
  expect(() => openDatabase(path)).toThrow(/^The folder .* cannot be written: /)
})
