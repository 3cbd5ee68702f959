import { describe, expect, test } from 'vitest'
import type { CalendarStore, StoredCalendar } from './calendars.ts'

const noon = new Date('2026-01-02T12:00:00Z')

export const calendarOf = (owner: string, ...hash: number[]): StoredCalendar => ({
  owner,
  name: owner.toUpperCase(),
  hash: Uint8Array.from(hash),
  createdAt: noon,
})

/** Checks the rules that hold for every store of calendars (docs/spec/store.md). `open` gives an empty one. */
export function describeCalendars(name: string, open: () => CalendarStore): void {
  describe(`${name} as a store of calendars`, () => {
    test('[S40] a calendar is found by its owner and by the hash of its link', async () => {
      const calendars = open()
      await calendars.put(calendarOf('ann', 1, 2))
      expect(await calendars.of('ann')).toEqual(calendarOf('ann', 1, 2))
      expect(await calendars.find(Uint8Array.of(1, 2))).toEqual(calendarOf('ann', 1, 2))
      expect([await calendars.of('bo'), await calendars.find(Uint8Array.of(1))]).toEqual([null, null])
    })

    test('[S40] a new link of an owner takes the place of the old one; another’s stays', async () => {
      const calendars = open()
      await calendars.put(calendarOf('ann', 1))
      await calendars.put(calendarOf('bo', 2))
      await calendars.put(calendarOf('ann', 3))
      expect(await calendars.find(Uint8Array.of(1))).toBeNull()
      expect(await calendars.find(Uint8Array.of(2))).toEqual(calendarOf('bo', 2))
      expect(await calendars.find(Uint8Array.of(3))).toEqual(calendarOf('ann', 3))
    })

    test('[S40] a link that is taken away is found no more', async () => {
      const calendars = open()
      await calendars.put(calendarOf('ann', 1))
      expect([await calendars.remove('ann'), await calendars.remove('ann')]).toEqual([true, false])
      expect([await calendars.of('ann'), await calendars.find(Uint8Array.of(1))]).toEqual([null, null])
    })

    test('[S9] after closing nothing is taken', async () => {
      const calendars = open()
      await calendars.close()
      await expect(calendars.put(calendarOf('ann', 1))).rejects.toThrow('the store is closed')
      await expect(calendars.of('ann')).rejects.toThrow('the store is closed')
    })
  })
}
