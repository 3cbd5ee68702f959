import type { CopyRow, CopyStore } from './copy-store.ts'

/**
 * The offline copy of the note `id` in the browser's IndexedDB: updates in one table, how many unsaved changes a row
 * holds in another, under the same key.
 *
 * @throws where the browser keeps no data for this page
 */
export async function openIndexedDb(id: string): Promise<CopyStore> {
  const name = `minutebook:${id}`
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('updates', { autoIncrement: true })
    opening.result.createObjectStore('unsaved')
  })
  const db = await answered(opening)
  db.addEventListener('versionchange', () => db.close()) // another tab removes the copy

  return {
    read: async () => {
      const transaction = db.transaction(['updates', 'unsaved'], 'readonly')
      const updates = transaction.objectStore('updates')
      const unsaved = transaction.objectStore('unsaved')
      const [keys, rows, unsavedKeys, counts] = await Promise.all([
        answered(updates.getAllKeys()),
        answered<Uint8Array[]>(updates.getAll()),
        answered(unsaved.getAllKeys()),
        answered<number[]>(unsaved.getAll()),
      ])
      const countOf = new Map(unsavedKeys.map((key, index) => [Number(key), counts[index] ?? 0]))
      return rows.map((update, index): CopyRow => {
        const key = Number(keys[index])
        return { key, update, unsaved: countOf.get(key) ?? 0 }
      })
    },
    append: (update, unsaved) => put(db, [], update, unsaved),
    settle: async (keys) => {
      const transaction = db.transaction('unsaved', 'readwrite', { durability: 'relaxed' })
      for (const key of keys) transaction.objectStore('unsaved').delete(key)
      await committed(transaction)
    },
    replace: (keys, update, unsaved) => put(db, keys, update, unsaved),
    remove: async () => {
      db.close()
      await answered(indexedDB.deleteDatabase(name))
    },
    close: () => db.close(),
  }
}

async function put(db: IDBDatabase, gone: readonly number[], update: Uint8Array, unsaved: number): Promise<number> {
  const transaction = db.transaction(['updates', 'unsaved'], 'readwrite', { durability: 'strict' })
  const key = Number(await answered(transaction.objectStore('updates').add(update)))
  if (unsaved > 0) transaction.objectStore('unsaved').put(unsaved, key)
  for (const old of gone) {
    transaction.objectStore('updates').delete(old)
    transaction.objectStore('unsaved').delete(old)
  }
  await committed(transaction)
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
