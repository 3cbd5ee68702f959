/** One row of a note's offline copy: some of its Yjs updates, merged. */
export interface CopyRow {
  key: number
  update: Uint8Array
  /** changes made here that are in it and that the server has not called durable */
  unsaved: number
}

/**
 * Where a note's offline copy lies, as one tab has it. All tabs of a browser share it, and each may remove rows that
 * another has read. What writes is one transaction and resolves when it is durable on this device. Keys grow.
 */
export interface CopyStore {
  /** The rows whose keys are greater than `after`, in order, and the keys of all rows. */
  read(after: number): Promise<{ rows: CopyRow[]; keys: number[] }>
  /** Adds a row and resolves with its key. */
  append(update: Uint8Array, unsaved: number): Promise<number>
  /** Notes that the changes in these rows are durable on the server. */
  settle(keys: readonly number[]): Promise<void>
  /**
   * Puts one row in place of those of these that are there. It holds their unsaved changes, and no others: another tab
   * may have put a row of its own in place of the rest. Resolves with its key and their number.
   */
  replace(keys: readonly number[], update: Uint8Array): Promise<{ key: number; unsaved: number }>
  /**
   * Deletes the whole copy. Nothing else may be called after it.
   *
   * @param what `settled`: only if no row holds an unsaved change, whichever tab made it
   * @returns whether it is gone
   */
  remove(what: 'all' | 'settled'): Promise<boolean>
  /** Calls `listener` when another tab has added rows. */
  watch(listener: () => void): void
  /** Resolves when this tab is the one that keeps what comes from others; while another tab is, that is later or never. */
  lead(): Promise<void>
  close(): void
}
