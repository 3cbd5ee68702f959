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

/** What a copy tells its session. */
export interface CopyListener {
  /** the copy begins to lag, has caught up, or cannot be written */
  state(state: CopyState): void
  /** changes from the copy are about to be taken in */
  taking(): void
  /**
   * Changes came from the copy that the server has not called durable: of an earlier session, or of another tab.
   *
   * @returns the number of the last of them, among the changes made here
   */
  found(unsaved: number): number
}

/**
 * The offline copy of one document: append and trim, one write at a time. What comes while a write runs is merged into
 * the next, so what waits in memory is never more than one update.
 *
 * Several tabs share it. Each writes what is made in it, and one of them, the leader, what comes from others. Each
 * removes rows that it has read or written, and no others. A tab that follows reads what the others wrote.
 */
export class OfflineCopy {
  readonly #doc: Y.Doc
  readonly #store: CopyStore
  readonly #listener: CopyListener
  #rows: Row[] = []
  /** changes that were counted, and whose rows another tab has put into one that is not read yet */
  #moved = { unsaved: 0, through: 0 }
  /** up to here rows of other tabs were read */
  #readUpTo = 0
  /** another tab may have written */
  #isStale = false
  #isFollowing = true
  #isLeading = false
  /** something from others is in the document that the leader is to write */
  #isBehind = false
  #waiting: { updates: Uint8Array[]; unsaved: number; through: number } | null = null
  #answered = 0
  #work: Promise<void> | null = null
  #isClosed = false

  constructor(doc: Y.Doc, store: CopyStore, listener: CopyListener) {
    this.#doc = doc
    this.#store = store
    this.#listener = listener
  }

  /**
   * Puts what the copy holds into the document, as a remote change with this object as origin.
   *
   * @throws where it cannot be read
   */
  async load(): Promise<void> {
    this.#store.watch(() => {
      this.#isStale = true
      this.#start()
    })
    void this.#lead()
    await this.#working(this.#catchUp())
    this.#listener.state('kept')
    this.#start()
  }

  /**
   * Whether what other tabs write goes into the document: where there is no server from which it comes, and which says
   * that it is durable.
   */
  follow(isFollowing: boolean): void {
    this.#isFollowing = isFollowing
    this.#start()
  }

  /**
   * Adds an update.
   *
   * @param change the number of the change made here that it is; 0 for what came from others
   */
  add(update: Uint8Array, change: number): void {
    if (change === 0 && !this.#isLeading) {
      this.#isBehind = true
      return
    }
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

  /** Resolves when what was added is written, with true, or could not be, with false. */
  async written(): Promise<boolean> {
    await this.#work
    return this.#waiting === null
  }

  /** Ends when what was added is written; then the store is closed. */
  async close(): Promise<void> {
    await this.#work
    this.#isClosed = true
    this.#store.close()
  }

  /**
   * Deletes the copy when what was added is written; from then on nothing is kept.
   *
   * @param what `settled`: only if it holds nothing that the server has not called durable
   * @returns whether it is gone
   */
  async remove(what: 'all' | 'settled'): Promise<boolean> {
    await this.#work
    if (this.#isClosed || (what === 'settled' && this.#waiting !== null)) return false
    this.#isClosed = true
    const isGone = await this.#store.remove(what).catch(() => false)
    this.#isClosed = isGone
    this.#start()
    return isGone
  }

  async #lead(): Promise<void> {
    await this.#store.lead()
    this.#isLeading = true
    this.#start()
  }

  #start(): void {
    if (this.#work === null && !this.#isClosed && this.#hasWork()) void this.#working(this.#run())
  }

  #working(work: Promise<void>): Promise<void> {
    this.#work = work.finally(() => {
      this.#work = null
    })
    return this.#work
  }

  #hasWork(): boolean {
    return this.#hasNews() || this.#waiting !== null || this.#settled().length > 0 || this.#isToMerge()
  }

  async #run(): Promise<void> {
    await Promise.resolve() // all of one turn goes into one row
    while (this.#hasWork()) {
      if (this.#hasNews()) await this.#catchUp().catch(() => undefined) // with the next news it is read
      if (!(await this.#write())) {
        this.#listener.state('failed') // the next change tries again
        return
      }
      const isTidy = await this.#tidy().then(
        () => true,
        () => false,
      )
      if (!isTidy) break // what is not tidied stays as it was, complete
    }
    this.#listener.state('kept')
  }

  #hasNews(): boolean {
    return this.#isStale && this.#isFollowing
  }

  #isToMerge(): boolean {
    return this.#rows.length > mostRows || (this.#isLeading && this.#isBehind)
  }

  /** Reads the rows that are new here. Where another tab merged rows, their changes are in its row and count once. */
  async #catchUp(): Promise<void> {
    this.#isStale = false
    const { rows, keys } = await this.#store.read(this.#readUpTo)
    const there = new Set(keys)
    for (const row of this.#rows) if (!there.has(row.key)) this.#move(row.unsaved, row.through)
    this.#rows = this.#rows.filter((row) => there.has(row.key))
    const known = new Set(this.#rows.map((row) => row.key))
    const news = rows.filter((row) => !known.has(row.key))
    const moved = this.#moved
    this.#moved = { unsaved: 0, through: 0 } // what is in no row is durable on the server: the other tab was told
    const found = news.map(({ key, unsaved }): Row => {
      const fresh = Math.max(0, unsaved - moved.unsaved)
      moved.unsaved -= unsaved - fresh
      return { key, unsaved, through: fresh > 0 ? this.#listener.found(fresh) : moved.through }
    })
    this.#rows.push(...found)
    this.#readUpTo = Math.max(this.#readUpTo, ...keys)
    if (news.length === 0) return
    this.#listener.taking()
    Y.applyUpdate(this.#doc, Y.mergeUpdates(news.map((row) => row.update)), this)
  }

  #move(unsaved: number, through: number): void {
    this.#moved.unsaved += unsaved
    this.#moved.through = Math.max(this.#moved.through, through)
  }

  async #write(): Promise<boolean> {
    if (this.#waiting === null) return true
    const { updates, unsaved, through } = this.#waiting
    this.#waiting = null
    this.#listener.state('writing')
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
    if (this.#isToMerge()) {
      const gone = this.#rows
      const through = Math.max(0, ...gone.map((row) => row.through))
      // the document holds at least what these rows hold, and perhaps more
      const update = Y.encodeStateAsUpdate(this.#doc)
      const { key, unsaved } = await this.#store.replace(
        gone.map((row) => row.key),
        update,
      )
      const counted = gone.reduce((sum, row) => sum + row.unsaved, 0)
      this.#move(Math.max(0, counted - unsaved), through)
      this.#rows = [{ key, unsaved, through }]
      this.#isBehind = false
    } else if (settled.length > 0) {
      await this.#store.settle(settled.map((row) => row.key))
    }
  }
}
