import * as Y from 'yjs'
import type { CopyStore } from './copy-store.ts'
import type { CopyState } from './status.ts'

/** More rows than this are merged into one. */
const mostRows = 200

interface Row {
  key: number
  unsaved: number
  /** number of the last change made here that is in the row */
  through: number
}

/**
 * The offline copy of one document: append and trim, one write at a time. What comes while a write runs is merged into
 * the next, so what waits in memory is never more than one update.
 */
export class OfflineCopy {
  readonly #doc: Y.Doc
  readonly #store: CopyStore
  readonly #onState: (state: CopyState) => void
  #rows: Row[] = []
  #waiting: { updates: Uint8Array[]; unsaved: number; through: number } | null = null
  #answered = 0
  #work: Promise<void> | null = null
  #isClosed = false

  /** @param onState is called when the copy begins to lag, has caught up, or cannot be written */
  constructor(doc: Y.Doc, store: CopyStore, onState: (state: CopyState) => void) {
    this.#doc = doc
    this.#store = store
    this.#onState = onState
  }

  /**
   * Puts what the copy holds into the document, as a remote change with this object as origin.
   * Resolves with the number of changes in it that the server has not called durable; they count as the first ones.
   */
  async load(): Promise<number> {
    const rows = await this.#store.read()
    let unsaved = 0
    this.#rows = rows.map((row) => {
      unsaved += row.unsaved
      return { key: row.key, unsaved: row.unsaved, through: unsaved }
    })
    if (rows.length > 0) Y.applyUpdate(this.#doc, Y.mergeUpdates(rows.map((row) => row.update)), this)
    this.#onState('kept')
    return unsaved
  }

  /**
   * Adds an update.
   *
   * @param change the number of the change made here that it is; 0 for what came from others
   */
  add(update: Uint8Array, change: number): void {
    const waiting = (this.#waiting ??= { updates: [], unsaved: 0, through: 0 })
    waiting.updates.push(update)
    if (waiting.updates.length > 100) waiting.updates = [Y.mergeUpdates(waiting.updates)]
    if (change > 0) {
      waiting.unsaved += 1
      waiting.through = change
    }
    this.#start()
  }

  /** Notes that all changes up to number `through` are durable on the server. */
  settle(through: number): void {
    this.#answered = Math.max(this.#answered, through)
    this.#start()
  }

  /** Ends when what was added is written; then the store is closed. */
  async close(): Promise<void> {
    await this.#work
    this.#isClosed = true
    this.#store.close()
  }

  /** Deletes the copy, if the document holds nothing: a note that never was here leaves no trace. */
  async removeIfEmpty(): Promise<void> {
    if (this.#rows.length > 0 || this.#waiting !== null) return
    await this.#work
    this.#isClosed = true
    await this.#store.remove()
  }

  #start(): void {
    if (this.#work === null && !this.#isClosed) {
      this.#work = this.#run().finally(() => {
        this.#work = null
      })
    }
  }

  async #run(): Promise<void> {
    await Promise.resolve() // all of one turn goes into one row
    while (this.#waiting !== null || this.#settled().length > 0 || this.#rows.length > mostRows) {
      const isWritten = await this.#write()
      if (!isWritten) {
        this.#onState('failed') // the next change tries again
        return
      }
      const isTidy = await this.#tidy().then(
        () => true,
        () => false,
      )
      if (!isTidy) break // what is not tidied stays as it was, complete
    }
    this.#onState('kept')
  }

  async #write(): Promise<boolean> {
    if (this.#waiting === null) return true
    const { updates, unsaved, through } = this.#waiting
    this.#waiting = null
    this.#onState('writing')
    try {
      const key = await this.#store.append(Y.mergeUpdates(updates), unsaved)
      this.#rows.push({ key, unsaved, through })
      return true
    } catch {
      this.#keepWaiting(updates, unsaved, through)
      return false
    }
  }

  #keepWaiting(updates: Uint8Array[], unsaved: number, through: number): void {
    const later = this.#waiting
    this.#waiting = {
      updates: [...updates, ...(later?.updates ?? [])],
      unsaved: unsaved + (later?.unsaved ?? 0),
      through: Math.max(through, later?.through ?? 0),
    }
  }

  #settled(): Row[] {
    return this.#rows.filter((row) => row.unsaved > 0 && row.through <= this.#answered)
  }

  async #tidy(): Promise<void> {
    const settled = this.#settled()
    for (const row of settled) row.unsaved = 0
    const gone = this.#rows
    if (gone.length > mostRows) {
      const unsaved = gone.reduce((sum, row) => sum + row.unsaved, 0)
      const through = Math.max(...gone.map((row) => row.through))
      // the document holds at least what these rows hold, and perhaps more
      const update = Y.encodeStateAsUpdate(this.#doc)
      const key = await this.#store.replace(
        gone.map((row) => row.key),
        update,
        unsaved,
      )
      this.#rows = [{ key, unsaved, through }]
    } else if (settled.length > 0) {
      await this.#store.settle(settled.map((row) => row.key))
    }
  }
}
