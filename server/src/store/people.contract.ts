import { describe, expect, test } from 'vitest'
import type { Correction } from '@minutebook/shared/meeting'
import { NoSuchCorrection, type PeopleStore } from './people.ts'

const choice: Correction = { kind: 'choice', team: 'Harbor', label: 'MP', person: 'harbor:mihneap' }
const merge: Correction = { kind: 'merge', person: 'harbor:simon', with: 'harbor:simonberg' }
const split: Correction = { kind: 'split', entries: ['harbor:simon'] }

/** Checks the rules that hold for every store of corrections. `open` gives an empty one. */
export function describePeople(name: string, open: () => PeopleStore): void {
  describe(`${name} as a store of corrections`, () => {
    test('[P19] corrections come back as they were given, in their order', async () => {
      const people = open()
      expect(await people.all()).toEqual([])
      const ids = [...(await people.add([choice])), ...(await people.add([merge, split]))]
      expect((await people.all()).map(({ correction }) => correction)).toEqual([choice, merge, split])
      expect((await people.all()).map(({ id }) => id)).toEqual(ids)
      expect(ids.toSorted((a, b) => a - b)).toEqual(ids)
    })

    test('[P19] one is taken back, and its id is not given again', async () => {
      const people = open()
      const [first, second = 0] = await people.add([choice, merge])
      await people.remove(second)
      const [third = 0] = await people.add([split])
      expect((await people.all()).map(({ id }) => id)).toEqual([first, third])
      expect(third).toBeGreaterThan(second)
      await expect(people.remove(second)).rejects.toBeInstanceOf(NoSuchCorrection)
    })

    test('[P19] after closing nothing is taken', async () => {
      const people = open()
      await people.close()
      await expect(people.add([choice])).rejects.toThrow('the store is closed')
      await expect(people.all()).rejects.toThrow('the store is closed')
    })
  })
}
