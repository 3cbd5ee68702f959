import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { openDatabase, openFile } from './database.ts'
import { describeImages, imageOf, read } from './images.contract.ts'
import { createSqliteImages } from './sqlite-images.ts'
import { createSqliteStore } from './sqlite.ts'

const noon = new Date('2026-01-02T12:00:00Z')
const plenty = 1_000_000_000

function opened(database = openFile(':memory:')) {
  return {
    database,
    store: createSqliteStore(database, systemClock),
    images: createSqliteImages(database, systemClock),
    pieces: () => Number(database.prepare('SELECT count(*) AS count FROM image_piece').get()?.['count']),
  }
}

describeImages('sqlite', () => opened())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[S10, S30] an image is there after the file is opened again', async () => {
  const before = opened(openDatabase(folder))
  await before.store.create('a', Uint8Array.of(1), noon)
  await before.images.add('a', 'x.png', imageOf(700_000), plenty)
  await before.images.close()
  await before.store.close()
  const after = opened(openDatabase(folder))
  expect(await read(after.images, 'a', 'x.png')).toEqual(imageOf(700_000))
  await after.store.close()
})

test('[S33] an image is written in pieces, each in a transaction of its own, and is there when it is whole', async () => {
  const clock = new HandClock()
  const database = openFile(':memory:')
  const store = createSqliteStore(database, systemClock)
  await store.create('a', Uint8Array.of(1), noon)
  const images = createSqliteImages(database, clock)
  const count = () => Number(database.prepare('SELECT count(*) AS count FROM image_piece').get()?.['count'])
  const added = images.add('a', 'x.png', imageOf(700_000), plenty)
  const seen: [number, boolean][] = []
  for (let step = 0; step < 4; step += 1) {
    await clock.settle()
    seen.push([count(), (await images.open('a', 'x.png')) !== null])
    await clock.advance(6)
  }
  await added
  expect(seen).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [3, true],
  ])
})

test('[S34] what a removed note leaves is swept away', async () => {
  const { store, images, pieces } = opened()
  await store.create('a', Uint8Array.of(1), noon)
  await images.add('a', 'x.png', imageOf(700_000), plenty)
  expect(pieces()).toBe(3)
  await store.remove('a')
  await images.sweep()
  expect(pieces()).toBe(0)
})

test('[S34] what was broken off is swept away when the store is opened, and meets no new image', async () => {
  const { database, store, pieces } = opened()
  await store.create('a', Uint8Array.of(1), noon)
  database.exec("INSERT INTO image_piece VALUES (7, 0, x'00'), (7, 1, x'00')")
  const images = createSqliteImages(database, systemClock)
  await images.add('a', 'x.png', imageOf(9), plenty)
  await images.sweep()
  expect(pieces()).toBe(1)
  expect(await read(images, 'a', 'x.png')).toEqual(imageOf(9))
})

test('[S34] an image that cannot be written leaves nothing', async () => {
  const { database, store, images, pieces } = opened()
  await store.create('a', Uint8Array.of(1), noon)
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON image_piece WHEN NEW.number = 2
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
  await expect(images.add('a', 'x.png', imageOf(700_000), plenty)).rejects.toThrow('the disk is full')
  await images.sweep()
  expect([pieces(), await images.open('a', 'x.png')]).toEqual([0, null])
})

test('[S34] a sweep that began while an image was written leaves it alone, however long it takes', async () => {
  const clock = new HandClock()
  const { database, store, pieces } = opened()
  await store.create('a', Uint8Array.of(1), noon)
  const images = createSqliteImages(database, clock)
  // it takes longer than the image does, and comes to that last
  const rest = Array.from({ length: 40 }, (_, number) => `(1, ${number}, x'00')`)
  database.exec(`INSERT INTO image_piece VALUES ${rest.join()}`)
  const added = images.add('a', 'x.png', imageOf(700_000), plenty)
  await clock.settle()
  expect(pieces()).toBe(rest.length + 1)
  const swept = images.sweep()
  await clock.advance(1_000)
  await Promise.all([swept, added])
  expect(pieces()).toBe(3)
  expect(await read(images, 'a', 'x.png')).toEqual(imageOf(700_000))
})
