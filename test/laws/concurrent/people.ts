import { editFrontMatter, mendFrontMatter, readNote, typesOf } from '@minutebook/shared/doc'
import type { TextEdit } from '@minutebook/shared/front-matter'
import type { NoteContent } from '@minutebook/shared/note'
import { schema } from '@minutebook/shared/schema'
import type { Node } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What the server has taken, in the order in which everybody gets it. */
export type Log = Uint8Array[]

/** Somebody with a copy of the note, bound to ProseMirror as the editor binds it, but without a screen. */
export class Person {
  readonly doc = new Y.Doc()
  readonly id: number
  isOnline = true
  readonly #log: Log
  /** own updates that are under way, or wait for a connection */
  readonly #unsent: Uint8Array[] = []
  /** how much of the log has come here */
  #read = 0

  /** @param id tells people apart, and decides between edits at one place */
  constructor(id: number, start: Uint8Array, log: Log) {
    this.#log = log
    this.id = id
    this.doc.clientID = id
    Y.applyUpdate(this.doc, start, 'network')
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.#unsent.push(update)
    })
  }

  /** Lets the next own update arrive at the server. */
  send(): void {
    const update = this.isOnline ? this.#unsent.shift() : undefined
    if (update) this.#log.push(update)
  }

  /** Lets the next update of the log arrive here. */
  receive(): void {
    const update = this.isOnline ? this.#log[this.#read] : undefined
    if (!update) return
    this.#read += 1
    Y.applyUpdate(this.doc, update, 'network')
  }

  get isDone(): boolean {
    return this.#unsent.length === 0 && this.#read === this.#log.length
  }

  /** What the person reads. */
  get content(): NoteContent {
    return readNote(this.doc)
  }

  /** Mends the front matter, and makes an edit of it, as the form does. */
  editHeader(make: (yaml: string) => TextEdit[], onMend: (yaml: string) => void): void {
    onMend(this.content.frontMatter)
    mendFrontMatter(this.doc)
    editFrontMatter(this.doc, make)
  }

  /** Makes an edit of the ProseMirror document; nothing where `change` gives null. */
  edit(change: (doc: Node) => Node | null): void {
    const { body } = typesOf(this.doc)
    this.doc.transact(() => {
      const { doc, meta } = initProseMirrorDoc(body, schema)
      const edited = change(doc)
      if (edited) updateYFragment(this.doc, body, edited, meta)
    })
  }
}
