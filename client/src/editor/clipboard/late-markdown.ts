import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { literalSlice, withoutIds } from './paste.ts'

type Markdown = typeof import('./markdown.ts')

/**
 * Reads pasted Markdown and writes what is copied as Markdown. What does that is large, so it is fetched when the page
 * has nothing else to do; what is pasted before waits for it.
 */
export class LateMarkdown {
  #here: Markdown | null = null
  /** the text that was pasted too early, until `takeEarly` */
  #early: string | null = null

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
    const { schema } = view.state
    if (this.#here) return this.#here.markdownSlice(schema, text)
    this.#early = text
    return literalSlice(schema, text)
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
      ({ markdownSlice }) => paste(markdownSlice(view.state.schema, text)),
      () => paste(literalSlice(view.state.schema, text)), // without a network it is pasted as it is
    )
    return true
  }
}
