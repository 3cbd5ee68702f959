import type { HeldStore } from '@minutebook/server/src/simulation/held-store.ts'
import { Journal } from '@minutebook/server/src/sync/journal.ts'
import { Room } from '@minutebook/server/src/sync/room.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { runRoom } from './room.ts'

/** A few seeds; `pnpm fuzz room 1000 SEED` runs more. */
const seeds = 25
/** within so many seeds a planted fault is to be found */
const enough = 60

afterEach(() => void vi.restoreAllMocks())

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`[R5] [R10] [R11] [R12] [R15] [R21] [R31] [S18] what is sent is stored, and all converge: seed ${seed}`, async () => {
    await expect(runRoom(seed)).resolves.toBeUndefined()
  })
}

/** What is thrown by the first seed that finds a fault; null where none does. */
async function finding(plant?: (store: HeldStore) => HeldStore): Promise<string | null> {
  for (let seed = 1; seed <= enough; seed += 1) {
    try {
      await runRoom(seed, plant)
    } catch (error) {
      return String(error)
    }
  }
  return null
}

/** Says that it has stored what it has not. */
const early = (store: HeldStore): HeldStore => ({
  ...store,
  append: (id, update) => {
    store.append(id, update).catch(() => {})
    return Promise.resolve(1_000)
  },
})

/** Swallows what fails. */
const careless = (store: HeldStore): HeldStore => ({
  ...store,
  append: (id, update) => store.append(id, update).catch(() => 1_000),
})

/** Deletes rows that came while it merged others. */
const greedy = (store: HeldStore): HeldStore => ({
  ...store,
  merge: async (id, rows, merged) => {
    await store.merge(id, rows, merged)
    const all = (await store.load(id)) ?? []
    await store.merge(
      id,
      all.map(({ row }) => row),
      merged,
    )
  },
})

test('[R5] what is sent before it is durable is found', async () => {
  expect(await finding(early)).toContain('an update was sent that is not in the store')
})

test('[R12] what is called saved before it is durable is found', async () => {
  vi.spyOn(Room.prototype, 'tellWhenSaved').mockImplementation((member, number) => member.saved(number))
  expect(await finding()).toMatch(/"saved \d+" was sent that is not in the store/)
})

test('[R15] an append that fails and is not tried again is found', async () => {
  expect(await finding(careless)).toContain('an update was sent that is not in the store')
})

test('[S18] a compaction that deletes a row which it did not merge is found', async () => {
  expect(await finding(greedy)).toContain('the log has lost something')
})

test('[R11] an answer that comes after a batch which holds more is found', async () => {
  vi.spyOn(Journal.prototype, 'answerWhenDurable').mockImplementation(function late(this: Journal, run) {
    this.whenDurable(run)
  })
  expect(await finding()).not.toBeNull()
})
