import { mayBeFinished, readFinished } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import { clocksAfterTyping, type UpdateContent } from './typing.ts'

/** What became of an update. */
export type Applied =
  | { kind: 'changed'; change: Change }
  | { kind: 'unchanged' }
  /** Yjs cannot decode it, or fails on it. */
  | { kind: 'unreadable' }
  | { kind: 'too large' }

/** An edit that the document has taken. */
export interface Change {
  /** for the log and for the others */
  update: Uint8Array
  /** the state vector just before it */
  before: ReadonlyMap<number, number>
}

/** After so many changes the whole state is written anew, so that what is kept to go back stays short. */
const keptChanges = 256

/**
 * The document of one live note. It rests as bytes, which are enough to answer who opens it; a Yjs document is made
 * when something needs one, and let go by `rest`. [R32] What is merely typed is sure to be taken, so it is only noted,
 * and goes into the Yjs document with what else was typed when somebody needs that. [R39]
 */
export class NoteDocument {
  #doc: Y.Doc | null = null
  /** the whole state at some moment, as one update */
  #base: Uint8Array
  /** what has changed since that moment */
  #since: Uint8Array[] = []
  /** how many of those the Yjs document holds, where there is one */
  #integrated = 0
  /** the state vector, of what is only noted too */
  #clocks: Map<number, number>
  /** at least the bytes of the whole state */
  #sizeAtMost: number
  #maxBytes: number
  #heard: Heard[] = []
  #isFinished: boolean

  /** @throws where the rows of the log cannot be read, whatever Yjs throws */
  constructor(updates: readonly Uint8Array[], maxBytes: number) {
    const [only] = updates
    if (only === undefined) throw new Error('a log without a row is no document')
    this.#maxBytes = maxBytes
    this.#base = only
    if (updates.length === 1) {
      this.#clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(only))
    } else {
      const doc = this.#wake(updates)
      this.#base = Y.encodeStateAsUpdate(doc)
      this.#clocks = clocksOf(doc)
    }
    this.#sizeAtMost = this.#base.length
    this.#isFinished = mayBeFinished(this.#base) && readFinished(this.doc()) !== null
  }

  /** Whether the meeting was finished. */
  get isFinished(): boolean {
    return this.#isFinished
  }

  /** Whether an update holds something that the document does not. Also true of one that cannot be read. */
  lacks(update: Uint8Array): boolean {
    const copy = new Y.Doc({ guid: 'note' })
    applyAll(copy, [this.whole()])
    let isChanged = false
    copy.on('update', () => {
      isChanged = true
    })
    const waited = waits(copy)
    try {
      Y.applyUpdate(copy, update)
    } catch {
      return true // Yjs says so by throwing whatever it met
    }
    return isChanged || (!waited && waits(copy))
  }

  /** Takes an update. Where it is not readable or too large nothing has changed. */
  apply(update: Uint8Array): Applied {
    const content = decode(update)
    if (!content) return { kind: 'unreadable' }
    if (!this.#hasRoomFor(update)) return { kind: 'too large' }
    const typed = clocksAfterTyping(content, this.#clocks)
    const change = typed ? this.#note(update, typed) : this.#integrate(update)
    if (change === 'unreadable') return { kind: 'unreadable' }
    return change ? { kind: 'changed', change } : { kind: 'unchanged' }
  }

  /**
   * Runs `edit` on the document in one transaction. Gives its answer, or what it threw, and what it changed: what it
   * did before it threw is part of the document.
   */
  edit<T>(edit: (doc: Y.Doc) => T): { answer: () => T; change: Change | null } {
    const doc = this.doc()
    let answer: () => T
    try {
      const value = doc.transact(() => edit(doc))
      answer = () => value
    } catch (error) {
      answer = () => {
        throw error
      }
    }
    const change = this.#takeHeard()
    if (change) this.#keep(change)
    this.#isFinished = readFinished(doc) !== null
    return { answer, change }
  }

  /** The whole state, as one update. */
  whole(): Uint8Array {
    if (this.#since.length > 0) {
      this.#base = Y.encodeStateAsUpdate(this.doc())
      this.#since = []
      this.#integrated = 0
    }
    return this.#base
  }

  /** What somebody lacks who has `vector`. @param vector a state vector: see `isStateVector` */
  difference(vector: Uint8Array): Uint8Array {
    if (Y.decodeStateVector(vector).size === 0) return this.whole()
    const isAwake = this.#doc !== null || this.#since.length > 0
    return isAwake ? Y.encodeStateAsUpdate(this.doc(), vector) : Y.diffUpdate(this.#base, vector)
  }

  vector(): Uint8Array {
    // What waited for a letter that is only noted comes with it.
    if (this.#doc && waits(this.#doc)) this.doc()
    return Y.encodeStateVector(this.#clocks)
  }

  /** The Yjs document, made where there is none. Do not keep it. */
  doc(): Y.Doc {
    const noted = this.#since.slice(this.#integrated)
    if (this.#doc && noted.length === 0) return this.#doc
    if (this.#doc) applyAll(this.#doc, noted)
    const doc = this.#doc ?? this.#wake([this.#base, ...this.#since])
    this.#integrated = this.#since.length
    this.#clocks = clocksOf(doc)
    this.#heard = [] // all of it was heard of before
    return doc
  }

  /** Lets the Yjs document go. One that waits for a missing update is kept: its bytes alone would not say so. */
  rest(): void {
    if (!this.#doc && this.#since.length === 0) return
    if (waits(this.doc())) return
    this.#sizeAtMost = this.whole().length
    this.#doc?.destroy()
    this.#doc = null
    this.#integrated = 0
  }

  /** Takes what was typed without a look into the Yjs document. */
  #note(update: Uint8Array, clocks: Map<number, number>): Change {
    // The bytes may be part of something larger, such as all that came with one read of a socket.
    const change = { update: update.slice(), before: this.#clocks }
    this.#clocks = clocks
    this.#since.push(change.update)
    this.#grow(change.update)
    return change
  }

  #integrate(update: Uint8Array): Change | null | 'unreadable' {
    const doc = this.doc()
    const waitedBefore = waitingIn(doc)
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // It may have got half way: go back to what was before. [R13]
      this.#wake([this.#base, ...this.#since])
      this.#heard = []
      return 'unreadable'
    }
    const before = this.#clocks
    const heard = this.#takeHeard()
    // What waits for another update makes no event of its own: the whole update is kept then. [R9]
    const isWaiting = waitingIn(doc).some((bytes, index) => bytes !== waitedBefore[index])
    const change = isWaiting ? { update: update.slice(), before: heard?.before ?? before } : heard
    if (change) this.#keep(change)
    this.#isFinished = readFinished(doc) !== null
    return change
  }

  #wake(updates: readonly Uint8Array[]): Y.Doc {
    // Nobody asks for its guid, and to draw one is most of the work of making a document.
    const doc = new Y.Doc({ guid: 'note' })
    applyAll(doc, updates)
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { beforeState, afterState }: Y.Transaction) =>
      this.#heard.push({ update, before: beforeState, after: afterState }),
    )
    this.#doc = doc
    return doc
  }

  /** Keeps what the Yjs document has taken. */
  #keep({ update }: Change): void {
    this.#since.push(update)
    this.#integrated += 1
    this.#grow(update)
  }

  #grow(update: Uint8Array): void {
    this.#sizeAtMost += update.length
    if (this.#since.length >= keptChanges) this.whole()
  }

  /** All that has changed since it was asked last: Yjs tidies up after some edits, which makes an event of its own. [R40] */
  #takeHeard(): Change | null {
    const heard = this.#heard
    const [first] = heard
    if (!first) return null
    this.#heard = []
    this.#clocks = heard.at(-1)?.after ?? this.#clocks
    const update = heard.length === 1 ? first.update : Y.mergeUpdates(heard.map(({ update }) => update))
    return { update, before: first.before }
  }

  #hasRoomFor(update: Uint8Array): boolean {
    if (this.#sizeAtMost + update.length <= this.#maxBytes) return true
    this.#sizeAtMost = this.whole().length // the sum of what came is more than what is left of it
    return this.#sizeAtMost + update.length <= this.#maxBytes
  }
}

/** One event of Yjs: a change, and the state vector after it. */
interface Heard extends Change {
  after: Map<number, number>
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}

function clocksOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

/** What waits in `doc` for other updates. Yjs keeps the object and puts other bytes into it when more has to wait. */
function waitingIn({ store }: Y.Doc): (Uint8Array | undefined)[] {
  return [store.pendingStructs?.update, store.pendingDs ?? undefined]
}

function waits(doc: Y.Doc): boolean {
  return waitingIn(doc).some((bytes) => bytes !== undefined)
}

function decode(update: Uint8Array): UpdateContent | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null // Yjs says so by throwing whatever its decoder met
  }
}

export function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}
