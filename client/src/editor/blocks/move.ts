import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { moveNodes } from './move-nodes.ts'
import { blocksOf, nodesIn, type BlockRange } from './range.ts'

/** Moves the blocks or list items of the selection past their neighbor above (-1) or below (1). */
export function moveBlock(by: -1 | 1): Command {
  return (state, _dispatch, view) => {
    const range = blocksOf(state.selection)
    if (!range) return false
    if (view) moveRange(view, range, by)
    return true
  }
}

/** Moves blocks or items past their neighbor above (-1) or below (1), where they have one. */
export function moveRange(view: EditorView, { from, to }: BlockRange, by: -1 | 1): void {
  const { doc } = view.state
  const neighbor = by < 0 ? doc.resolve(from).nodeBefore : doc.resolve(to).nodeAfter
  if (neighbor) moveNodes(view, { from, to }, by < 0 ? from - neighbor.nodeSize : to + neighbor.nodeSize)
}

/** Puts a copy of the blocks or list items of the selection below them. */
export const duplicateBlock: Command = (state, dispatch) => {
  const range = blocksOf(state.selection)
  if (!range) return false
  dispatch?.(duplicateRange(state, range).scrollIntoView())
  return true
}

/** Puts a copy of blocks below them. A copied TODO is a new one, so it has no id and no tick of its own. */
export function duplicateRange(state: EditorState, { from, to }: BlockRange): Transaction {
  const { anchor, head } = state.selection
  const copies = nodesIn(state.doc, { from, to }).map(withoutIdentity)
  const tr = state.tr.insert(to, copies)
  if (state.selection instanceof TextSelection && from < anchor && anchor < to && from < head && head < to)
    tr.setSelection(TextSelection.create(tr.doc, anchor + to - from, head + to - from))
  return tr
}

/** The node without what belongs to one item alone: id and tick. */
export function withoutIdentity(node: Node): Node {
  if (node.isText) return node
  const content = Fragment.fromArray(node.children.map(withoutIdentity))
  if (node.type.name !== 'paragraph') return node.copy(content)
  return node.type.create({ ...node.attrs, id: null, done: null }, content, node.marks)
}

export const MoveBlocks = Extension.create({
  name: 'moveBlocks',
  priority: 110,
  addProseMirrorPlugins: () => [
    keymap({ 'Alt-ArrowUp': moveBlock(-1), 'Alt-ArrowDown': moveBlock(1), 'Mod-d': duplicateBlock }),
  ],
})
