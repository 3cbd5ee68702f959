import type { CopyRow, CopyStore } from './copy-store.ts'

/** A copy in memory, for tests: the reference of what a store does. It outlives the sessions that use it. */
export class MemoryCopy implements CopyStore {
  rows: CopyRow[] = []
  isRemoved = false
  /** set: every write fails with it */
  failure: Error | null = null
  writes = 0
  #nextKey = 1

  read(): Promise<CopyRow[]> {
    return Promise.resolve(this.rows.map((row) => ({ ...row })))
  }

  append(update: Uint8Array, unsaved: number): Promise<number> {
    return this.replace([], update, unsaved)
  }

  async settle(keys: readonly number[]): Promise<void> {
    await this.#write()
    for (const row of this.rows) if (keys.includes(row.key)) row.unsaved = 0
  }

  async replace(keys: readonly number[], update: Uint8Array, unsaved: number): Promise<number> {
    await this.#write()
    const key = this.#nextKey
    this.#nextKey += 1
    this.rows = [...this.rows.filter((row) => !keys.includes(row.key)), { key, update, unsaved }]
    return key
  }

  remove(): Promise<void> {
    this.rows = []
    this.isRemoved = true
    return Promise.resolve()
  }

  close(): void {
    // the next session opens the same one
  }

  async #write(): Promise<void> {
    this.writes += 1
    await Promise.resolve()
    if (this.failure) throw this.failure
  }
}
