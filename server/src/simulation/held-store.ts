import { createMemoryStore } from '../store/memory.ts'
import type { Store } from '../store/store.ts'

/** A store for tests whose appends wait, and fail, when they are told to. */
export interface HeldStore extends Store {
  /** From here on appends wait. */
  hold(): void
  /** From here on merges wait. */
  holdMerges(): void
  /** Lets what waits, and what comes, through. */
  release(): void
  /** While it is set, appends are rejected with this message. */
  failWith(message: string | null): void
  /** While it is set, loading and merging are rejected with this message. */
  breakWith(message: string | null): void
  /** How often a log was loaded. */
  loads(): number
  /** Every update of a note that ever became durable, at the moment when it did. */
  written(id: string): readonly Uint8Array[]
}

interface Gate {
  promise: Promise<void>
  resolve: () => void
}

export function createHeldStore(): HeldStore {
  const store = createMemoryStore()
  let gate: Gate | null = null
  let mergeGate: Gate | null = null
  let failure: string | null = null
  let fault: string | null = null
  let loads = 0
  const written = new Map<string, Uint8Array[]>()
  const write = (id: string, update: Uint8Array) => written.set(id, [...(written.get(id) ?? []), update])
  return {
    ...store,
    append: async (id, update) => {
      await gate?.promise
      refuseWhile(failure)
      const row = await store.append(id, update)
      write(id, update)
      return row
    },
    create: async (id, update, createdAt) => {
      const row = await store.create(id, update, createdAt)
      write(id, update)
      return row
    },
    load: async (id) => {
      loads += 1
      refuseWhile(fault)
      return store.load(id)
    },
    merge: async (id, rows, merged) => {
      await mergeGate?.promise
      refuseWhile(fault)
      await store.merge(id, rows, merged)
      write(id, merged) // it may hold more than the rows did
    },
    hold: () => {
      gate ??= Promise.withResolvers<void>()
    },
    holdMerges: () => {
      mergeGate ??= Promise.withResolvers<void>()
    },
    release: () => {
      gate?.resolve()
      mergeGate?.resolve()
      gate = null
      mergeGate = null
    },
    failWith: (message) => {
      failure = message
    },
    breakWith: (message) => {
      fault = message
    },
    loads: () => loads,
    written: (id) => written.get(id) ?? [],
  }
}

function refuseWhile(message: string | null): void {
  if (message !== null) throw new Error(message)
}
