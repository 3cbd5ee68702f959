import { expect, test } from 'vitest'
import { meeting, textOf } from '../simulation/meeting.ts'
import { exchange } from '../simulation/world.ts'
import { quietMs } from './room.ts'

test('[S18] [S19] a log is compacted when it is long and when its room closes', async () => {
  const { world, ann } = await meeting(1)
  for (let edit = 0; edit < 500; edit += 1) {
    ann.text.insert(0, 'x')
    ann.deliver()
    await world.clock.settle()
  }
  expect((await world.store.load('n'))?.length).toBe(501)
  await world.clock.advance(5_000)
  expect((await world.store.load('n'))?.length).toBe(1)
  for (let edit = 0; edit < 30; edit += 1) {
    ann.text.insert(0, 'y')
    ann.deliver()
    await world.clock.settle()
  }
  ann.drop()
  await world.clock.advance(quietMs)
  expect((await world.store.load('n'))?.length).toBe(1)
  expect(textOf(await world.stored('n'))).toBe(ann.text.toString())
})

test('[S7] [S18] what comes while a log is compacted is compacted the next time', async () => {
  const { world, ann } = await meeting(1)
  const write = async (edits: number) => {
    for (let edit = 0; edit < edits; edit += 1) {
      ann.text.insert(0, 'x')
      ann.deliver()
      await world.clock.settle()
    }
  }
  await write(500)
  world.store.holdMerges()
  await world.clock.advance(5_000)
  await write(3)
  world.store.release()
  await world.clock.settle()
  expect((await world.store.load('n'))?.length).toBe(4)
  await write(30)
  ann.drop()
  await world.clock.advance(quietMs)
  expect((await world.store.load('n'))?.length).toBe(1)
  expect(textOf(await world.stored('n'))).toBe(ann.text.toString())
})

test('[S20] a compaction that fails leaves the log and the room as they were', async () => {
  const { world, ann, bob } = await meeting(1)
  for (let edit = 0; edit < 30; edit += 1) {
    ann.text.insert(0, 'y')
    ann.deliver()
    await world.clock.settle()
  }
  world.store.breakWith('the disk is gone')
  ann.drop()
  await world.clock.advance(quietMs)
  expect(world.rooms.counts().rooms).toBe(0)
  world.store.breakWith(null)
  expect((await world.store.load('n'))?.length).toBe(31)
  await bob.connect(world, 'n')
  await exchange(world, bob)
  expect(bob.text.toString()).toBe(ann.text.toString())
})
