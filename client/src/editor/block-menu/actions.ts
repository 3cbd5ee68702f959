import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { BlockKind } from '../blocks/block-kind.ts'
import { newItemAttributes } from '../blocks/lists.ts'
import { deleteNodes } from '../blocks/move-nodes.ts'
import { duplicateRange, moveRange } from '../blocks/move.ts'
import type { BlockRange } from '../blocks/range.ts'
import { addColumn, addRow, cellOf, deleteColumn, deleteRow } from '../blocks/table.ts'
import { turnInto } from '../blocks/turn-into.ts'
import { closeStep } from '../clipboard/step.ts'
import { nodeType } from '../node-types.ts'

/** What a block can become, for people, in order. */
export const kinds: readonly { kind: BlockKind; label: string; icon: IconName }[] = [
  { kind: 'text', label: 'Text', icon: 'text' },
  { kind: 'heading1', label: 'Heading 1', icon: 'heading' },
  { kind: 'heading2', label: 'Heading 2', icon: 'heading' },
  { kind: 'heading3', label: 'Heading 3', icon: 'heading' },
  { kind: 'bullet', label: 'Bullet list', icon: 'list' },
  { kind: 'ordered', label: 'Numbered list', icon: 'hash' },
  { kind: 'task', label: 'TODO', icon: 'check-square' },
  { kind: 'decision', label: 'Decision', icon: 'diamond' },
  { kind: 'quote', label: 'Quote', icon: 'message' },
  { kind: 'code', label: 'Code block', icon: 'code' },
]

/** What can be done with the table that the caret is in. */
export const tableActions: readonly { label: string; icon: IconName; run: Command }[] = [
  { label: 'Row below', icon: 'plus', run: addRow },
  { label: 'Column after', icon: 'plus', run: addColumn },
  { label: 'Delete row', icon: 'minus', run: deleteRow },
  { label: 'Delete column', icon: 'minus', run: deleteColumn },
]

/** Whether the caret stands in a table of the range, so that its rows and columns can be changed. */
export function isInTable({ state }: Editor, range: BlockRange): boolean {
  const cell = cellOf(state.selection.$from)
  return cell !== null && range.from <= cell.at && cell.at < range.to
}

/** Each of these is a step of undo by itself. */
export const actions = {
  turnInto: (editor: Editor, range: BlockRange, kind: BlockKind) => {
    const tr = turnInto(editor.state, range, kind)
    if (!tr) return
    closeStep(editor.state)
    editor.view.dispatch(tr)
  },
  duplicate: (editor: Editor, range: BlockRange) => {
    closeStep(editor.state)
    editor.view.dispatch(duplicateRange(editor.state, range))
  },
  move: (editor: Editor, range: BlockRange, by: -1 | 1) => {
    moveRange(editor.view, range, by)
  },
  remove: (editor: Editor, range: BlockRange) => {
    closeStep(editor.state)
    editor.view.dispatch(deleteNodes(editor.state.tr, range).scrollIntoView())
  },
}

/** Goes to a new line below a block, or to the block itself where it is an empty paragraph, and opens what can be inserted. */
export function insertBelow({ view }: Editor, range: BlockRange): void {
  const { state } = view
  const block = state.doc.nodeAt(range.from)
  if (!block) return
  const paragraph = nodeType(state.schema, 'paragraph').create()
  const isItem = block.type.name === 'listItem'
  const line = isItem ? block.type.create(newItemAttributes(block, 1), paragraph) : paragraph
  const isEmpty = block.type === paragraph.type && block.content.size === 0
  const tr = isEmpty ? state.tr : state.tr.insert(range.to, line)
  const at = (isEmpty ? range.from : range.to) + (isItem ? 2 : 1)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
  view.focus()
  view.dispatch(view.state.tr.insertText('/'))
}
