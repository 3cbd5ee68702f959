import type { CalendarStore, StoredCalendar } from './calendars.ts'

/** The reference. Only tests use it. */
export function createMemoryCalendars(): CalendarStore {
  const kept = new Map<string, StoredCalendar>()
  let closed = false
  const assertOpen = () => {
    if (closed) throw new Error('the store is closed')
  }
  return {
    async put(calendar) {
      assertOpen()
      kept.set(calendar.owner, calendar)
    },
    async of(owner) {
      assertOpen()
      return kept.get(owner) ?? null
    },
    async find(hash) {
      assertOpen()
      return [...kept.values()].find((calendar) => Buffer.compare(calendar.hash, hash) === 0) ?? null
    },
    async remove(owner) {
      assertOpen()
      return kept.delete(owner)
    },
    async close() {
      closed = true
    },
  }
}
