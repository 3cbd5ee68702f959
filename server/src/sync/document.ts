import * as Y from 'yjs'

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
 * when something needs one, and let go by `rest`. [R32]
 */
export class NoteDocument {
  #doc: Y.Doc | null = null
  /** the whole state at some moment, as one update */
  #base: Uint8Array
  /** what has changed since that moment */
  #since: Uint8Array[] = []
  /** the state vector of the base; of use while there is no Yjs document */
  #restingVector: Uint8Array = Uint8Array.of(0)
  /** at least the bytes of the whole state */
  #sizeAtMost: number
  #maxBytes: number
  #heard: Change | null = null

  /** @throws where the rows of the log cannot be read, whatever Yjs throws */
  constructor(updates: readonly Uint8Array[], maxBytes: number) {
    const [only] = updates
    if (only === undefined) throw new Error('a log without a row is no document')
    this.#maxBytes = maxBytes
    this.#base = only
    if (updates.length === 1) this.#restingVector = Y.encodeStateVectorFromUpdate(only)
    else this.#base = Y.encodeStateAsUpdate(this.#wake(updates))
    this.#sizeAtMost = this.#base.length
  }

  /** Takes an update. Where it is not readable or too large nothing has changed. */
  apply(update: Uint8Array): Applied {
    if (!isReadable(update)) return { kind: 'unreadable' }
    if (!this.#hasRoomFor(update)) return { kind: 'too large' }
    const doc = this.doc()
    const waitedBefore = waitingIn(doc)
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // It may have got half way: go back to what was before. [R13]
      this.#wake([this.#base, ...this.#since])
      return { kind: 'unreadable' }
    }
    const heard = this.#takeHeard()
    // What waits for another update makes no event of its own: the whole update is kept then. [R9]
    const waits = waitingIn(doc).some((bytes, index) => bytes !== waitedBefore[index])
    if (!heard && !waits) return { kind: 'unchanged' }
    const change = waits ? { update, before: heard?.before ?? Y.decodeStateVector(Y.encodeStateVector(doc)) } : heard
    if (!change) return { kind: 'unchanged' }
    this.#keep(change)
    return { kind: 'changed', change }
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
    return { answer, change }
  }

  /** The whole state, as one update. */
  whole(): Uint8Array {
    if (this.#doc && this.#since.length > 0) this.#base = Y.encodeStateAsUpdate(this.#doc)
    this.#since = []
    return this.#base
  }

  /** What somebody lacks who has `vector`. @param vector a state vector: see `isStateVector` */
  difference(vector: Uint8Array): Uint8Array {
    if (Y.decodeStateVector(vector).size === 0) return this.whole()
    return this.#doc ? Y.encodeStateAsUpdate(this.#doc, vector) : Y.diffUpdate(this.whole(), vector)
  }

  vector(): Uint8Array {
    return this.#doc ? Y.encodeStateVector(this.#doc) : this.#restingVector
  }

  /** The Yjs document, made where there is none. Do not keep it. */
  doc(): Y.Doc {
    return this.#doc ?? this.#wake([this.#base])
  }

  /** Lets the Yjs document go. One that waits for a missing update is kept: its bytes alone would not say so. */
  rest(): void {
    if (!this.#doc || this.#doc.store.pendingStructs || this.#doc.store.pendingDs) return
    this.#sizeAtMost = this.whole().length
    this.#restingVector = Y.encodeStateVector(this.#doc)
    this.#doc.destroy()
    this.#doc = null
  }

  #wake(updates: readonly Uint8Array[]): Y.Doc {
    // Nobody asks for its guid, and to draw one is most of the work of making a document.
    const doc = new Y.Doc({ guid: 'note' })
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#heard = { update, before: transaction.beforeState }
    })
    this.#doc = doc
    return doc
  }

  #keep({ update }: Change): void {
    this.#since.push(update)
    this.#sizeAtMost += update.length
    if (this.#since.length >= keptChanges) this.whole()
  }

  #takeHeard(): Change | null {
    const heard = this.#heard
    this.#heard = null
    return heard
  }

  #hasRoomFor(update: Uint8Array): boolean {
    if (this.#sizeAtMost + update.length <= this.#maxBytes) return true
    this.#sizeAtMost = this.whole().length // the sum of what came is more than what is left of it
    return this.#sizeAtMost + update.length <= this.#maxBytes
  }
}

/** What waits in `doc` for other updates. Yjs keeps the object and puts other bytes into it when more has to wait. */
function waitingIn({ store }: Y.Doc): (Uint8Array | undefined)[] {
  return [store.pendingStructs?.update, store.pendingDs ?? undefined]
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false // Yjs says so by throwing whatever its decoder met
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
