import type { CopyRow, CopyStore } from './copy-store.ts'

/** What the database with the copy of a note is called. */
export function copyName(id: string): string {
  return `minutebook:${id}`
}

/**
 * The offline copy of the note `id` in the browser's IndexedDB: updates in one table, how many unsaved changes a row
 * holds in another, under the same key.
 *
 * @throws where the browser keeps no data for this page
 */
export async function openIndexedDb(id: string): Promise<CopyStore> {
  const name = copyName(id)
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('updates', { autoIncrement: true })
    opening.result.createObjectStore('unsaved')
  })
  const db = await answered(opening)
  const tabs = new BroadcastChannel(name)
  const closing = new AbortController()
  const close = () => {
    closing.abort()
    tabs.close()
    db.close()
  }
  db.addEventListener('versionchange', close) // another tab removes the copy

  const tell = () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    if (!closing.signal.aborted) tabs.postMessage(null)
  }

  return {
    read: async (after) => {
      const transaction = db.transaction(['updates', 'unsaved'], 'readonly')
      const updates = transaction.objectStore('updates')
      const unsaved = transaction.objectStore('unsaved')
      const news = IDBKeyRange.lowerBound(after, true)
      const [keys, rows, unsavedKeys, counts] = await Promise.all([
        answered(updates.getAllKeys()),
        answered<Uint8Array[]>(updates.getAll(news)),
        answered(unsaved.getAllKeys()),
        answered<number[]>(unsaved.getAll()),
      ])
      const numbers = keys.map(Number)
      const newKeys = numbers.filter((key) => key > after)
      const countOf = new Map(unsavedKeys.map((key, index) => [Number(key), counts[index] ?? 0]))
      return {
        keys: numbers,
        rows: rows.flatMap((update, index): CopyRow[] => {
          const key = newKeys[index]
          return key === undefined ? [] : [{ key, update, unsaved: countOf.get(key) ?? 0 }]
        }),
      }
    },
    append: async (update, unsaved) => {
      const transaction = writing(db)
      const key = await add(transaction, update, unsaved)
      await committed(transaction)
      tell()
      return key
    },
    settle: async (keys) => {
      const transaction = db.transaction('unsaved', 'readwrite', { durability: 'relaxed' })
      for (const key of keys) transaction.objectStore('unsaved').delete(key)
      await committed(transaction)
    },
    replace: async (keys, update) => {
      const transaction = writing(db)
      const unsavedOf = transaction.objectStore('unsaved')
      const counts = await Promise.all(keys.map((key) => answered<number | undefined>(unsavedOf.get(key))))
      const unsaved = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
      for (const key of keys) {
        transaction.objectStore('updates').delete(key)
        unsavedOf.delete(key)
      }
      const key = await add(transaction, update, unsaved)
      await committed(transaction)
      tell()
      return { key, unsaved }
    },
    remove: async (what) => {
      const transaction = writing(db)
      const waiting = await answered(transaction.objectStore('unsaved').count())
      if (waiting > 0 && what === 'settled') return false
      transaction.objectStore('updates').clear()
      transaction.objectStore('unsaved').clear()
      await committed(transaction)
      close()
      await answered(indexedDB.deleteDatabase(name))
      return true
    },
    watch: (listener) => tabs.addEventListener('message', listener),
    lead: () => locked(name, closing.signal),
    close,
  }
}

/** Resolves when this tab holds the lock `name`, which it keeps until `signal`: at once where the browser has no locks. */
function locked(name: string, signal: AbortSignal): Promise<void> {
  if (!('locks' in navigator)) return Promise.resolve() // a page that came over http
  return new Promise((resolve) => {
    const held = new Promise<void>((release) => signal.addEventListener('abort', () => release()))
    const hold = () => {
      resolve()
      return held
    }
    // it rejects where `signal` comes first: this tab never leads
    navigator.locks.request(name, { signal }, hold).catch(() => undefined)
  })
}

/** A transaction that is on the disk when it is committed. */
function writing(db: IDBDatabase): IDBTransaction {
  return db.transaction(['updates', 'unsaved'], 'readwrite', { durability: 'strict' })
}

async function add(transaction: IDBTransaction, update: Uint8Array, unsaved: number): Promise<number> {
  const key = Number(await answered(transaction.objectStore('updates').add(update)))
  if (unsaved > 0) transaction.objectStore('unsaved').put(unsaved, key)
  return key
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')))
  })
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB gave no reason')))
  })
}
