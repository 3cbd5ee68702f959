import { remembered } from '@minutebook/shared/schema'
import type { Node } from '@tiptap/pm/model'

/** What is looked for. */
export interface Query {
  words: string
  /** capitals and accents count */
  isExact: boolean
  isWholeWords: boolean
}

/** A stretch of the document that is what is looked for. */
export interface Match {
  from: number
  to: number
}

/** Finds a query in documents. What it found in a block that did not change is remembered. */
export class Search {
  readonly #query: Query
  readonly #inBlock = remembered((block: Node) =>
    matchesIn(block.textBetween(0, block.content.size, undefined, '\uFFFC'), this.#query),
  )

  constructor(query: Query) {
    this.#query = query
  }

  /** All matches, in order. A match lies within one text block. */
  in(doc: Node): Match[] {
    const found: Match[] = []
    if (this.#query.words === '') return found
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true
      for (const { from, to } of this.#inBlock(node)) found.push({ from: at + 1 + from, to: at + 1 + to })
      return false
    })
    return found
  }
}

/** The matches in a text, as offsets; none overlaps another. */
export function matchesIn(text: string, { words, isExact, isWholeWords }: Query): Match[] {
  const { letters, places } = isExact ? exact(text) : folded(text)
  const wanted = isExact ? words : folded(words).letters
  const found: Match[] = []
  if (wanted === '') return found
  for (let at = letters.indexOf(wanted); at >= 0;) {
    const match = { from: places[at] ?? 0, to: places[at + wanted.length] ?? text.length }
    const isTaken = !isWholeWords || isWord(text, match)
    if (isTaken) found.push(match)
    at = letters.indexOf(wanted, at + (isTaken ? wanted.length : 1))
  }
  return found
}

function isWord(text: string, { from, to }: Match): boolean {
  return !/[\p{L}\p{N}_]$/u.test(text.slice(0, from)) && !/^[\p{L}\p{M}\p{N}_]/u.test(text.slice(to))
}

/** A text without accents and capitals, and where each of its letters stands in the text. */
function folded(text: string): { letters: string; places: number[] } {
  const places: number[] = []
  let letters = ''
  let at = 0
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    letters += plain
    for (let index = 0; index < plain.length; index++) places.push(at)
    at += letter.length
  }
  places.push(at)
  return { letters, places }
}

function exact(text: string): { letters: string; places: number[] } {
  return { letters: text, places: Array.from({ length: text.length + 1 }, (_, index) => index) }
}
