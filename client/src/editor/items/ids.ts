import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { changedRanges, isLocalEdit, type Range } from '../local.ts'
import { itemsOf } from './items.ts'
import type { PlacedReading } from './reading-state.ts'

/** What was composed (by an input method) and not yet named: an id would end the composition. */
const key = new PluginKey<readonly Range[]>('itemIds')

/**
 * Names the TODOs and decisions that this person's edits make, so that others can refer to them. What was there when
 * the note was opened, and what others make, is left alone: whoever made it names it.
 */
export const ItemIds = Extension.create<{ newId: () => string }>({
  name: 'itemIds',
  addProseMirrorPlugins() {
    const { newId } = this.options
    return [
      new Plugin<readonly Range[]>({
        key,
        state: {
          init: () => [],
          apply(tr, composed) {
            if (tr.getMeta(key) === 'named') return []
            const kept = tr.docChanged ? composed.map(({ from, to }) => mapped(tr, from, to)) : composed
            return isComposing(tr) && isLocalEdit([tr]) ? [...kept, ...changedRanges([tr])] : kept
          },
        },
        appendTransaction(transactions, _before, state) {
          const composed = key.getState(state) ?? []
          const isDone = transactions.some((transaction) => transaction.getMeta(key) === 'composed')
          if (!isDone && (!isLocalEdit(transactions) || transactions.some(isComposing))) return null
          const ranges = isDone ? composed : [...composed, ...changedRanges(transactions)]
          const tr = state.tr
          for (const { at } of unnamed(state, ranges)) tr.setNodeAttribute(at, 'id', newId())
          return tr.docChanged || composed.length > 0 ? tr.setMeta(key, 'named') : null
        },
        props: {
          handleDOMEvents: {
            compositionend(view) {
              setTimeout(() => nameComposed(view), composedMs)
              return false
            },
          },
        },
      }),
    ]
  },
})

/** ProseMirror reads what was composed up to 20 ms after its end. */
const composedMs = 50

function nameComposed(view: EditorView): void {
  if (view.isDestroyed || view.composing || key.getState(view.state)?.length === 0) return
  view.dispatch(view.state.tr.setMeta(key, 'composed'))
}

function isComposing(tr: Transaction): boolean {
  return tr.getMeta('composition') !== undefined
}

function mapped(tr: Transaction, from: number, to: number): Range {
  return { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }
}

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
