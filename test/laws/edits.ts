import type { Node } from '@tiptap/pm/model'
import { canJoin, canSplit, Transform } from '@tiptap/pm/transform'
import { joinedSource } from '@minutebook/shared/markdown/joined-source'
import { beyond, beyondOrder, beyondWords } from './excess.ts'
import { wordGaps } from './word-gaps.ts'

/** What people do to a note, one at a time. */
export const editKinds = ['append', 'toggle', 'insert', 'delete', 'split', 'join', 'move'] as const
export type EditKind = (typeof editKinds)[number]

/** An edited document. */
export interface Edited {
  doc: Node
  /** how many lines its file changed, from `before` to `after`, that the edit had not to change */
  excess: (before: string, after: string) => number
  /** where it was made, for messages */
  place: string
  /** the document before the edit, made from the one after it by the inverse steps */
  undo: (doc: Node) => Node
}

interface Found {
  position: number
  node: Node
  parent: Node
  index: number
}

/**
 * Makes an edit at a place that `random` (from 0 to 1) chooses; null where the document has no place for it.
 *
 * A word is appended to a paragraph or heading; a task is ticked; a TODO is put below a block; a paragraph is deleted
 * (the gap that it leaves is not counted); a paragraph is split at a blank, or joined to the one above with a
 * blank between, as the editor does it; a paragraph or heading is moved below the next one. The document may be of any schema that calls paragraphs,
 * headings and the state of tasks as ours does.
 */
export function edit(doc: Node, kind: EditKind, random: () => number): Edited | null {
  const found: Found[] = []
  doc.descendants((node, position, parent, index) => {
    if (parent) found.push({ position, node, parent, index })
  })
  const pick = (fits: (place: Found) => boolean): Found | undefined => {
    const fitting = found.filter(fits)
    return fitting[Math.floor(random() * fitting.length)]
  }
  switch (kind) {
    case 'append':
      return append(doc, pick(isText))
    case 'toggle':
      return toggle(
        doc,
        pick(({ node }) => typeof node.attrs['checked'] === 'boolean'),
      )
    case 'insert':
      return insert(
        doc,
        pick(({ parent }) => parent === doc),
      )
    case 'delete':
      return remove(
        doc,
        pick(({ node, parent, index }) => parent === doc && node.type.name === 'paragraph' && index > 0),
      )
    case 'split':
      return split(
        doc,
        pick((place) => place.parent === doc && isText(place) && cuts(place.node).length > 0),
        random,
      )
    case 'join':
      return join(
        doc,
        pick((place) => canJoinAbove(doc, place)),
      )
    case 'move':
      return move(
        doc,
        pick((place) => place.parent === doc && isText(place) && isText({ node: doc.maybeChild(place.index + 1) })),
      )
    default:
      return kind satisfies never
  }
}

function isText({ node }: { node: Node | null }): boolean {
  return node !== null && ['paragraph', 'heading'].includes(node.type.name) && node.textContent.trim().length > 3
}

/** A paragraph of the document with one right above it. */
function canJoinAbove(doc: Node, { parent, node, index, position }: Found): boolean {
  if (parent !== doc || index === 0 || !canJoin(doc, position)) return false
  return [node, doc.child(index - 1)].every((node) => node.type.name === 'paragraph' && isText({ node }))
}

function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, '\uFFFC')
}

/** Offsets of blanks between words. */
function cuts(paragraph: Node): number[] {
  if (paragraph.type.name !== 'paragraph') return []
  return wordGaps(wordsOf(paragraph))
}

function undoing(change: Transform): (doc: Node) => Node {
  return (doc) => {
    const back = new Transform(doc)
    change.steps.toReversed().forEach((step, index) => {
      const before = change.docs.at(-1 - index)
      if (before) back.step(step.invert(before))
    })
    return back.doc
  }
}

function append(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const { node, position } = place
  const blanks = /\s*$/.exec(wordsOf(node))?.[0].length ?? 0
  const change = new Transform(doc).insert(position + 1 + node.content.size - blanks, doc.type.schema.text(' appended'))
  return { doc: change.doc, undo: undoing(change), excess: beyond(1, 1), place: wordsOf(node) }
}

function toggle(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const attrs = { ...place.node.attrs, checked: place.node.attrs['checked'] !== true }
  const change = new Transform(doc).setNodeMarkup(place.position, undefined, attrs)
  return { doc: change.doc, undo: undoing(change), excess: beyond(1, 1), place: wordsOf(place.node) }
}

function insert(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const todo = doc.type.schema.node('paragraph', null, doc.type.schema.text('TODO TB: Write the minutes.'))
  const change = new Transform(doc).insert(place.position + place.node.nodeSize, todo)
  const below = place.index + 1 < doc.childCount ? doc.child(place.index + 1) : null
  // what touched the block above it, and cannot follow a paragraph so, needs a blank line on both sides of the new one
  const gap: unknown = below?.attrs['gap'] ?? null
  const touched =
    ['paragraph', 'rawBlock'].includes(below?.type.name ?? '') &&
    (gap === 0 || (typeof gap === 'string' && !gap.startsWith('[')))
  return {
    doc: change.doc,
    undo: undoing(change),
    excess: beyond(0, touched ? 3 : 2),
    place: `below a ${place.node.type.name}, above a ${below?.type.name ?? 'end'}`,
  }
}

function remove(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const change = new Transform(doc).delete(place.position, place.position + place.node.nodeSize)
  return {
    doc: change.doc,
    undo: undoing(change),
    excess: beyond(Number.POSITIVE_INFINITY, 0),
    place: wordsOf(place.node),
  }
}

function split(doc: Node, place: Found | undefined, random: () => number): Edited | null {
  if (!place) return null
  const offsets = cuts(place.node)
  const offset = offsets[Math.floor(random() * offsets.length)]
  if (offset === undefined) return null
  const at = place.position + 1 + offset
  const change = new Transform(doc).delete(at, at + 1)
  if (!canSplit(change.doc, at)) return null
  const { type, attrs } = change.doc.resolve(at).parent
  change.split(at, 1, [{ type, attrs: 'gap' in attrs ? { ...attrs, gap: null } : attrs }])
  return {
    doc: change.doc,
    undo: undoing(change),
    excess: beyond(1, 3),
    place: wordsOf(place.node).slice(offset - 20, offset + 20),
  }
}

function join(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const { node, position, index } = place
  const above = doc.child(index - 1)
  const change = new Transform(doc).join(position)
  change.insert(position - 1, doc.type.schema.text(' '))
  if (node.type.spec.attrs?.['src']) {
    change.setNodeAttribute(position - above.nodeSize, 'src', joinedSource(sourceOf(above), sourceOf(node)))
  }
  return { doc: change.doc, undo: undoing(change), excess: beyondWords(2, 1), place: wordsOf(node).slice(0, 40) }
}

function sourceOf(node: Node): string | null {
  const src: unknown = node.attrs['src']
  return typeof src === 'string' ? src : null
}

function move(doc: Node, place: Found | undefined): Edited | null {
  if (!place) return null
  const { node, position, index } = place
  const below = doc.child(index + 1)
  const change = new Transform(doc).replaceWith(position, position + node.nodeSize + below.nodeSize, [below, node])
  return { doc: change.doc, undo: undoing(change), excess: beyondOrder, place: wordsOf(node).slice(0, 40) }
}
