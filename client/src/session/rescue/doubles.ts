import * as Y from 'yjs'
import { removalsOf, typesOf, type Removal } from '@minutebook/shared/doc'
import { isOf, writtenIn, type Written } from './written.ts'

interface DoublesParts {
  doc: Y.Doc
  /** runs something later; gives what calls it off */
  after: (ms: number, run: () => void) => () => void
  /** from 0 up to 1 */
  random: () => number
  mayEdit: () => boolean
  /** the steps of this person that can be taken back; null where there are none */
  undo: () => Y.UndoManager | null
}

/** Whose copy goes takes it away at once; the other waits so long for that, and everybody else for both. */
const waitMs = { winner: 1500, others: [4000, 6000] } as const

/**
 * Leaves one block where two people moved one, or made the same of it, at the same time: a move is a deletion and a copy,
 * so that there are two copies then. The one of the client with the higher number goes, if it is as it was written, and
 * the other one holds all of it: so nobody ever takes away the other, and no word is in the first alone. [E200]
 */
export class Doubles {
  readonly #parts: DoublesParts
  readonly #waiting = new Set<() => void>()

  constructor(parts: DoublesParts) {
    this.#parts = parts
  }

  /** To be called at the end of each transaction. */
  look({ local, changed, beforeState }: Y.Transaction): void {
    const { doc } = this.#parts
    const types: unknown[] = [...changed.keys()]
    if (local || !types.includes(typesOf(doc).removals)) return
    const notes = removalsOf(doc)
    const isNew = ({ client, from }: Removal) => from >= (beforeState.get(client) ?? 0)
    const those = new Set(notes.filter(isNew).flatMap((note) => withEarlier(note, notes)))
    const pairs = [...those].flatMap((note) => concurrent(note, notes))
    for (const [kept, gone] of pairs) this.#wait(kept, gone)
  }

  /** Waits no longer for anything. */
  stop(): void {
    for (const callOff of this.#waiting) callOff()
    this.#waiting.clear()
  }

  #wait(kept: Removal, gone: Removal): void {
    const { doc, after, random } = this.#parts
    const [least, spread] = waitMs.others
    const ms =
      gone.client === doc.clientID ? 0 : kept.client === doc.clientID ? waitMs.winner : least + random() * spread
    const callOff = after(ms, () => {
      this.#waiting.delete(callOff)
      this.#mend(kept, gone)
    })
    this.#waiting.add(callOff)
  }

  #mend(kept: Removal, gone: Removal): void {
    const { doc, mayEdit, undo } = this.#parts
    if (!mayEdit()) return
    const found = doublesOf(doc, kept, gone)
    if (!found.some(holdsMore)) return
    doc.transact(() => {
      for (const element of found) if (holdsMore(element)) removeElement(element)
    }, this)
    const stack = gone.client === doc.clientID ? undo()?.undoStack : undefined
    const index = stack?.findIndex((step) => isWithin(step, gone)) ?? -1
    if (index >= 0) stack?.splice(index, 1) // its undo would bring back the block that the other one moved
  }
}

/** The note, and those of the same client whose blocks it took away: it moved them on. */
function withEarlier(note: Removal, notes: readonly Removal[]): Removal[] {
  return [note, ...notes.filter((earlier) => movesOn(note, earlier)).flatMap((earlier) => withEarlier(earlier, notes))]
}

function movesOn(note: Removal, earlier: Removal): boolean {
  return note !== earlier && note.client === earlier.client && note.gone.some((id) => isOf(id, earlier))
}

/** The note with each other that deleted the same block; of two, first the one whose copy stays. */
function concurrent(note: Removal, notes: readonly Removal[]): [kept: Removal, gone: Removal][] {
  return notes.flatMap((other): [Removal, Removal][] => {
    const isSame = note.gone.some((id) => other.gone.some((each) => Y.compareIDs(id, each)))
    if (other.client === note.client || !isSame) return []
    return [other.client < note.client ? [other, note] : [note, other]]
  })
}

/** The copies that go, of those that are there twice. */
function doublesOf(doc: Y.Doc, kept: Removal, gone: Removal): Y.XmlElement[] {
  const notes = removalsOf(doc)
  const stay = copiesOf(doc, kept, notes)
  return copiesOf(doc, gone, notes).flatMap(({ element, written }) => {
    const index = stay.findIndex((one) => one.written.words === written.words)
    if (index < 0 || !written.isUntouched) return []
    stay.splice(index, 1)
    return [element]
  })
}

interface Copy {
  element: Y.XmlElement
  written: Written
}

/**
 * The blocks and items that somebody wrote in one transaction, also where the same client moved them on, as far as they
 * are there with all that was written.
 */
function copiesOf(doc: Y.Doc, note: Removal, notes: readonly Removal[]): Copy[] {
  const later = notes.filter((other) => movesOn(other, note))
  return [...ownCopies(doc, note), ...later.flatMap((other) => copiesOf(doc, other, notes))]
}

function ownCopies(doc: Y.Doc, note: Removal): Copy[] {
  const structs = doc.store.clients.get(note.client) ?? []
  if (note.from >= Math.min(note.to, Y.getState(doc.store, note.client))) return []
  const found: Copy[] = []
  for (let index = Y.findIndexSS(structs, note.from); index < structs.length; index++) {
    const item = structs[index]
    if (!item || item.id.clock >= note.to) break
    if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    const holder = item.parent instanceof Y.AbstractType ? item.parent._item : null
    if ((holder && isOf(holder.id, note)) || !(type instanceof Y.XmlElement)) continue
    const written = writtenIn(type, note)
    if (written) found.push({ element: type, written })
  }
  return found
}

/** Whether something stands beside the element, so that what holds it does not become empty. */
function holdsMore({ parent }: Y.XmlElement): boolean {
  return (parent instanceof Y.XmlFragment || parent instanceof Y.XmlElement) && parent.length > 1
}

function removeElement(element: Y.XmlElement): void {
  const { parent } = element
  if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(element), 1)
}

/** Whether a step of undo holds no more than what was written and noted then. */
function isWithin({ insertions }: Y.UndoManager['undoStack'][number], { client, from, to }: Removal): boolean {
  const ranges = insertions.clients.get(client) ?? []
  return ranges.length > 0 && ranges.every(({ clock, len }) => from <= clock && clock + len <= to + 1)
}
