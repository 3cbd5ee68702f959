import type { Node } from '@tiptap/pm/model'
import { DecorationSet, type Decoration } from '@tiptap/pm/view'

/** What ProseMirror's types keep to themselves. */
type Drawn = Decoration & { copy: (from: number, to: number) => Decoration }
type Children = (number | DecorationSet)[]
const Level = DecorationSet as unknown as new (local: readonly Decoration[], children: Children) => DecorationSet

/**
 * The same as `DecorationSet.create`, which looks through all decorations for each block: in a note of thousands of blocks
 * that took a second. Those of nodes have to stand on a node, those over words over one at least.
 */
export function createDecorations(doc: Node, decorations: readonly Decoration[]): DecorationSet {
  const sorted = decorations.toSorted((a, b) => a.from - b.from || a.to - b.to) as Drawn[]
  const local: Decoration[] = []
  const children: Children = []
  let next = 0
  doc.forEach((child, at) => {
    const end = at + child.nodeSize
    const inside: Decoration[] = []
    for (let one = sorted[next]; one && one.from < end; one = sorted[(next += 1)]) {
      if (!child.isLeaf && one.from > at && one.to < end) inside.push(one.copy(one.from - at - 1, one.to - at - 1))
      else local.push(one)
    }
    if (inside.length > 0) children.push(at, end, DecorationSet.create(child, inside))
  })
  local.push(...sorted.slice(next))
  return local.length + children.length > 0 ? new Level(local, children) : DecorationSet.empty
}
