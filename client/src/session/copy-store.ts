/** One row of a note's offline copy: some of its Yjs updates, merged. */
export interface CopyRow {
  key: number
  update: Uint8Array
  /** changes made here that are in it and that the server has not called durable */
  unsaved: number
}

/** Where a note's offline copy lies. Each method is one transaction and resolves when it is durable on this device. */
export interface CopyStore {
  read(): Promise<CopyRow[]>
  /** Adds a row and resolves with its key. */
  append(update: Uint8Array, unsaved: number): Promise<number>
  /** Notes that the changes in these rows are durable on the server. */
  settle(keys: readonly number[]): Promise<void>
  /** Puts one row in place of exactly these, and resolves with its key. */
  replace(keys: readonly number[], update: Uint8Array, unsaved: number): Promise<number>
  /** Deletes the whole copy. Nothing else may be called after it. */
  remove(): Promise<void>
  close(): void
}
