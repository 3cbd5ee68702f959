import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { openFloat } from '../floats.ts'
import { codeIn, writtenLanguage } from './info.ts'

/** What colors code; it is fetched when a note holds code that says its language. */
export interface CodeColors {
  load: (written: readonly string[]) => Promise<void>
  draw: (doc: Node) => DecorationSet
}

interface CodeState {
  colors: CodeColors | null
  drawn: DecorationSet
  labels: DecorationSet
}

const key = new PluginKey<CodeState>('codeLooks')

/** Colors code and says its language above it. All of it is drawn over the text and never part of it. */
export const CodeLooks = Extension.create({
  name: 'codeLooks',
  addProseMirrorPlugins: () => [
    new Plugin<CodeState>({
      key,
      state: {
        init: (_config, { doc }) => ({ colors: null, drawn: DecorationSet.empty, labels: labelsOf(doc) }),
        apply(tr, before) {
          const loaded: CodeColors | undefined = tr.getMeta(key)
          if (!loaded && !tr.docChanged) return before
          const colors = loaded ?? before.colors
          return {
            colors,
            drawn: colors?.draw(tr.doc) ?? DecorationSet.empty,
            labels: tr.docChanged ? labelsOf(tr.doc) : before.labels,
          }
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.drawn,
      },
      view: (view) => new Loading(view),
    }),
    new Plugin({ props: { decorations: (state) => key.getState(state)?.labels } }),
  ],
})

/** Fetches what colors the code of the note, as its languages come up. */
class Loading {
  readonly #view: EditorView
  readonly #asked = new Set<string>()
  #colors: Promise<CodeColors> | null = null

  constructor(view: EditorView) {
    this.#view = view
    this.#ask(view.state.doc)
  }

  update(view: EditorView, before: { doc: Node }): void {
    if (view.state.doc !== before.doc) this.#ask(view.state.doc)
  }

  #ask(doc: Node): void {
    const fresh = [...languagesIn(doc)].filter((language) => !this.#asked.has(language))
    if (fresh.length === 0) return
    for (const language of fresh) this.#asked.add(language)
    void this.#load(fresh)
  }

  async #load(fresh: readonly string[]): Promise<void> {
    try {
      this.#colors ??= import('./highlighter.ts').then(({ Highlighter }) => new Highlighter())
      const colors = await this.#colors
      await colors.load(fresh)
      if (!this.#view.isDestroyed)
        this.#view.dispatch(this.#view.state.tr.setMeta(key, colors).setMeta('addToHistory', false))
    } catch {
      // without the network code stays plain; the next language, or the next visit, asks again
      this.#colors = null
      for (const language of fresh) this.#asked.delete(language)
    }
  }
}

function languagesIn(doc: Node): Set<string> {
  return new Set(
    codeIn(doc)
      .map(({ node }) => writtenLanguage(node))
      .filter((language) => language !== ''),
  )
}

function labelsOf(doc: Node): DecorationSet {
  const drawn = codeIn(doc).map(({ node, at }) => {
    const language = writtenLanguage(node)
    const draw = (view: EditorView, at: () => number | undefined) => labelElement(language, view, at)
    return Decoration.widget(at + 1, draw, {
      key: `language ${language}`,
      side: -1,
      ignoreSelection: true,
      stopEvent: () => true,
    })
  })
  return DecorationSet.create(doc, drawn)
}

/** The language of the code that it stands in, as a button that changes it. */
function labelElement(language: string, view: EditorView, at: () => number | undefined): HTMLElement {
  const place = document.createElement('span')
  place.className = 'code-language'
  place.contentEditable = 'false'
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.textContent = language === '' ? 'Language' : language
  button.setAttribute('aria-label', language === '' ? 'Language of the code' : `Language of the code: ${language}`)
  button.toggleAttribute('data-empty', language === '')
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    const position = at()
    if (position === undefined || !view.editable) return
    view.dispatch(openFloat(view.state.tr, { kind: 'language', at: position - 1 }))
  })
  place.append(button)
  return place
}
