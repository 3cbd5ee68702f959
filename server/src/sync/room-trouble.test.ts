import { close } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { Client } from '../simulation/client.ts'
import { meeting, textIn, textOf } from '../simulation/meeting.ts'
import { exchange } from '../simulation/world.ts'
import { giveUpMs } from './journal.ts'
import { quietMs } from './room.ts'
import { NotStored } from './rooms.ts'

test('[R15] [R16] [R17] a failing append is tried again, and nothing of it is sent meanwhile', async () => {
  const { world, clients, ann, bob } = await meeting(2)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.askSaved(1)
  ann.deliver()
  await world.clock.advance(5_000)
  ann.text.insert(0, 'b')
  ann.deliver()
  await world.clock.advance(5_000)
  expect(bob.fromServer).toEqual([])
  expect(ann.fromServer).toEqual([])
  expect(world.rooms.healthy()).toBe(false)
  expect(await new Client().connect(world, 'n')).toBe(false)
  world.store.failWith(null)
  await world.clock.advance(5_000)
  expect(world.rooms.healthy()).toBe(true)
  await exchange(world, ...clients)
  expect(ann.saved).toEqual([1])
  expect(bob.text.toString()).toBe('baHello')
  expect(textOf(await world.stored('n'))).toBe('baHello')
})

test('[R18] after a limit the connections are closed, and the room goes on trying', async () => {
  const { world, ann, bob } = await meeting(2)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.deliver()
  await world.clock.advance(giveUpMs - 1_000)
  expect(ann.closedWith).toBeNull()
  await world.clock.advance(10_000)
  expect([ann.closedWith, bob.closedWith]).toEqual([close.notStored, close.notStored])
  expect(world.rooms.healthy()).toBe(false)
  await world.clock.advance(quietMs * 10)
  world.store.failWith(null)
  await world.clock.advance(5_000)
  expect(textOf(await world.stored('n'))).toBe('aHello')
  expect(world.rooms.healthy()).toBe(true)
})

test('[R19] reading while appends fail gives what is durable', async () => {
  const { world, ann } = await meeting(1)
  world.store.failWith('the disk is full')
  ann.text.insert(0, 'a')
  ann.deliver()
  const asked = world.rooms.read('n', textOf)
  await expect(Promise.all([asked, world.clock.settle()])).rejects.toBeInstanceOf(NotStored)
  expect(await world.rooms.read('n', textOf)).toBe('Hello')
  expect(textIn(await world.rooms.whole('n'))).toBe('Hello')
  await expect(world.rooms.change('n', textOf)).rejects.toBeInstanceOf(NotStored)
})

test('[R20] [R21] [R22] a slow reader gets one difference, its answers and the presence when it has read', async () => {
  const { world, ann, bob } = await meeting(2)
  bob.buffered = world.limits.bufferedBytes + 1
  for (const letter of 'olleh') {
    ann.text.insert(0, letter)
    await exchange(world, ann)
  }
  bob.askSaved(4)
  bob.askSaved(5)
  bob.deliver()
  await world.clock.advance(10_000)
  expect(bob.fromServer).toEqual([])
  bob.buffered = 0
  await world.clock.advance(1_000)
  expect(bob.fromServer.length).toBe(2)
  bob.read()
  expect(bob.text.toString()).toBe('helloHello')
  expect(bob.saved).toEqual([5])
  ann.text.insert(0, 'Oh. ')
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('Oh. helloHello')
})

test('[R21] a difference waits for what is not durable yet', async () => {
  const { world, ann, bob } = await meeting(2)
  bob.buffered = world.limits.bufferedBytes + 1
  ann.text.insert(0, 'a')
  await exchange(world, ann)
  world.store.hold()
  ann.text.insert(0, 'b')
  ann.deliver()
  await world.clock.settle()
  bob.buffered = 0
  await world.clock.advance(1_000)
  expect(bob.fromServer).toEqual([])
  ann.text.insert(0, 'c')
  ann.deliver()
  world.store.release()
  await exchange(world, ann, bob)
  expect(bob.text.toString()).toBe('cbaHello')
})

test('[R21] a question of a slow reader is answered when it has read', async () => {
  const { world, bob } = await meeting(1)
  await bob.connect(world, 'n')
  bob.buffered = world.limits.bufferedBytes + 1
  bob.text.insert(0, 'Mine. ')
  bob.toServer.splice(1)
  bob.deliver()
  await world.clock.advance(10_000)
  expect(bob.fromServer).toEqual([])
  bob.buffered = 0
  await exchange(world, bob)
  await world.clock.advance(1_000)
  await exchange(world, bob)
  expect(bob.text.toString()).toContain('Hello')
  expect(textOf(await world.stored('n'))).toBe(bob.text.toString())
})
