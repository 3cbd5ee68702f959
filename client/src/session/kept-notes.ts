import { copyName } from './indexed-db.ts'

/** The ids of the notes that this device has a copy of; null where the browser does not say. */
export async function keptNotes(): Promise<Set<string> | null> {
  try {
    const databases = await indexedDB.databases()
    const ids = databases.map(({ name = '' }) => (name.startsWith(copyName('')) ? name.slice(copyName('').length) : ''))
    return new Set(ids)
  } catch {
    return null // an older browser, or one that keeps no data for this page
  }
}
