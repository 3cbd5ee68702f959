import type { Bus, NoteEvent } from '../bus/bus.ts'

/** The buses of several processes, which tell each other at once. */
export function createJoinedBuses(count: number): Bus[] {
  const listeners = Array.from({ length: count }, () => new Map<string, (event: NoteEvent) => void>())
  return listeners.map((own) => ({
    publish(noteId, event) {
      const others = listeners.flatMap((one) => (one === own ? [] : (one.get(noteId) ?? [])))
      for (const hear of others) hear(structuredClone(event))
      return Promise.resolve(others.length)
    },
    subscribe(noteId, hear) {
      own.set(noteId, hear)
      return Promise.resolve(() => {
        own.delete(noteId)
        return Promise.resolve()
      })
    },
    close: () => Promise.resolve(),
  }))
}
