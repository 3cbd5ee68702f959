import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Followed } from './find-state.ts'
import { Search, type Match, type Query } from './matches.ts'

/** The matches of a query in a document, one of which is the current one. */
export class Found implements Followed {
  readonly matches: readonly Match[]
  /** -1 where there is none */
  readonly index: number
  readonly drawn: DecorationSet
  readonly #search: Search
  readonly #doc: Node

  private constructor(search: Search, doc: Node, matches: readonly Match[], index: number) {
    this.#search = search
    this.#doc = doc
    this.matches = matches
    this.index = index
    this.drawn = DecorationSet.create(
      doc,
      matches.map(({ from, to }, at) => Decoration.inline(from, to, { class: at === index ? 'found now' : 'found' })),
    )
  }

  /** Looks in a document; the current match is the first one at or after a position, else the first. */
  static in(doc: Node, query: Query, position: number): Found {
    const search = new Search(query)
    const matches = search.in(doc)
    return new Found(search, doc, matches, nextIndex(matches, position))
  }

  get current(): Match | null {
    return this.matches[this.index] ?? null
  }

  /** The next match, or the one before; after the last comes the first. */
  step(by: -1 | 1): Found {
    const { length } = this.matches
    return new Found(this.#search, this.#doc, this.matches, length === 0 ? -1 : (this.index + by + length) % length)
  }

  /** What is found after an edit: only blocks that changed are searched, and the current match stays where it can. */
  follow(tr: Transaction): Found {
    const matches = this.#search.in(tr.doc)
    const at = this.current ? tr.mapping.map(this.current.from, 1) : 0
    return new Found(this.#search, tr.doc, matches, nextIndex(matches, at))
  }
}

function nextIndex(matches: readonly Match[], position: number): number {
  const next = matches.findIndex(({ from }) => from >= position)
  return next < 0 && matches.length > 0 ? 0 : next
}

/** Puts other words in place of matches, with the marks of the first letter of each. */
export function replaceMatches(state: EditorState, matches: readonly Match[], words: string): Transaction {
  const tr = state.tr
  for (const { from, to } of matches.toReversed()) {
    const marks = state.doc.nodeAt(from)?.marks ?? []
    if (words === '') tr.delete(from, to)
    else tr.replaceWith(from, to, state.schema.text(words, marks))
  }
  return tr
}
