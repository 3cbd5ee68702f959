import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, type Selection } from '@tiptap/pm/state'

/** Blocks that stand side by side, or items of one list: what moves, changes and goes as one. */
export interface BlockRange {
  from: number
  to: number
}

/** The depth of what moves as one: the list item, else the block, that holds the position. A table moves whole. */
export function movableDepth($position: ResolvedPos): number {
  for (let depth = $position.depth; depth > 0; depth--) {
    if ($position.node(depth).type.name === 'listItem' || holdsBlocks($position.node(depth - 1))) return depth
  }
  return 0
}

/** Whether the children of a node are blocks that move one by one. Those of an item are part of it. */
export function holdsBlocks({ type }: Node): boolean {
  return type.name === 'doc' || type.name === 'blockquote' || type.name === 'footnoteDefinition'
}

/** The block or item that holds the position, or the block right after it where it stands between two. */
export function blockAt($position: ResolvedPos): BlockRange | null {
  const depth = movableDepth($position)
  if (depth > 0) return { from: $position.before(depth), to: $position.after(depth) }
  const { nodeAfter, pos } = $position
  return nodeAfter ? { from: pos, to: pos + nodeAfter.nodeSize } : null
}

/** The blocks or items that a selection touches, as siblings: those of the innermost parent that holds them all. */
export function blocksOf(selection: Selection): BlockRange | null {
  const { $from, $to } = selection
  if (selection instanceof NodeSelection && selection.node.isBlock) return { from: selection.from, to: selection.to }
  const single = blockAt($from)
  if (selection.empty || (single && $to.pos <= single.to && single.from <= $from.pos)) return single
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth--) {
    const parent = $from.node(depth)
    if (!holdsBlocks(parent) && !parent.type.isInGroup('list')) continue
    const last = $to.depth > depth ? $to.after(depth + 1) : $to.pos
    return { from: $from.depth > depth ? $from.before(depth + 1) : $from.pos, to: last }
  }
  return null
}

/** The nodes of a range. */
export function nodesIn(doc: Node, { from, to }: BlockRange): readonly Node[] {
  return doc.slice(from, to).content.content
}
