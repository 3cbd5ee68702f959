import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { markFor, readOffers, type Mark } from '@minutebook/shared/meeting'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'

/** A line that offers a TODO, and how it becomes one. */
export interface PlacedOffer {
  mark: Mark
  paragraph: Node
  /** the position before the paragraph */
  at: number
  /** the words of the promise */
  words: string
}

/** All lines of the note that offer a TODO, as it is now. */
export function offersIn(state: EditorState): PlacedOffer[] {
  const { body, readings, context } = itemsOf(state)
  return readOffers(body, context).flatMap((offer) => {
    const mark = markFor(body, offer, readings, context)
    const at = positionAt(state.doc, offer.path)
    const paragraph = at === null ? null : state.doc.nodeAt(at)
    if (!mark || !paragraph || at === null) return []
    const text = paragraph.textBetween(0, paragraph.content.size, undefined, '\uFFFC')
    return [{ mark, paragraph, at, words: text.slice(offer.from, offer.to) }]
  })
}

/** The offer of the line that holds a position. */
export function offerAt(state: EditorState, position: number): PlacedOffer | undefined {
  return offersIn(state).find(({ at, paragraph }) => at < position && position < at + paragraph.nodeSize)
}
