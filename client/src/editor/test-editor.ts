import { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { onTestFinished } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readBody, writeNote } from '@minutebook/shared/doc'
import type { DocNode } from '@minutebook/shared/schema'
import type { ImageAnswer } from '@minutebook/shared/api'
import type { Result } from '../api/request.ts'
import type { BeforeOthers } from './binding/draw-first.ts'
import { noteExtensions } from './extensions.ts'
import type { ItemContext } from './items/context.ts'

/** People and days of the tests. */
export const context: ItemContext = {
  day: '2023-10-25',
  today: '2023-10-25',
  participants: ['RăzvanD', 'AlexJ', 'Sahil', 'Michalis', 'Mihnea', 'Luca'],
  present: new Map([['Michalis', 'var(--person-7)']]),
  team: null,
}

/** A note in an editor, bound to a Yjs document that the test can edit as others would. */
export class TestEditor {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness
  readonly editor: Editor
  /** bytes that this editor wrote to the shared document */
  written = 0
  /** front matter of what was pasted */
  headers: { yaml: string; hadText: boolean }[] = []
  /** what the page was told to say */
  told: string[] = []
  /** answers to images that are sent; a test puts its own in place */
  send: (image: Blob) => Promise<Result<ImageAnswer>> = () => new Promise(() => {})
  #ids = 0

  /** @param beforeOthers has letters drawn before they are read; without it they are read at once */
  constructor(blocks: DocNode[], beforeOthers: BeforeOthers | null = null) {
    writeNote(this.doc, { frontMatter: '', body: { type: 'doc', content: structuredClone(blocks) }, form: {} })
    this.doc.on('update', (update) => (this.written += update.length))
    this.awareness = new Awareness(this.doc)
    this.editor = new Editor({
      element: document.createElement('div'),
      enableCoreExtensions: { delete: false, clipboardTextSerializer: false },
      extensions: noteExtensions({
        doc: this.doc,
        awareness: this.awareness,
        context,
        now: () => '2023-10-25T12:00:00Z',
        newId: () => `id${++this.#ids}`,
        images: {
          noteId: 'note',
          send: (_noteId, image) => this.send(image),
          tell: ({ text }) => this.told.push(text),
        },
        beforeOthers,
        onHeader: (yaml, hadText) => this.headers.push({ yaml, hadText }),
      }),
    })
    onTestFinished(() => this.editor.destroy())
  }

  /** What the shared document holds. */
  get blocks(): DocNode[] {
    return readBody(this.doc.getXmlFragment('body')).content ?? []
  }

  /** Puts the caret behind the first place where `text` stands, `back` characters before its end. */
  at(text: string, back = 0): this {
    let position = -1
    this.editor.state.doc.descendants((node, start) => {
      if (!node.isTextblock || position >= 0) return position < 0
      const offset = node.textBetween(0, node.content.size, undefined, '\uFFFC').indexOf(text)
      if (offset >= 0) position = start + 1 + offset + text.length - back
      return false
    })
    if (position < 0) throw new Error(`no text ${text}`)
    this.editor.commands.setTextSelection(position)
    return this
  }

  /** Selects the first place where `text` stands. */
  select(text: string): this {
    const end = this.at(text).editor.state.selection.head
    this.editor.commands.setTextSelection({ from: end - text.length, to: end })
    return this
  }

  /** Types letter by letter, as a keyboard does, so that what typing makes of it happens. */
  type(text: string): this {
    for (const letter of text) {
      const { view } = this.editor
      const { from, to } = view.state.selection
      const insert = () => view.state.tr.insertText(letter, from, to)
      if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert())
    }
    return this
  }

  /** Presses keys such as `Enter` or `Control-Enter`. */
  press(...keys: string[]): this {
    for (const name of keys) {
      const parts = name.split('-')
      const event = new KeyboardEvent('keydown', {
        key: parts.at(-1) ?? '',
        ctrlKey: parts.includes('Control'),
        shiftKey: parts.includes('Shift'),
        altKey: parts.includes('Alt'),
        bubbles: true,
        cancelable: true,
      })
      this.editor.view.someProp('handleKeyDown', (handle) => handle(this.editor.view, event))
    }
    return this
  }

  run(command: Command): this {
    command(this.editor.state, this.editor.view.dispatch, this.editor.view)
    return this
  }

  /** Edits as somebody else: on a copy, whose update is applied here. */
  remote(edit: (body: Y.XmlFragment) => void): this {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(this.doc))
    edit(other.getXmlFragment('body'))
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(this.doc)), 'remote')
    return this
  }

  /** What is drawn, as the text of elements of a class. */
  drawn(selector: string): string[] {
    return Array.from(this.editor.view.dom.querySelectorAll(selector), (element) => element.textContent)
  }
}

export const text = (words: string): DocNode => ({ type: 'text', text: words })
export const p = (words = '', attrs?: DocNode['attrs']): DocNode => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  ...(words === '' ? {} : { content: [text(words)] }),
})
export const h = (level: number, words: string): DocNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
export const item = (attrs: DocNode['attrs'] | null, ...content: DocNode[]): DocNode => ({
  type: 'listItem',
  ...(attrs ? { attrs } : {}),
  content,
})
export const ul = (...content: DocNode[]): DocNode => ({ type: 'bulletList', content })
export const ol = (...content: DocNode[]): DocNode => ({ type: 'orderedList', content })
