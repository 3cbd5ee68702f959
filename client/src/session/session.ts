import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { format, formatOf } from '@minutebook/shared/doc'
import { close, isFinal } from '@minutebook/shared/wire'
import { backoffMs } from './backoff.ts'
import { Connection } from './connection.ts'
import type { CopyStore } from './copy-store.ts'
import { OfflineCopy } from './copy.ts'
import { calmMs, reconnectingMs, slowMs, statusOf, type Facts, type Status } from './status.ts'
import { Tally } from './tally.ts'

/** What a session is made of; the browser gives its own, tests give theirs. */
export interface Surroundings {
  /** `wss://host/sync` */
  url: string
  socket: typeof WebSocket
  /** @throws where the browser keeps no data for this page */
  openCopy(noteId: string): Promise<CopyStore>
  now: () => number
  random: () => number
  isOnline: () => boolean
}

/** What the page shows of a session. */
export interface SessionState {
  status: Status
  /** the document holds the note, from the server or from the copy */
  hasNote: boolean
  canEdit: boolean
  /** changes made here that are not durable on the server */
  unsaved: number
  isCopied: boolean
  finalCode: number | null
  lostMs: number
  wasSynced: boolean
  /** when the next attempt to connect begins, in milliseconds since 1970; null while none is planned */
  nextAttemptAt: number | null
}

/** Codes with which the server says that it does not take what it was sent. */
const refusals: ReadonlySet<number | null> = new Set([close.notStored.code, close.badFrame.code, close.tooLarge.code])

const heartbeatMs = 15_000
const probeMs = 4000
const newsMs = 4000

/** One open note: its document, its connection, its offline copy, and what can be said of them. */
export class Session {
  readonly noteId: string
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #around: Surroundings
  readonly #connection: Connection
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #copy: OfflineCopy | null = null
  #facts: Facts
  readonly #tally = new Tally()
  #lostAt: number
  #hasReceived = false
  #hasSent = false
  #returning = 0
  #failures = 0
  #nextAttemptAt: number | null = null
  #canEdit = true
  #isDestroyed = false
  #state: SessionState

  constructor(noteId: string, around: Surroundings) {
    this.noteId = noteId
    this.#around = around
    this.#lostAt = around.now()
    this.#facts = {
      socket: 'closed',
      isOnline: around.isOnline(),
      isSynced: false,
      wasSynced: false,
      unsaved: 0,
      lostMs: 0,
      waitedMs: 0,
      quietMs: calmMs,
      isRefused: false,
      returned: 0,
      copy: 'loading',
      finalCode: null,
    }
    this.awareness.setLocalState(null) // nobody is present before they have a name
    this.#connection = new Connection(
      { noteId, doc: this.doc, awareness: this.awareness, ...around },
      {
        opening: () => this.#open(),
        opened: () => this.#learn({ socket: 'open' }),
        received: () => this.#received(),
        sent: () => this.#sent(),
        answered: (n) => this.#hearAnswer(n),
        denied: () => {
          this.#canEdit = false
          this.#learn({})
        },
        closed: (code) => this.#closed(code),
      },
    )
    this.#state = this.#describe()
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#updated(update, origin, transaction)
    })
  }

  #open(): void {
    // The others dropped this person when the socket closed, and take nothing for news that they have heard before. [N51]
    this.awareness.setLocalState(this.awareness.getLocalState())
    this.#learn({ socket: 'opening' })
  }

  /** Reads the offline copy, then connects. */
  async start(): Promise<void> {
    try {
      const store = await this.#around.openCopy(this.noteId)
      const copy = new OfflineCopy(this.doc, store, (state) => this.#learn({ copy: state }))
      this.#returning = await copy.load()
      this.#tally.begin(this.#returning)
      this.#copy = copy
    } catch {
      this.#learn({ copy: 'failed' }) // the note is still there to be written in, and the page says what that means
    }
    if (this.#isDestroyed) return this.#copy?.close()
    if (formatOf(this.doc) > format) this.#end(close.outdated.code)
    else this.#connect()
    this.#later('heartbeat', heartbeatMs, () => this.#heartbeat())
  }

  get state(): SessionState {
    return this.#state
  }

  /** Calls `listener` after each change of `state`. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The network may be back, or the page is looked at again: connects at once, or makes sure of the connection. */
  wake(): void {
    this.#learn({ isOnline: this.#around.isOnline() })
    if (this.#facts.finalCode !== null) return
    if (this.#facts.socket === 'closed') {
      this.#failures = 0
      this.#connect()
    } else if (this.#facts.socket === 'open') {
      const askedAt = this.#around.now()
      this.#ask()
      this.#later('probe', probeMs, () => {
        if (this.#connection.heardAt < askedAt) this.#reconnect()
      })
    }
  }

  /** The browser lost its network: the socket would only notice much later. */
  sleep(): void {
    this.#learn({ isOnline: false })
    if (this.#facts.socket === 'open') this.#connection.disconnect()
  }

  /** Resolves with true when all changes made so far are durable on the server, with false after `limitMs`. */
  whenSaved(limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isSaved: boolean) => {
        clearTimeout(timer)
        stop()
        resolve(isSaved)
      }
      const timer = setTimeout(() => end(false), limitMs)
      const look = () => this.#isSaved() && end(true)
      const stop = this.subscribe(look)
      look()
    })
  }

  /** Leaves the note. What is not saved stays in the offline copy. */
  async destroy(): Promise<void> {
    this.#isDestroyed = true
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#listeners.clear()
    this.#connection.destroy()
    this.awareness.destroy()
    await this.#copy?.close()
    this.doc.destroy()
  }

  #isSaved(): boolean {
    return this.#facts.isSynced && this.#facts.unsaved === 0 && !this.#facts.isRefused
  }

  #updated(update: Uint8Array, origin: unknown, transaction: Y.Transaction): void {
    if (this.#copy && origin === this.#copy) return
    const isOwn = transaction.local && !this.#connection.isOrigin(origin)
    const change = isOwn ? this.#tally.change(this.#around.now()) : 0
    this.#copy?.add(update, change)
    if (isOwn) queueMicrotask(() => this.#tally.isSilent && this.#ask())
    this.#learn({})
  }

  #connect(): void {
    this.#nextAttemptAt = null
    this.#cancel('attempt')
    this.#connection.connect()
  }

  #reconnect(): void {
    this.#connection.disconnect()
    this.#connect()
  }

  #received(): void {
    this.#hasReceived = true
    this.#synced()
  }

  #sent(): void {
    this.#hasSent = true
    this.#synced()
    this.#ask()
  }

  #synced(): void {
    if (!this.#hasReceived || !this.#hasSent) return
    this.#tally.connect(this.#around.now())
    this.#returning = this.#tally.unsaved
    if (formatOf(this.doc) > format) this.#end(close.outdated.code)
    else this.#learn({ isSynced: true, wasSynced: true })
  }

  /** Before the server has been sent what it lacked, an answer would not speak of everything. */
  #ask(): void {
    if (!this.#hasSent || this.#isDestroyed) return
    this.#connection.ask(this.#tally.ask(this.#around.now()))
  }

  #hearAnswer(n: number): void {
    if (!this.#tally.answer(n)) return
    this.#failures = 0 // a server that accepts a connection and then closes it is knocked at ever more rarely
    this.#copy?.settle(n)
    if (this.#tally.isSilent) this.#ask() // one question at a time: now about what came meanwhile
    const isBack = this.#returning > 0 && this.#tally.unsaved === 0
    const returned = isBack ? this.#returning : this.#facts.returned
    if (returned !== this.#facts.returned) {
      this.#returning = 0
      this.#later('news', newsMs, () => this.#learn({ returned: 0 }))
    }
    this.#learn({ returned, isRefused: false })
  }

  #closed(code: number | null): void {
    if (this.#isDestroyed || this.#facts.finalCode !== null) return
    if (this.#facts.isSynced) this.#lostAt = this.#around.now()
    this.#hasReceived = this.#hasSent = false
    this.#tally.disconnect()
    this.#cancel('probe')
    const isRefused = refusals.has(code) || (this.#facts.isRefused && code === null)
    this.#learn({ socket: 'closed', isSynced: false, isRefused, returned: 0 })
    if (code !== null && isFinal(code)) return this.#end(code)
    this.#failures += 1
    const delayMs = backoffMs(this.#failures, this.#around.random())
    this.#nextAttemptAt = this.#around.now() + delayMs
    this.#later('attempt', delayMs, () => this.#connect())
    this.#learn({})
  }

  /** The server will not have this page again. What is here stays here. */
  #end(code: number): void {
    this.#nextAttemptAt = null
    this.#cancel('attempt')
    const isOpen = this.#facts.socket !== 'closed'
    this.#learn({ socket: 'closed', isSynced: false, finalCode: code })
    if (isOpen) this.#connection.disconnect()
    if (!this.#state.hasNote) void this.#copy?.removeIfEmpty()
  }

  #heartbeat(): void {
    const { askedAt } = this.#tally
    const isDead = askedAt > this.#connection.heardAt && this.#around.now() - askedAt >= probeMs
    if (this.#facts.socket === 'open' && isDead) this.#reconnect()
    else this.#ask()
    this.#later('heartbeat', heartbeatMs, () => this.#heartbeat())
  }

  #learn(news: Partial<Facts>): void {
    if (this.#isDestroyed) return
    const now = this.#around.now()
    const facts = { ...this.#facts, ...news }
    facts.unsaved = this.#tally.unsaved
    facts.lostMs = facts.isSynced ? 0 : now - this.#lostAt
    facts.waitedMs = facts.isSynced ? this.#tally.waitedMs(now) : 0
    facts.quietMs = this.#tally.quietMs(now)
    this.#facts = facts
    if (facts.lostMs < reconnectingMs && !facts.isSynced) this.#wakeIn('lost', reconnectingMs - facts.lostMs)
    if (facts.unsaved > 0 && facts.isSynced && facts.waitedMs < slowMs) this.#wakeIn('slow', slowMs - facts.waitedMs)
    if (facts.quietMs < calmMs) this.#wakeIn('calm', calmMs - facts.quietMs)
    const before = this.#state
    const after = this.#describe()
    if (isSame(before, after)) return
    this.#state = after
    for (const listener of this.#listeners) listener()
  }

  #describe(): SessionState {
    const facts = this.#facts
    return {
      status: statusOf(facts),
      hasNote: formatOf(this.doc) > 0,
      canEdit: this.#canEdit && facts.finalCode === null,
      unsaved: facts.unsaved,
      isCopied: facts.copy !== 'failed',
      finalCode: facts.finalCode,
      lostMs: facts.lostMs >= reconnectingMs ? reconnectingMs : 0,
      wasSynced: facts.wasSynced,
      nextAttemptAt: this.#nextAttemptAt,
    }
  }

  #wakeIn(name: string, delayMs: number): void {
    this.#later(name, delayMs, () => this.#learn({}))
  }

  #later(name: string, delayMs: number, run: () => void): void {
    this.#cancel(name)
    this.#timers.set(name, setTimeout(run, delayMs))
  }

  #cancel(name: string): void {
    clearTimeout(this.#timers.get(name))
  }
}

function isSame(a: SessionState, b: SessionState): boolean {
  const { status: statusA, ...restA } = a
  const { status: statusB, ...restB } = b
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  return (
    statusA.state === statusB.state && statusA.words === statusB.words && keys.every((key) => restA[key] === restB[key])
  )
}
