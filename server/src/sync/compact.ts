import type { Store } from '../store/store.ts'

/** A log of so many rows is compacted while its note is open. */
export const longRows = 500
/** A log of more rows than this is compacted when its room closes. */
export const closingRows = 20

/**
 * Puts `whole` in the place of `rows`, and gives the rows that are left of them: one. [S18]
 *
 * @param whole an update that holds at least everything that the rows hold
 */
export async function compact(store: Store, id: string, rows: readonly number[], whole: Uint8Array): Promise<number[]> {
  if (rows.length < 2) return [...rows]
  await store.merge(id, rows, whole)
  return rows.slice(-1)
}
