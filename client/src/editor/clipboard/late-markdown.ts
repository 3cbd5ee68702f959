import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { hasText } from '../document.ts'
import { literalSlice, withoutIds } from './paste.ts'

type Markdown = typeof import('./markdown.ts')

/**
 * Told of the front matter of what comes into the note.
 *
 * @param hadText the note has text of its own
 */
export type OnHeader = (yaml: string, hadText: boolean) => void

/**
 * Reads pasted Markdown and writes what is copied as Markdown. What does that is large, so it is fetched when the page
 * has nothing else to do; what is pasted before waits for it.
 */
export class LateMarkdown {
  readonly #onHeader: OnHeader
  #here: Markdown | null = null
  /** the text that was pasted too early, until `takeEarly` */
  #early: string | null = null

  constructor(onHeader: OnHeader) {
    this.#onHeader = onHeader
  }

  /** Fetches what reads and writes Markdown. */
  async load(): Promise<Markdown> {
    this.#here ??= await import('./markdown.ts')
    return this.#here
  }

  /** What is copied, as Markdown; as its words while that cannot be written. */
  write(slice: Slice): string {
    return this.#here?.sliceToMarkdown(slice) ?? slice.content.textBetween(0, slice.content.size, '\n\n')
  }

  /** The blocks of a pasted text; the text itself while it cannot be read, for `takeEarly` to paste. */
  read(view: EditorView, text: string): Slice {
    if (this.#here) return this.#read(this.#here, view, text)
    this.#early = text
    return literalSlice(view.state.schema, text)
  }

  /** Whether what is being pasted came too early: then it is pasted as soon as it can be read. */
  takeEarly(view: EditorView): boolean {
    const text = this.#early
    this.#early = null
    if (text === null) return false
    const paste = (slice: Slice) => {
      if (view.isDestroyed) return
      view.dispatch(view.state.tr.replaceSelection(withoutIds(slice)).scrollIntoView().setMeta('paste', true))
    }
    this.load().then(
      (here) => paste(this.#read(here, view, text)),
      () => paste(literalSlice(view.state.schema, text)), // without a network it is pasted as it is
    )
    return true
  }

  #read({ splitText, markdownSlice }: Markdown, { state }: EditorView, text: string): Slice {
    const { body, header } = splitText(text)
    if (header !== null) this.#onHeader(header, hasText(state.doc))
    return markdownSlice(state.schema, body)
  }
}
