import { close, type Close } from '@minutebook/shared/wire'
import * as Y from 'yjs'
import type { Bus, NoteEvent } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Limits } from '../config.ts'
import type { Log } from '../observe/log.ts'
import type { Metrics } from '../observe/metrics.ts'
import { closingRows, compact, longRows } from './compact.ts'
import type { LogRow, Store } from '../store/store.ts'
import { Crowd } from './crowd.ts'
import { isStateVector, NoteDocument, type Change } from './document.ts'
import { Journal, type Batch } from './journal.ts'
import type { Member, Rights, Socket } from './member.ts'
import { Others } from './others.ts'
import type { Lost, Person } from './rooms.ts'
import { Timers } from './timers.ts'

/** How long a room without connections stays, for whoever reloads the page. */
export const quietMs = 10_000
/** How long a note must be left alone before its Yjs document is let go. */
export const restMs = 30_000
/** How long a long log must be left alone before it is compacted. */
export const compactMs = 5_000
/** How long a room that stops keeps its connections open for the answers that they wait for. */
export const goodbyeMs = 500
/** In a room with more people than this there is a pause between two appends: one frame for all instead of many. */
const crowded = { people: 16, pauseMs: 8 } as const

export interface RoomParts {
  id: string
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  metrics: Metrics
  limits: Limits
  newId: () => string
  /** The log has grown to this row. */
  onGrown(row: number): void
  onFailing(isFailing: boolean): void
  /** Others are here than before. */
  onPeople(): void
  /** The room has left: whoever knocks now needs another one. */
  onClosed(): void
}

/** Draining: everybody has left, the log is being tidied. A room that is loading is a promise (`rooms.ts`). */
export type RoomState = 'live' | 'draining' | 'closed'

/** One live note. Everything that leaves it is durable before. */
export class Room {
  state: RoomState = 'live'
  /** Resolves when the room has left memory. */
  readonly closed: Promise<void>
  #parts: RoomParts
  #document: NoteDocument
  #journal: Journal
  #crowd: Crowd
  #others: Others
  #rows: number[]
  #isCompacting = false
  #timers: Timers<'quiet' | 'rest' | 'compact' | 'goodbye'>
  #leaveBus: () => Promise<void>
  #resolveClosed: () => void

  /** @throws where the log cannot be read */
  constructor(parts: RoomParts, log: readonly LogRow[], leaveBus: () => Promise<void>) {
    this.#parts = parts
    this.#leaveBus = leaveBus
    this.#rows = log.map(({ row }) => row)
    this.#document = new NoteDocument(
      log.map(({ update }) => update),
      parts.limits.noteBytes,
    )
    this.#crowd = new Crowd(parts.clock, parts.limits, () => parts.onPeople())
    this.#others = new Others(parts, () => this.#crowd.whereabouts())
    this.#timers = new Timers(parts.clock)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.closed = promise
    this.#resolveClosed = resolve
    this.#journal = new Journal({
      append: (update) => parts.store.append(parts.id, update),
      clock: parts.clock,
      log: parts.log,
      pauseMs: () => (this.#crowd.size > crowded.people ? crowded.pauseMs : 0),
      onDurable: (batch) => this.#send(batch),
      onFailing: (isFailing) => parts.onFailing(isFailing),
      onGiveUp: () => this.#closeAll(close.notStored),
      onGone: () => this.#end(close.deleted),
    })
    this.#rest()
    this.#waitForQuiet()
  }

  get connections(): number {
    return this.#crowd.size
  }

  /** Whether its updates cannot be stored at present. */
  get isFailing(): boolean {
    return this.#journal.isFailing
  }

  /** Whether everything that it took is durable. */
  get isDurable(): boolean {
    return this.#journal.isIdle
  }

  people(): Person[] {
    return this.#crowd.people()
  }

  /** Whose connection broke or does not answer, and who has not come back, here and in other processes. [G14] */
  lost(): Promise<Lost[]> {
    return this.#others.lost()
  }

  /** Lets a socket in. It is sent nothing before it asks. */
  join(socket: Socket, rights: Rights): Member {
    this.#timers.stop('quiet')
    return this.#crowd.add(socket, rights, (vector, send) => this.#difference(vector, send))
  }

  leave(member: Member): void {
    if (this.#crowd.remove(member)) this.#waitForQuiet()
  }

  /** Closes one connection. */
  expel(member: Member, why: Close): void {
    member.close(why)
    this.leave(member)
  }

  /** A member asks for everything beyond its state vector. */
  ask(member: Member, vector: Uint8Array): void {
    if (isStateVector(vector)) member.answer(vector)
    else this.expel(member, close.badFrame)
  }

  /** A member sends an edit. @param isAnswer it is all that the room lacked when it asked the member */
  update(member: Member, update: Uint8Array, isAnswer: boolean): void {
    if (this.#document.isFinished) {
      if (this.#document.lacks(update)) member.hold()
      return
    }
    const applied = this.#document.apply(update)
    switch (applied.kind) {
      case 'changed':
        this.#take(applied.change, member)
        break
      case 'unchanged':
        break
      case 'unreadable':
        this.expel(member, close.badFrame)
        break
      case 'too large':
        this.expel(member, close.tooLarge)
        break
    }
    if (isAnswer) member.taken()
  }

  /** A member asks to be told when all that it sent is durable. */
  tellWhenSaved(member: Member, number: number): void {
    this.#journal.whenDurable(() => member.saved(number))
  }

  hearPresence(member: Member, entries: Uint8Array): void {
    if (!this.#crowd.hearPresence(entries, member)) this.expel(member, close.badFrame)
  }

  tellPeople(): void {
    this.#crowd.tellPeople()
  }

  tellPresence(member: Member): void {
    this.#crowd.tellPresence(member)
  }

  /** Looks at the document as it is now. What `read` gives must not leave the server: it may not be durable. */
  look<T>(read: (doc: Y.Doc) => T): T {
    return read(this.#document.doc())
  }

  /** Hands the document to `read`; resolves when everything that it saw is durable. */
  async read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    if (this.#journal.isFailing) return read(await this.#storedDocument())
    const answer = read(this.#document.doc())
    this.#rest()
    this.#waitForQuiet()
    await this.#durable()
    return answer
  }

  /** The whole state as one update; resolves when it is durable. A room that rests goes on resting. */
  async whole(): Promise<Uint8Array> {
    if (this.#journal.isFailing) return Y.encodeStateAsUpdate(await this.#storedDocument())
    const whole = this.#document.whole()
    this.#waitForQuiet()
    await this.#durable()
    return whole
  }

  /** Lets `change` edit the document; resolves when the edit is durable. @throws NotStored */
  async change<T>(change: (doc: Y.Doc) => T): Promise<T> {
    const wasFinished = this.#document.isFinished
    const edit = this.#document.edit(change)
    if (edit.change) this.#take(edit.change, null)
    this.#releaseIfOpen(wasFinished)
    this.#waitForQuiet()
    await this.#durable()
    return edit.answer()
  }

  /** Deletes the note. */
  async remove(): Promise<boolean> {
    const wasThere = await this.#parts.store.remove(this.#parts.id)
    if (this.state === 'closed') return wasThere
    await this.#parts.bus.publish(this.#parts.id, { kind: 'deleted' })
    this.#end(close.deleted)
    return wasThere
  }

  /** What another process did. */
  hear(event: NoteEvent): void {
    switch (event.kind) {
      case 'update':
        this.#hearUpdate(event.update)
        break
      case 'presence':
        this.#crowd.hearFromAfar(event.update)
        break
      case 'deleted':
        this.#end(close.deleted)
        break
      case 'who is here':
      case 'these are here':
        this.#others.hear(event)
        break
    }
  }

  /** Answers and closes its connections; resolves when everything that it took is durable. */
  async stop(): Promise<void> {
    await this.#answered()
    this.#closeAll(close.goingAway)
    this.#timers.stop('quiet')
    await new Promise<void>((resolve) => this.#journal.whenDurable(resolve))
    await this.#drain()
  }

  #take(change: Change, author: Member | null): void {
    this.#parts.metrics.updates.inc()
    this.#journal.add(change, author)
    this.#rest()
  }

  /** Asks for what a finished note did not take, once it is open again and that is durable. [G5] */
  #releaseIfOpen(wasFinished: boolean): void {
    if (!wasFinished || this.#document.isFinished) return
    const vector = this.#document.vector()
    this.#journal.whenDurable(() => this.#crowd.release(vector))
  }

  #difference(vector: Uint8Array, send: (update: Uint8Array, ownVector: Uint8Array) => void): void {
    const update = this.#document.difference(vector)
    const ownVector = this.#document.vector()
    this.#journal.answerWhenDurable(() => send(update, ownVector))
  }

  #durable(): Promise<void> {
    return new Promise((resolve, reject) => this.#journal.whenDurable(resolve, reject))
  }

  /** Resolves when everybody has the answers that they wait for, or the store is too slow for that, or fails. [R38] */
  async #answered(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#timers.start('goodbye', goodbyeMs, resolve)
      this.#journal.whenDurable(resolve, () => resolve())
    })
    this.#timers.stop('goodbye')
  }

  async #storedDocument(): Promise<Y.Doc> {
    const rows = await this.#parts.store.load(this.#parts.id)
    if (!rows) throw new Error(`the note ${this.#parts.id} has gone while it was open`)
    return new NoteDocument(
      rows.map(({ update }) => update),
      this.#parts.limits.noteBytes,
    ).doc()
  }

  #send(batch: Batch): void {
    this.#rows.push(batch.row)
    this.#crowd.send(batch)
    this.#others.tell(batch.update)
    this.#parts.onGrown(batch.row)
    if (this.#rows.length >= longRows) this.#timers.start('compact', compactMs, () => void this.#compact())
    this.#waitForQuiet()
  }

  #hearUpdate(update: Uint8Array): void {
    const wasFinished = this.#document.isFinished
    const applied = this.#document.apply(update)
    this.#releaseIfOpen(wasFinished)
    if (applied.kind !== 'changed') return
    // It comes after the answers that were made before it, and after what the document held before it. [R11]
    const { change } = applied
    this.#journal.whenDurable(() => this.#crowd.send({ ...change, authors: new Set() }))
    this.#rest()
  }

  /** Puts off the moment at which the Yjs document is let go. */
  #rest(): void {
    this.#timers.restart('rest', restMs, () => this.#document.rest())
  }

  #waitForQuiet(): void {
    if (this.#crowd.size > 0 || this.state !== 'live') return
    this.#timers.restart('quiet', quietMs, () => {
      // The last append calls this again when it is durable. [R30]
      if (this.#crowd.size === 0 && this.#journal.isIdle) void this.#drain()
    })
  }

  /** Tidies the log and leaves memory. It does not fail. */
  async #drain(): Promise<void> {
    if (this.state !== 'live') return
    this.state = 'draining'
    if (this.#rows.length > closingRows) await this.#compact()
    this.#leave()
  }

  /** It does not fail: a log that is not compacted is a long log. */
  async #compact(): Promise<void> {
    if (this.#isCompacting) return
    this.#isCompacting = true
    const rows = [...this.#rows]
    const { id, store, log } = this.#parts
    try {
      // The document holds at least what the rows hold, and what is not durable yet does no harm in it.
      const left = await compact(store, id, rows, this.#document.whole())
      this.#rows = [...left, ...this.#rows.slice(rows.length)]
    } catch (error) {
      log.warn('a log could not be compacted and stays as it is', { err: error, note: id, rows: rows.length })
    }
    this.#isCompacting = false
  }

  /** The note has gone. */
  #end(why: Close): void {
    this.#closeAll(why)
    this.#journal.end()
    this.#leave()
  }

  #closeAll(why: Close): void {
    this.#crowd.closeAll(why)
    this.#waitForQuiet()
  }

  #leave(): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.#timers.stopAll()
    this.#crowd.stop()
    this.#leaveBus().catch((error: unknown) =>
      this.#parts.log.warn('the bus was not left', { err: error, note: this.#parts.id }),
    )
    this.#parts.onClosed()
    this.#resolveClosed()
  }
}
