import type { ResolvedPos } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { planMove } from '../blocks/move-nodes.ts'
import { holdsBlocks, movableDepth, type BlockRange } from '../blocks/range.ts'

/** Where what is dragged would land, and the line that says so, in the window. */
export interface DropPlace {
  position: number
  left: number
  right: number
  y: number
}

/** The place between blocks, or between items for items, that is nearest to a point; null where nothing would move. */
export function dropPlace(view: EditorView, range: BlockRange, { x, y }: { x: number; y: number }): DropPlace | null {
  const { doc } = view.state
  const text = view.dom.getBoundingClientRect()
  const found = view.posAtCoords({
    left: Math.min(Math.max(x, text.left + 2), text.right - 2),
    top: Math.min(Math.max(y, text.top + 1), text.bottom - 1),
  })
  if (!found) return null
  const $at = doc.resolve(found.pos)
  const isOfItems = doc.nodeAt(range.from)?.type.name === 'listItem'
  const place = isOfItems ? besideItem(view, $at, x, y) : besideBlock(view, $at, doc.resolve(range.from), y)
  return place && planMove(view.state, range, place.position) ? { ...place, right: text.right } : null
}

type Edge = Omit<DropPlace, 'right'>

/** Blocks land between the blocks of the note, and between those of the quote that they come from. */
function besideBlock(view: EditorView, $at: ResolvedPos, $from: ResolvedPos, y: number): Edge | null {
  if ($at.depth === 0) return edge(view, $at.pos, y)
  const own = Array.from({ length: $at.depth }, (_, depth) => depth).find(
    (depth) => depth > 0 && $at.node(depth) === $from.parent && holdsBlocks($at.node(depth)),
  )
  return edge(view, $at.before((own ?? 0) + 1), y)
}

/** Items land beside the item that is there: below its line as its child where it has children, further out by the pointer. */
function besideItem(view: EditorView, $at: ResolvedPos, x: number, y: number): Edge | null {
  let depth = movableDepth($at)
  if (depth === 0) return edge(view, $at.pos, y)
  const item = $at.node(depth)
  if (item.type.name !== 'listItem') return edge(view, $at.before(depth), y)
  const line = rectOf(view, $at.start(depth))
  if (line && y < (line.top + line.bottom) / 2) return edge(view, $at.before(depth), y)
  const children = Array.from(item.children.entries()).find(([, child]) => child.type.isInGroup('list'))
  if (children && $at.index(depth) < children[0])
    return edge(view, $at.start(depth) + offsetOf($at, depth, children[0]), y, 1)
  const isOuter = () => depth > 2 && $at.indexAfter(depth - 1) === $at.node(depth - 1).childCount
  while (isOuter() && $at.node(depth - 2).type.name === 'listItem' && x < (rectOf(view, $at.before(depth))?.left ?? 0))
    depth -= 2
  const rect = rectOf(view, $at.before(depth))
  return rect && { position: $at.after(depth), left: rect.left - itemPx, y: rect.bottom + 1 }
}

function offsetOf($at: ResolvedPos, depth: number, index: number): number {
  return $at
    .node(depth)
    .children.slice(0, index)
    .reduce((size, child) => size + child.nodeSize, 0)
}

/** The bullet of an item stands before its box. */
const itemPx = 20

/** The edge of the node at a position that is nearer to a height; with `inside`, the start of what it holds. */
function edge(view: EditorView, at: number, y: number, inside = 0): Edge | null {
  const node = view.state.doc.nodeAt(at)
  const rect = rectOf(view, at + inside)
  if (!node || !rect) return null
  const isItem = node.type.name === 'listItem' || inside > 0
  const left = rect.left - (isItem ? itemPx : 0)
  const isBelow = inside === 0 && y > (rect.top + rect.bottom) / 2
  return { position: isBelow ? at + node.nodeSize : at + inside, left, y: isBelow ? rect.bottom + 1 : rect.top - 2 }
}

function rectOf(view: EditorView, at: number): DOMRect | null {
  const element = view.nodeDOM(at)
  return element instanceof HTMLElement ? element.getBoundingClientRect() : null
}
