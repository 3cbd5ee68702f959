import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'

/** The depth of what moves as one: the list item, else the block, that holds the position. A table moves whole. */
function movableDepth($position: ResolvedPos): number {
  for (let depth = $position.depth; depth > 0; depth--) {
    if ($position.node(depth).type.name === 'listItem') return depth
    const parent = $position.node(depth - 1).type.name
    if (parent === 'doc' || parent === 'blockquote' || parent === 'footnoteDefinition') return depth
  }
  return 0
}

/** Moves the block or list item of the caret past its neighbor above (-1) or below (1). */
export function moveBlock(by: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, anchor, head } = state.selection
    const depth = movableDepth($from)
    if (depth === 0) return false
    const parent = $from.node(depth - 1)
    const index = $from.index(depth - 1)
    const neighbor = parent.maybeChild(index + by)
    if (!neighbor) return true
    const node = $from.node(depth)
    const start = $from.before(depth) - (by < 0 ? neighbor.nodeSize : 0)
    const pair = by < 0 ? [node, neighbor] : [neighbor, node]
    const tr = state.tr.replaceWith(start, start + node.nodeSize + neighbor.nodeSize, Fragment.fromArray(pair))
    const moved = by < 0 ? -neighbor.nodeSize : neighbor.nodeSize
    if (state.selection instanceof TextSelection)
      tr.setSelection(TextSelection.create(tr.doc, anchor + moved, head + moved))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Puts a copy of the block or list item below it. A copied TODO is a new one, so it has no id and no tick of its own. */
export const duplicateBlock: Command = (state, dispatch) => {
  const { $from, anchor, head } = state.selection
  const depth = movableDepth($from)
  if (depth === 0) return false
  const node = withoutIdentity($from.node(depth))
  const tr = state.tr.insert($from.after(depth), node)
  if (state.selection instanceof TextSelection) {
    tr.setSelection(TextSelection.create(tr.doc, anchor + node.nodeSize, head + node.nodeSize))
  }
  dispatch?.(tr.scrollIntoView())
  return true
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
