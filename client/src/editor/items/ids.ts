import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { changedRanges, isLocalEdit, type Range } from '../local.ts'
import { itemsOf, type PlacedReading } from './items.ts'

/**
 * Names the TODOs and decisions that this person's edits make, so that others can refer to them. What was there when
 * the note was opened, and what others make, is left alone: whoever made it names it.
 */
export const ItemIds = Extension.create<{ newId: () => string }>({
  name: 'itemIds',
  addProseMirrorPlugins() {
    const { newId } = this.options
    return [
      new Plugin({
        appendTransaction(transactions, _before, state) {
          if (!isLocalEdit(transactions) || transactions.some((transaction) => transaction.getMeta('composition')))
            return null
          const tr = state.tr
          for (const { at } of unnamed(state, changedRanges(transactions))) tr.setNodeAttribute(at, 'id', newId())
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})

/** The items in the ranges that have no id, or that of an item before them in the note. */
function unnamed(state: EditorState, ranges: readonly Range[]): PlacedReading[] {
  const seen = new Set<string>()
  return itemsOf(state).placed.filter(({ reading, at, paragraph }) => {
    if (reading.kind === 'speaker') return false
    const isFirst = reading.id === null || !seen.has(reading.id)
    if (reading.id !== null) seen.add(reading.id)
    if (reading.id !== null && isFirst) return false
    return ranges.some((range) => range.from <= at + paragraph.nodeSize && at <= range.to)
  })
}
