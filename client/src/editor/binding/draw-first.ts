import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { afterFrame } from '../../ui/after-frame.ts'

/** Calls back before anything but the editor changes the document. Returns how to end that. */
export type BeforeOthers = (read: () => void) => () => void

/**
 * Lets the browser draw a letter that it writes by itself before ProseMirror reads it: what follows from a letter (what
 * is read in it, sent, and drawn because of it) takes longer than there is until the next frame. Nobody can tell: who
 * asks for the state gets it with the letter, and so does whatever else happens on the page. [E235]
 */
export const DrawFirst = Extension.create<{ beforeOthers: BeforeOthers | null }, { letter: Letter | null }>({
  name: 'drawFirst',
  priority: 4000, // whatever listens to an event finds the letter read
  addOptions: () => ({ beforeOthers: null }),
  addStorage: () => ({ letter: null }),
  onDestroy() {
    this.storage.letter?.read()
  },
  addProseMirrorPlugins() {
    const { beforeOthers } = this.options
    const { storage } = this
    if (!beforeOthers) return []
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput(view, event) {
              if (isLetter(event) && isAlone(view)) storage.letter?.wait()
              else storage.letter?.read()
              return false
            },
          },
        },
        view(view) {
          const letter = new Letter(view, beforeOthers)
          storage.letter = letter
          return { destroy: () => letter.end() }
        },
      }),
    ]
  },
})

/** Whatever a person does next finds the letter read; so does a page that goes. */
const acts = [
  'keydown',
  'compositionstart',
  'pointerdown',
  'click',
  'dragstart',
  'drop',
  'copy',
  'cut',
  'paste',
  'focusout',
  'visibilitychange',
  'pagehide',
] as const

/**
 * What reads the page for ProseMirror, which does not show it. Where a browser needs that, ProseMirror has it wait in the
 * same way.
 */
interface PageReader {
  /** the timer that ends the wait, -1 without one */
  flushingSoon: number
  /** Ends the wait, and reads what was written on the page. */
  forceFlush: () => void
}

/** A page that draws nothing has no frames: a letter is read after so many milliseconds at the latest. */
const mostMs = 100

/** A letter that stands on the page, and is not read yet. */
class Letter {
  readonly #view: EditorView
  readonly #reader: PageReader
  readonly #leaving = new AbortController()
  #state: EditorState
  #isWaiting = false

  constructor(view: EditorView, beforeOthers: BeforeOthers) {
    this.#view = view
    this.#reader = (view as unknown as { domObserver: PageReader }).domObserver
    this.#state = view.state
    Object.defineProperty(view, 'state', {
      configurable: true,
      enumerable: true,
      get: () => {
        this.read()
        return this.#state
      },
      set: (state: EditorState) => {
        this.#state = state
      },
    })
    // who looks for a handler asks the state for its plugins alone: of each event, and before the frame
    const lookup: EditorView = Object.create(view, { state: { get: () => this.#state } })
    view.someProp = lookup.someProp.bind(lookup)
    const { signal } = this.#leaving
    for (const act of acts) addEventListener(act, () => this.read(), { capture: true, passive: true, signal })
    signal.addEventListener(
      'abort',
      beforeOthers(() => this.read()),
    )
  }

  /** The browser is about to write it. */
  wait(): void {
    this.read()
    this.#isWaiting = true
    this.#reader.flushingSoon = window.setTimeout(() => this.read(), mostMs)
    afterFrame(() => this.read())
  }

  read(): void {
    if (!this.#isWaiting) return
    this.#isWaiting = false
    this.#reader.forceFlush()
  }

  /** Gives the view its state back. */
  end(): void {
    this.#leaving.abort()
    this.read()
    Reflect.deleteProperty(this.#view, 'someProp')
    Object.defineProperty(this.#view, 'state', {
      configurable: true,
      enumerable: true,
      writable: true,
      value: this.#state,
    })
  }
}

/** Whether the browser writes a letter, and nobody is choosing it yet. */
function isLetter({ inputType, data, isComposing }: InputEvent): boolean {
  return inputType === 'insertText' && data !== null && !isComposing
}

/**
 * Whether a letter at the caret changes nothing of what is drawn but its own line: the caret is within words, or behind
 * plain ones with nothing drawn there.
 */
function isAlone(view: EditorView): boolean {
  const { selection, storedMarks } = view.state
  const { focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!(selection instanceof TextSelection) || !selection.empty || storedMarks) return false
  if (!(focusNode instanceof Text) || !focusOffset) return false
  if (focusOffset < focusNode.length) return true
  const isPlain = focusNode.parentNode === view.nodeDOM(selection.$from.before())
  return isPlain && (focusNode.nextSibling === null || focusNode.nextSibling.nodeName === 'BR')
}
