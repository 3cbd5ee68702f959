import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { remembered } from '@minutebook/shared/schema'
import type { Attributes, AttributeValue, DocMark, DocNode, Path } from '@minutebook/shared/schema'

/**
 * A ProseMirror node as plain data, without its `null` attributes. A node that did not change gives the same object
 * again, so that what reads it can remember what it found.
 */
export const plain = remembered((node: Node): DocNode => {
  const result: DocNode = { type: node.type.name }
  const attrs = setAttributes(node.attrs)
  if (attrs) result.attrs = attrs
  if (node.isText) {
    result.text = node.text ?? ''
    if (node.marks.length > 0) result.marks = node.marks.map(plainMark)
  } else if (node.childCount > 0) result.content = node.children.map(plain)
  return result
})

function plainMark(mark: Node['marks'][number]): DocMark {
  const attrs = setAttributes(mark.attrs)
  return attrs ? { type: mark.type.name, attrs } : { type: mark.type.name }
}

function setAttributes(values: Record<string, AttributeValue>): Attributes | undefined {
  const set = Object.entries(values).filter(([, value]) => value !== null)
  return set.length > 0 ? Object.fromEntries(set) : undefined
}

/** Whether something is written in the note beside headings, with which a new one may begin. */
export function hasText(doc: Node): boolean {
  let found = false
  doc.descendants((node) => {
    found ||= node.isTextblock && node.type.name !== 'heading' && node.textContent.trim() !== ''
    return !found
  })
  return found
}

/** A node of the note, and the position before it. */
export interface FoundNode {
  node: Node
  at: number
}

/** Finds the nodes that pass, in document order. An outermost block that did not change is not searched again. */
export function nodeFinder(passes: (node: Node) => boolean): (doc: Node) => FoundNode[] {
  const within = remembered((block: Node): readonly FoundNode[] => {
    const found: FoundNode[] = passes(block) ? [{ node: block, at: 0 }] : []
    if (block.isTextblock) return found
    block.descendants((node, at) => {
      if (passes(node)) found.push({ node, at: at + 1 })
      return !node.isTextblock
    })
    return found
  })
  return (doc) => {
    const found: FoundNode[] = []
    doc.forEach((block, offset) => {
      for (const { node, at } of within(block)) found.push({ node, at: offset + at })
    })
    return found
  }
}

/** The position before the node at `path`, or `null` where there is none. */
export function positionAt(doc: Node, path: Path): number | null {
  let node = doc
  let position = -1
  for (const index of path) {
    if (index >= node.childCount) return null
    position += 1
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize
    node = node.child(index)
  }
  return path.length > 0 ? position : null
}

/** The path of the node that holds `position` at `depth`. */
export function pathOf(position: ResolvedPos, depth: number = position.depth): Path {
  return Array.from({ length: depth }, (_, level) => position.index(level))
}

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((index, level) => index === b[level])
}
