import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { format, formatOf } from '@minutebook/shared/doc'
import { close, isFinal } from '@minutebook/shared/wire'
import { Company } from './company.ts'
import { Connection } from './connection.ts'
import type { CopyStore } from './copy-store.ts'
import { OfflineCopy } from './copy.ts'
import { Dialer } from './dialer.ts'
import { Standing } from './standing.ts'
import type { SessionState } from './state.ts'
import { Tally } from './tally.ts'
import { Timers } from './timers.ts'

export type { SessionState } from './state.ts'

/** What a session is made of; the browser gives its own, tests give theirs. */
export interface Surroundings {
  /** `wss://host/sync` */
  url: string
  socket: typeof WebSocket
  /** @throws where the browser keeps no data for this page */
  openCopy(noteId: string): Promise<CopyStore>
  /** milliseconds that never go back, whatever happens to the date */
  now: () => number
  /** from 0 up to 1 */
  random: () => number
  isOnline: () => boolean
}

/** Codes with which the server says that it does not take what it was sent. */
const refusals: ReadonlySet<number | null> = new Set([close.notStored.code, close.badFrame.code, close.tooLarge.code])

/** Codes after which this device is to keep nothing of the note that the server has. */
const farewells: ReadonlySet<number> = new Set([close.noAccess.code, close.deleted.code])

const newsMs = 4000

/** One open note: its document, its connection, its offline copy, and what can be said of them. */
export class Session {
  readonly noteId: string
  /** deleted words stay in it until somebody looks after deletions */
  readonly doc = new Y.Doc({ gc: false })
  /** who is here: what this page says of its person, and what it shows of the others */
  readonly awareness = new Awareness(this.doc)
  readonly #around: Surroundings
  readonly #company: Company
  readonly #connection: Connection
  readonly #dialer: Dialer
  readonly #standing: Standing
  readonly #tally = new Tally()
  readonly #timers = new Timers<'news'>()
  readonly #early: Y.Transaction[] = []
  #look: (transaction: Y.Transaction) => void = (transaction) => this.#early.push(transaction)
  #copy: OfflineCopy | null = null
  #hasReceived = false
  #hasSent = false
  #returning = 0
  #canEdit = true
  #isCopyLeft = true
  #isDestroyed = false
  #onPeople: (() => void) | null = null
  #beforeOthers: (() => void) | null = null

  constructor(noteId: string, around: Surroundings) {
    this.noteId = noteId
    this.#around = around
    this.awareness.setLocalState(null) // nobody is present before they have a name
    this.#company = new Company(this.awareness)
    this.#connection = new Connection(
      { noteId, doc: this.doc, awareness: this.#company.wire, ...around },
      {
        opening: () => this.#opening(),
        opened: () => this.#opened(),
        taking: () => this.readEditor(),
        received: () => this.#received(),
        sent: () => this.#sent(),
        answered: (n) => this.#hearAnswer(n),
        people: () => this.#onPeople?.(),
        denied: () => {
          this.#canEdit = false
          this.#standing.learn()
        },
        foreign: () => this.#end(close.deleted.code),
        closed: (code) => this.#closed(code),
      },
    )
    this.#dialer = new Dialer({
      connection: this.#connection,
      now: around.now,
      random: around.random,
      ask: () => this.#ask(),
      beat: () => this.#company.renew(),
    })
    this.#standing = new Standing({
      tally: this.#tally,
      now: around.now,
      isOnline: around.isOnline(),
      more: () => ({
        hasNote: formatOf(this.doc) > 0,
        canEdit: this.#canEdit,
        isCopyLeft: this.#isCopyLeft && this.#copy !== null,
        nextAttemptAt: this.#dialer.nextAttemptAt,
      }),
    })
    this.doc.on('afterTransaction', (transaction) => this.#look(transaction))
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#updated(update, origin, transaction)
    })
  }

  /** Reads the offline copy, then connects. */
  async start(): Promise<void> {
    try {
      const store = await this.#around.openCopy(this.noteId)
      this.#copy = new OfflineCopy(this.doc, store, {
        state: (copy) => this.#standing.learn({ copy }),
        taking: () => this.readEditor(),
        found: (unsaved) => this.#found(unsaved),
      })
      await this.#copy.load()
    } catch {
      this.#copy = null
      this.#standing.learn({ copy: 'failed' }) // the note is still there to be written in, and the page says what that means
    }
    if (this.#isDestroyed) return this.#copy?.close()
    this.#returning = this.#tally.unsaved
    if (formatOf(this.doc) > format) this.#end(close.outdated.code)
    else this.#dialer.start()
  }

  /** Hands every transaction to `look`, at its end and before what it deleted is gone; first, those that were. [N215] */
  lookAfterDeletions(look: (transaction: Y.Transaction) => void): void {
    this.#look = look
    this.doc.gc = true
    this.#early.splice(0).forEach(look)
  }

  /**
   * Calls `read` before anybody but the editor changes the document: the editor may hold a letter that is not in it.
   * Returns how to end that. [E236]
   */
  readonly beforeOthers = (read: () => void): (() => void) => {
    this.#beforeOthers = read
    return () => {
      if (this.#beforeOthers === read) this.#beforeOthers = null
    }
  }

  /** Has the editor put into the document what it holds. To be called before a change that nobody's act is the cause of. */
  readEditor(): void {
    this.#beforeOthers?.()
  }

  get state(): SessionState {
    return this.#standing.state
  }

  /** Calls `listener` after each change of `state`. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    return this.#standing.subscribe(listener)
  }

  /** Calls `listener`, and no other, each time that something is said of people, wherever. Returns how to stop. */
  followPeople(listener: () => void): () => void {
    this.#onPeople = listener
    this.#connection.followPeople()
    return () => {
      if (this.#onPeople === listener) this.#onPeople = null
    }
  }

  /** The network may be back, or the page is looked at again: connects at once, or makes sure of the connection. */
  wake(): void {
    this.#standing.learn({ isOnline: this.#around.isOnline() })
    if (this.#standing.facts.finalCode === null) this.#dialer.wake()
  }

  /** The browser lost its network: the socket would only notice much later. */
  sleep(): void {
    this.#standing.learn({ isOnline: false })
    if (this.#standing.facts.socket !== 'closed') this.#connection.disconnect()
  }

  /** A key was pressed: what others do waits until it is shown. Returns how to end that. [N240] */
  holdOthers(): () => void {
    this.#connection.holdNews()
    return () => this.#connection.releaseNews()
  }

  /** The page is about to go, and may come back: tells the others that this person is gone. */
  sayGoodbye(): void {
    this.#company.leave()
  }

  /** Resolves with true when all changes made so far are durable on the server, with false after `limitMs`. */
  whenSaved(limitMs: number): Promise<boolean> {
    return this.#standing.whenSaved(limitMs)
  }

  /** Resolves when all changes made so far are in the copy on this device, or durable on the server. False after `limitMs`. */
  async whenKept(limitMs: number): Promise<boolean> {
    return (await this.#copy?.written()) || this.whenSaved(limitMs)
  }

  /** After the end: deletes the copy on this device. What is on the page stays until it is left. */
  async discardCopy(): Promise<void> {
    if (this.#standing.facts.finalCode === null) throw new Error('the copy of a note that is open is needed')
    if (await this.#copy?.remove('all')) this.#isCopyLeft = false
    this.#standing.learn()
  }

  /** Leaves the note. What is not saved stays in the offline copy. */
  async destroy(): Promise<void> {
    this.#isDestroyed = true
    this.#timers.stopAll()
    this.#standing.end()
    this.#dialer.stop()
    this.#company.leave()
    this.#connection.destroy()
    this.#company.destroy()
    this.awareness.destroy()
    await this.#copy?.close()
    this.doc.destroy()
  }

  #updated(update: Uint8Array, origin: unknown, transaction: Y.Transaction): void {
    if (this.#copy && origin === this.#copy) return
    const isOwn = transaction.local && !this.#connection.isOrigin(origin)
    const change = isOwn ? this.#tally.change(this.#around.now()) : 0
    this.#copy?.add(update, change)
    if (isOwn) this.#askSoon()
    this.#standing.learn()
  }

  /** The copy held changes that the server has not called durable; they are in the document when this turn ends. */
  #found(unsaved: number): number {
    this.#askSoon()
    return this.#tally.adopt(unsaved, this.#around.now())
  }

  #askSoon(): void {
    queueMicrotask(() => {
      if (this.#tally.isSilent) this.#ask()
      this.#standing.learn()
    })
  }

  #opening(): void {
    this.#company.renew() // [N51]
    this.#standing.learn({ socket: 'opening' })
  }

  #opened(): void {
    this.#dialer.opened()
    this.#standing.learn({ socket: 'open' })
  }

  #received(): void {
    this.#hasReceived = true
    this.#dialer.answered()
    this.#synced()
  }

  #sent(): void {
    this.#hasSent = true
    this.#synced()
    this.#ask()
  }

  #synced(): void {
    if (!this.#hasReceived || !this.#hasSent) return
    if (formatOf(this.doc) > format) return this.#end(close.outdated.code)
    this.#copy?.follow(false)
    this.#company.returned()
    this.#tally.connect(this.#around.now())
    this.#returning = this.#tally.unsaved
    this.#standing.learn({ isSynced: true })
  }

  /** Before the server has been sent what it lacked, an answer would not speak of everything. False where it was not. */
  #ask(): boolean {
    if (!this.#hasSent || this.#isDestroyed) return false
    this.#connection.ask(this.#tally.ask(this.#around.now()))
    return true
  }

  #hearAnswer(n: number): void {
    if (!this.#tally.answer(n)) return
    this.#dialer.works()
    this.#copy?.settle(n)
    if (this.#tally.isSilent) this.#ask() // one question at a time: now about what came meanwhile
    const isBack = this.#returning > 0 && this.#tally.unsaved === 0
    const returned = isBack ? this.#returning : this.#standing.facts.returned
    if (returned !== this.#standing.facts.returned) {
      this.#returning = 0
      this.#timers.start('news', newsMs, () => this.#standing.learn({ returned: 0 }))
    }
    this.#standing.learn({ returned, isConfirmed: true, wasConfirmed: true, isRefused: false })
  }

  #closed(code: number | null): void {
    if (this.#isDestroyed || this.#standing.facts.finalCode !== null) return
    this.#hasReceived = this.#hasSent = false
    this.#tally.disconnect()
    this.#company.parted()
    this.#copy?.follow(true)
    const isRefused = refusals.has(code) || (this.#standing.facts.isRefused && code === null)
    this.#standing.learn({ socket: 'closed', isSynced: false, isConfirmed: false, isRefused, returned: 0 })
    if (code !== null && isFinal(code)) return this.#end(code)
    this.#dialer.closed()
    this.#standing.learn()
  }

  /** The server will not have this page again. What is not saved stays here. */
  #end(code: number): void {
    this.#dialer.stop()
    const isOpen = this.#standing.facts.socket !== 'closed'
    this.#standing.learn({ socket: 'closed', isSynced: false, isConfirmed: false, finalCode: code })
    if (isOpen) this.#connection.disconnect()
    if (!this.state.hasNote || farewells.has(code)) void this.#dropSettledCopy()
  }

  async #dropSettledCopy(): Promise<void> {
    if (await this.#copy?.remove('settled')) this.#isCopyLeft = false
    this.#standing.learn()
  }
}
