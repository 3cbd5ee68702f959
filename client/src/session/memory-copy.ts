import type { CopyRow, CopyStore } from './copy-store.ts'

/** A device that keeps one note's copy in memory, for tests: the reference of what a store does. It outlives its tabs. */
export class MemoryCopy {
  rows: CopyRow[] = []
  isRemoved = false
  /** set: every write fails with it */
  failure: Error | null = null
  #nextKey = 1
  #watching = new Map<object, () => void>()
  /** the tab that leads first, then those that wait for it */
  #leading: { tab: object; start: () => void }[] = []

  /** What one tab has of it. */
  tab(): CopyStore {
    const tab = {}
    const has = (keys: readonly number[]) => this.rows.filter((row) => keys.includes(row.key))
    return {
      read: (after) =>
        Promise.resolve({
          rows: this.rows.filter((row) => row.key > after).map((row) => ({ ...row })),
          keys: this.rows.map((row) => row.key),
        }),
      append: async (update, unsaved) => {
        await this.#write()
        return this.#add(tab, update, unsaved)
      },
      settle: async (keys) => {
        await this.#write()
        for (const row of has(keys)) row.unsaved = 0
      },
      replace: async (keys, update) => {
        await this.#write()
        const unsaved = has(keys).reduce((sum, row) => sum + row.unsaved, 0)
        this.rows = this.rows.filter((row) => !keys.includes(row.key))
        return { key: this.#add(tab, update, unsaved), unsaved }
      },
      remove: (what) => {
        if (what === 'settled' && this.rows.some((row) => row.unsaved > 0)) return Promise.resolve(false)
        this.rows = []
        this.isRemoved = true
        this.#leave(tab)
        return Promise.resolve(true)
      },
      watch: (listener) => void this.#watching.set(tab, listener),
      lead: () =>
        new Promise((start) => {
          this.#leading.push({ tab, start })
          if (this.#leading.length === 1) start()
        }),
      close: () => this.#leave(tab),
    }
  }

  /** How many unsaved changes each row holds. */
  get unsaved(): number[] {
    return this.rows.map((row) => row.unsaved)
  }

  #leave(tab: object): void {
    this.#watching.delete(tab)
    const [leader] = this.#leading
    this.#leading = this.#leading.filter((one) => one.tab !== tab)
    const [next] = this.#leading
    if (next && next !== leader) next.start()
  }

  #add(tab: object, update: Uint8Array, unsaved: number): number {
    const key = this.#nextKey
    this.#nextKey += 1
    this.rows.push({ key, update, unsaved })
    for (const [other, listener] of this.#watching) if (other !== tab) listener()
    return key
  }

  async #write(): Promise<void> {
    await Promise.resolve()
    if (this.failure) throw this.failure
  }
}
