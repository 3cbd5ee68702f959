import type { Node } from '@tiptap/pm/model'
import type { Mapping } from '@tiptap/pm/transform'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'
import { createDecorations } from '../binding/create-decorations.ts'

/** Something that is drawn over one node. */
export interface Drawable {
  /**
   * `line`: over a text block; `box`: at the start of a block that may hold others; `below`: a widget behind the node,
   * which names the node as `of` in its spec, because another may stand there
   */
  kind: 'line' | 'box' | 'below'
  node: Node
  /** the position before the node */
  at: number
  /** all that its looks depend on, besides the node */
  looks: string
  /** the decorations, each with the drawable's kind in its spec */
  draw: () => Decoration[]
}

/** What is drawn over a document. */
export interface Drawing {
  set: DecorationSet
  drawables: ReadonlyMap<Node, Drawable>
}

/** Up to so large a part of what is drawn is drawn anew by itself. */
const mostShare = 1 / 8

/**
 * Draws what is to be drawn and keeps what was drawn alike: a letter in a long note draws one line again.
 *
 * @param mapping from the document of `before` to `doc`
 */
export function redraw(before: Drawing | null, drawables: readonly Drawable[], doc: Node, mapping: Mapping): Drawing {
  const byNode = new Map(drawables.map((drawable) => [drawable.node, drawable]))
  const isTwice = byNode.size < drawables.length // one node in two places, after a copy: which is which is not known
  if (!before || isTwice) return { set: drawAll(drawables, doc), drawables: isTwice ? new Map() : byNode }
  const fresh = drawables.filter((drawable) => !isDrawn(before.drawables.get(drawable.node), drawable, mapping))
  // somebody came, and many labels look otherwise: taking out one after the other takes longer than drawing all
  if (fresh.length > drawables.length * mostShare) return { set: drawAll(drawables, doc), drawables: byNode }
  const set = before.set.map(mapping, doc)
  const drawn = new Set(drawables)
  for (const drawable of fresh) drawn.delete(drawable)
  const kept = new Set(Array.from(drawn, ({ node }) => node))
  const gone = Array.from(before.drawables.values()).filter(({ node }) => !kept.has(node))
  const stale = new Set([
    ...fresh.flatMap(({ kind, at, node }) => find(set, kind, node, at, at + node.nodeSize)),
    ...gone.flatMap(({ kind, at, node }) =>
      find(set, kind, node, mapping.map(at, -1), mapping.map(at + node.nodeSize)),
    ),
  ])
  if (stale.size === 0 && fresh.length === 0) return { set, drawables: byNode }
  return {
    set: set.remove([...stale]).add(
      doc,
      fresh.flatMap((drawable) => drawable.draw()),
    ),
    drawables: byNode,
  }
}

function drawAll(drawables: readonly Drawable[], doc: Node): DecorationSet {
  return createDecorations(
    doc,
    drawables.flatMap((drawable) => drawable.draw()),
  )
}

/** Whether what was drawn over the node still stands, at its place. */
function isDrawn(old: Drawable | undefined, now: Drawable, mapping: Mapping): boolean {
  if (old?.looks !== now.looks || old.kind !== now.kind) return false
  const place = mapping.mapResult(old.at, 1)
  return place.pos === now.at && !place.deletedAfter
}

/** What is drawn of a kind from `from` to `to`. Of a box, only what is at the start: other boxes may stand inside. */
function find(set: DecorationSet, kind: Drawable['kind'], node: Node, from: number, to: number): Decoration[] {
  if (kind === 'below') return set.find(from, to, (spec) => spec['kind'] === kind && spec['of'] === node)
  const found = set.find(from, kind === 'box' ? Math.min(to, from + 2) : to, (spec) => spec['kind'] === kind)
  return found.filter((decoration) => decoration.from >= from && (kind === 'box' || decoration.to <= to))
}
