import * as Y from 'yjs'
import { typesOf } from '@minutebook/shared/doc'
import { prng } from '../../editor/test-random.ts'
import { Doubles } from './doubles.ts'
import type { KeptWords } from './put-back.ts'
import { letGiveWay } from './gives-way.ts'
import { Rescue } from './rescue.ts'
import { textsOf } from './place.ts'

type Block = Y.XmlElement | Y.XmlText

/** A server that hands on what its own document says of each update, as a room does. */
export class Hub {
  readonly doc = new Y.Doc()
  readonly writers: Writer[] = []

  constructor(blocks: readonly Y.XmlElement[]) {
    this.doc.clientID = 1000
    typesOf(this.doc).body.insert(0, [...blocks])
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      for (const writer of this.writers) if (writer !== from && writer.isOnline) writer.coming.push(update)
    })
  }

  join(id: number, isCareless = false): Writer {
    const writer = new Writer(this, id, isCareless)
    this.writers.push(writer)
    return writer
  }

  /** Lets everything arrive that is under way, until nothing is. */
  async settle(): Promise<void> {
    for (const writer of this.writers) if (!writer.isOnline) writer.reconnect()
    while (this.writers.some((writer) => writer.going.length + writer.coming.length > 0)) {
      for (const writer of this.writers) {
        while (writer.send());
        while (writer.receive());
      }
      await Promise.resolve()
    }
  }
}

/** Somebody with a copy of the note, who looks after their own words. */
export class Writer {
  readonly doc = new Y.Doc()
  readonly kept: KeptWords[] = []
  readonly going: Uint8Array[] = []
  readonly coming: Uint8Array[] = []
  readonly undo: Y.UndoManager
  caret: Y.RelativePosition | null = null
  caretAt: { text: Y.XmlText; index: number } | null = null
  isOnline = true
  readonly #hub: Hub

  constructor(hub: Hub, id: number, isCareless: boolean) {
    this.#hub = hub
    this.doc.clientID = id
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(hub.doc), 'network')
    this.undo = new Y.UndoManager(typesOf(this.doc).body, {
      trackedOrigins: new Set(['me']),
      captureTimeout: 0,
      // as the editor's: a paragraph that holds something of others stays
      deleteFilter: ({ content }) =>
        !(content instanceof Y.ContentType) ||
        !(content.type instanceof Y.XmlText || (content.type as Y.XmlElement).nodeName === 'paragraph') ||
        content.type._length === 0,
    })
    letGiveWay(this.undo)
    const rescue = new Rescue({
      doc: this.doc,
      writers: () => new Map([[id, Infinity]]),
      caret: () => this.caret,
      setCaret: (text, index) => (this.caretAt = { text, index }),
      keep: (words) => this.kept.push(words),
      origin: 'me',
    })
    const doubles = new Doubles({
      doc: this.doc,
      after: (_ms, run) => {
        queueMicrotask(run) // the worst case: everybody mends at once
        return () => undefined
      },
      random: prng(id),
      mayEdit: () => true,
      undo: () => this.undo,
    })
    if (!isCareless) {
      this.doc.on('afterTransaction', (transaction) => {
        rescue.look(transaction)
        doubles.look(transaction)
      })
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network' && this.isOnline) this.going.push(update)
    })
  }

  get body(): Y.XmlFragment {
    return typesOf(this.doc).body
  }

  get words(): string[] {
    return textsOf(this.doc).map((text) => text.toString())
  }

  /** The words that were kept, in one. */
  get keptWords(): string {
    return this.kept.flatMap(({ paragraphs }) => paragraphs).join('\n')
  }

  edit(change: () => void): void {
    this.doc.transact(change, 'me')
  }

  send(): boolean {
    const update = this.going.shift()
    if (update) Y.applyUpdate(this.#hub.doc, update, this)
    return update !== undefined
  }

  receive(): boolean {
    const update = this.coming.shift()
    if (update) Y.applyUpdate(this.doc, update, 'network')
    return update !== undefined
  }

  disconnect(): void {
    this.isOnline = false
    this.going.length = this.coming.length = 0
  }

  reconnect(): void {
    const vector = Y.encodeStateVector(this.#hub.doc)
    this.isOnline = true
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#hub.doc, Y.encodeStateVector(this.doc)), 'network')
    this.going.push(Y.encodeStateAsUpdate(this.doc, vector))
  }

  /** The text that holds these words. */
  text(words: string): Y.XmlText {
    const found = textsOf(this.doc).find((text) => text.toString().includes(words))
    if (!found) throw new Error(`no text holds ${words}`)
    return found
  }

  /** Writes behind words, with the caret there. */
  type(behind: string, words: string): void {
    const text = this.text(behind)
    const at = text.toString().indexOf(behind) + behind.length
    this.edit(() => text.insert(at, words))
    this.caret = Y.createRelativePositionFromTypeIndex(text, at + words.length, -1)
  }

  /** Makes blocks of others: the old go, copies come, in one transaction. */
  replace(
    element: Y.XmlElement,
    target: Y.XmlFragment,
    index: number,
    make: (copy: Y.XmlElement) => Y.XmlElement,
  ): void {
    const made = make(element.clone())
    this.edit(() => {
      remove(element)
      target.insert(Math.min(index, target.length), [made])
    })
  }
}

/** Takes a block out, and what would be left empty with it. */
export function remove(block: Block): void {
  const { parent } = block
  if (!(parent instanceof Y.XmlFragment)) throw new Error('the block is in no document')
  if (parent instanceof Y.XmlElement && parent.length === 1) remove(parent)
  else parent.delete(parent.toArray().indexOf(block), 1)
}

export const p = (words: string, name = 'paragraph'): Y.XmlElement => {
  const element = new Y.XmlElement(name)
  if (words !== '') element.insert(0, [new Y.XmlText(words)])
  return element
}
export const li = (...blocks: Y.XmlElement[]): Y.XmlElement => filled('listItem', blocks)
export const ul = (...items: Y.XmlElement[]): Y.XmlElement => filled('bulletList', items)

function filled(name: string, children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, children)
  return element
}

/** The block around a text that stands among blocks, or the item. */
export function movable(text: Y.XmlText): Y.XmlElement {
  let found: unknown = text.parent
  while (found instanceof Y.XmlElement && found.parent instanceof Y.XmlElement && found.nodeName !== 'listItem')
    found = found.parent
  if (!(found instanceof Y.XmlElement)) throw new Error('the text is in no block')
  return found
}

export { prng }
