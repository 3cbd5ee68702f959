import { labelsInFront } from '@minutebook/shared/meeting'
import { Extension, InputRule } from '@tiptap/core'
import { chainCommands } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { Plugin, Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { itemDepth, liftItem } from '../blocks/lists.ts'
import { saidBefore } from './chips.ts'
import { clickItem } from './click.ts'
import { hiddenWords } from './draw-todo.ts'
import { readingAt } from './items.ts'
import type { PlacedReading } from './reading-state.ts'
import { tickAt } from './tick.ts'

/** The item of the caret where that stands alone, without a selection. */
function itemOfCaret(state: EditorState): (PlacedReading & { offset: number }) | null {
  const { selection } = state
  const placed = selection instanceof TextSelection && selection.empty ? readingAt(state, selection.head) : undefined
  return placed ? { ...placed, offset: selection.head - placed.at - 1 } : null
}

/**
 * Backspace at the start of an item's words makes the line less of an item: a box goes first, then the words that
 * mark it; a line that is an item by its place alone is set down as plain text.
 */
export const unmark: Command = (state, dispatch, view) => {
  const item = itemOfCaret(state)
  if (!item || (item.offset !== item.reading.textFrom && item.offset !== 0)) return false
  const { reading, at, offset } = item
  if (offset === 0 && reading.textFrom > 0) return false
  const isTask = reading.box !== null && itemDepth(state.selection.$from) > 0
  if (isTask && labelsInFront(reading).length === 0 && !reading.marker) return liftItem(state, dispatch, view)
  if (reading.marker && labelsInFront(reading).length === 0) {
    dispatch?.(state.tr.delete(at + 1 + reading.marker.from, at + 1 + reading.textFrom).scrollIntoView())
    return true
  }
  dispatch?.(state.tr.setNodeAttribute(at, 'plain', true))
  return true
}

/** Arrow left at the start of an item's words: to the end of the last chip, else out of the line; never into hidden words. */
const stepLeft: Command = (state, dispatch) => {
  const item = itemOfCaret(state)
  if (!item || item.offset !== item.reading.textFrom || item.offset === 0) return false
  const chip = labelsInFront(item.reading).at(-1)
  if (chip) return go(state, item.at + 1 + chip.to, dispatch)
  const before = Selection.findFrom(state.doc.resolve(item.at), -1)
  if (before) dispatch?.(state.tr.setSelection(before).scrollIntoView())
  return true
}

/** Arrow right at the end of a chip: to the next one, else to the start of the words. */
const stepRight: Command = (state, dispatch) => {
  const item = itemOfCaret(state)
  if (!item) return false
  const front = labelsInFront(item.reading)
  const index = front.findIndex((label) => label.to === item.offset)
  if (index < 0) return false
  return go(state, item.at + 1 + (front[index + 1]?.from ?? item.reading.textFrom), dispatch)
}

/** Right or Delete before the words that a due date's pill stands for: shows them, and does no more. */
const showDue: Command = (state, dispatch) => {
  const item = itemOfCaret(state)
  const hidden = item && hiddenWords(item)
  if (!hidden || state.selection.head !== hidden.from) return false
  return go(state, hidden.from + 1, dispatch)
}

/** Home on the first line of an item: to the start of its words; from there to the start of its first chip. */
const goHome: Command = (state, dispatch) => {
  const item = itemOfCaret(state)
  if (!item || item.reading.textFrom === 0) return false
  const { at, offset, reading, paragraph } = item
  if (paragraph.textBetween(0, offset, undefined, '\uFFFC').includes('\n')) return false
  const chip = labelsInFront(reading)[0]
  if (offset > reading.textFrom || !chip) return go(state, at + 1 + reading.textFrom, dispatch)
  return go(state, at + 1 + chip.from, dispatch)
}

/** End in a chip means the end of the line, not of the chip: the caret leaves the chip, and the browser does the rest. */
const leaveChip: Command = (state, dispatch) => {
  const item = itemOfCaret(state)
  if (item && item.offset < item.reading.textFrom) go(state, item.at + 1 + item.reading.textFrom, dispatch)
  return false
}

function go(state: EditorState, position: number, dispatch?: Parameters<Command>[1]): true {
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, position)).scrollIntoView())
  return true
}

/** A caret that came to stand before or in a hidden marker goes behind it, so that what is typed is part of the item. */
function leaveMarker(state: EditorState): Transaction | null {
  const item = itemOfCaret(state)
  if (!item?.reading.marker) return null
  const visible = labelsInFront(item.reading)[0]?.from ?? item.reading.textFrom
  const text = item.paragraph.textBetween(0, item.paragraph.content.size, undefined, '\uFFFC')
  if (item.offset >= visible || item.offset < saidBefore(item.reading, text)) return null
  return state.tr.setSelection(TextSelection.create(state.doc, item.at + 1 + visible))
}

/** `=> ` at the start of a line says that it is decided. The file says so in words. */
const decisionInput = new InputRule({
  find: /^=> $/,
  handler({ state, range }) {
    if (state.doc.resolve(range.from).parent.type.name !== 'paragraph') return null
    state.tr.insertText('Decision: ', range.from, range.to)
    return undefined
  },
})

/** The keys of TODOs, decisions and speakers, and presses on what is drawn of them. */
export const ItemKeys = Extension.create<{ now: () => string }>({
  name: 'itemKeys',
  priority: 120,
  addProseMirrorPlugins() {
    return [
      keymap({
        'Mod-Enter': tickAt(this.options.now),
        Backspace: unmark,
        ArrowLeft: stepLeft,
        ArrowRight: chainCommands(stepRight, showDue),
        Delete: showDue,
        Home: goHome,
        End: leaveChip,
        ArrowDown: leaveChip,
        ArrowUp: leaveChip,
      }),
      new Plugin({
        appendTransaction: (transactions, _before, state) =>
          transactions.some((tr) => tr.selectionSet && !tr.docChanged) ? leaveMarker(state) : null,
        props: { handleDOMEvents: { mousedown: clickItem(this.options.now), click: clickItem(this.options.now) } },
      }),
    ]
  },
  addInputRules: () => [decisionInput],
})
