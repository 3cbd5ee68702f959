import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { int32, oneOf, real53, type PRNG } from 'lib0/prng'
import { edit } from '../edits.ts'

/** What somebody does while others edit the same note. */
export const changeKinds = [
  ...(['type', 'erase', 'bold', 'line', 'item'] as const),
  ...(['append', 'toggle', 'insert', 'delete', 'split', 'join', 'move'] as const),
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Those that put blocks elsewhere, or make others of them. */
const rebuilding: ReadonlySet<ChangeKind> = new Set(['delete', 'split', 'join', 'move'])

/** A document after an edit, and the blocks of the one before it that the edit made anew or took away. */
export interface Change {
  doc: Node
  rebuilt: readonly number[]
}

/** Makes an edit of a kind at a random place; null where the document has none. `word` is one that nobody else writes. */
export function change(doc: Node, kind: ChangeKind, word: string, random: PRNG): Change | null {
  const edited = editOf(doc, kind, word, random)
  return edited && { doc: edited, rebuilt: rebuilding.has(kind) ? differentBlocks(doc, edited) : [] }
}

function editOf(doc: Node, kind: ChangeKind, word: string, random: PRNG): Node | null {
  switch (kind) {
    case 'type': {
      const place = pick(doc, isText, random)
      if (!place) return null
      const at = place.position + 1 + caretAt(place.node, int32(random, 0, place.node.content.size))
      if (holdsSource(doc, at - 1, at + 1)) return null
      return new Transform(doc).insert(at, doc.type.schema.text(word, doc.resolve(at).marks())).doc
    }
    case 'erase': {
      const place = pick(doc, isText, random)
      if (!place) return null
      const { size } = place.node.content
      const offset = int32(random, 0, size - 1)
      const from = place.position + 1 + caretAt(place.node, offset)
      const to = place.position + 1 + caretAt(place.node, Math.min(size, offset + int32(random, 1, 8)))
      return holdsSource(doc, from - 1, to + 1) ? null : new Transform(doc).delete(from, to).doc
    }
    case 'bold': {
      const place = pick(doc, isText, random)
      const words = place ? [...textOf(place.node).matchAll(/\p{L}{2,}/gu)] : []
      if (!place || words.length === 0) return null
      const found = oneOf(random, words)
      const from = place.position + 1 + found.index
      if (holdsSource(doc, from, from + found[0].length)) return null
      return new Transform(doc).addMark(from, from + found[0].length, doc.type.schema.mark('bold')).doc
    }
    case 'line': {
      const place = pick(doc, ({ type, childCount }) => type.name === 'paragraph' && childCount > 0, random)
      if (!place) return null
      const end = place.position + 1 + place.node.content.size
      return new Transform(doc).insert(end, doc.type.schema.text(`\n${word} line`)).doc
    }
    case 'item': {
      const place = pick(doc, ({ type }) => type.name === 'listItem', random)
      if (!place) return null
      const { schema } = doc.type
      const { checked, indent, pad, n }: Record<string, unknown> = place.node.attrs
      // as Enter makes one: with a box where its neighbor has one, in the same columns, with the next number
      const attrs = { checked: checked === null ? null : false, indent, pad, n: typeof n === 'number' ? n + 1 : null }
      const item = schema.node('listItem', attrs, schema.node('paragraph', null, schema.text(`${word} item`)))
      return new Transform(doc).insert(place.position + place.node.nodeSize, item).doc
    }
    case 'append':
    case 'toggle':
    case 'insert':
    case 'delete':
    case 'split':
    case 'join':
    case 'move':
      return edit(doc, kind, () => real53(random))?.doc ?? null
    default:
      return kind satisfies never
  }
}

function pick(doc: Node, fits: (node: Node) => boolean, random: PRNG): { node: Node; position: number } | null {
  const found: { node: Node; position: number }[] = []
  doc.descendants((node, position) => {
    if (fits(node)) found.push({ node, position })
  })
  return found.length > 0 ? oneOf(random, found) : null
}

function isText(node: Node): boolean {
  return ['paragraph', 'heading', 'codeBlock'].includes(node.type.name) && node.content.size > 0
}

/** The offset, or the one before it where it is inside of a character. */
function caretAt(node: Node, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(textOf(node).charAt(offset)) ? offset - 1 : offset
}

/** Whether there is HTML or a footnote's mark, which are source: where it is broken, it becomes text that says the same. */
function holdsSource(doc: Node, from: number, to: number): boolean {
  const { html, footnoteRef } = doc.type.schema.marks
  return [html, footnoteRef].some(
    (mark) => mark && doc.rangeHasMark(Math.max(0, from), Math.min(doc.content.size, to), mark),
  )
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, '\uFFFC')
}

/** The blocks of `before` between those at the start and at the end that are the same in `after`. */
function differentBlocks(before: Node, after: Node): number[] {
  const shorter = Math.min(before.childCount, after.childCount)
  let start = 0
  while (start < shorter && before.child(start).eq(after.child(start))) start += 1
  let end = 0
  while (
    end < shorter - start &&
    before.child(before.childCount - 1 - end).eq(after.child(after.childCount - 1 - end))
  ) {
    end += 1
  }
  return Array.from({ length: before.childCount - end - start }, (_, index) => start + index)
}
