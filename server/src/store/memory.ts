import { NoSuchNote, NoteExists, type LogRow, type Store } from './store.ts'

/** The reference: a store whose notes end with it. Only tests use it. */
export function createMemoryStore(): Store {
  const notes = new Map<string, LogRow[]>()
  let lastRow = 0
  let closed = false

  /** Runs `change` in a later microtask, as one that has to wait for a disk; what it throws rejects. */
  async function later<T>(change: () => T): Promise<T> {
    if (closed) throw new Error('the store is closed')
    await Promise.resolve()
    return change()
  }

  function logOf(id: string): LogRow[] {
    const log = notes.get(id)
    if (!log) throw new NoSuchNote(id)
    return log
  }

  return {
    create: (id, update) =>
      later(() => {
        if (notes.has(id)) throw new NoteExists(id)
        notes.set(id, [{ row: ++lastRow, update }])
        return lastRow
      }),
    has: (id) => later(() => notes.has(id)),
    load: (id) => later(() => notes.get(id)?.slice() ?? null),
    append: (id, update) =>
      later(() => {
        logOf(id).push({ row: ++lastRow, update })
        return lastRow
      }),
    merge: (id, rows, merged) =>
      later(() => {
        const last = rows.at(-1)
        const log = logOf(id)
        if (!log.some(({ row }) => row === last)) throw new Error(`merge: the log of ${id} has no row ${last}`)
        const gone = new Set(rows.slice(0, -1))
        notes.set(
          id,
          log
            .filter(({ row }) => !gone.has(row))
            .map((kept) => (kept.row === last ? { ...kept, update: merged } : kept)),
        )
      }),
    remove: (id) => later(() => notes.delete(id)),
    close: async () => {
      closed = true
    },
  }
}
