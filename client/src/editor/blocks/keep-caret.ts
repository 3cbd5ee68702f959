import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/** Puts the caret at the letter that it stood at: with as many letters before the end of the note. */
export function keepCaret({ doc, selection }: EditorState, tr: Transaction): Transaction {
  if (!(selection instanceof TextSelection)) return tr
  const [anchor, head] = [sameLetter(selection.$anchor, doc, tr.doc), sameLetter(selection.$head, doc, tr.doc)]
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))).scrollIntoView()
}

function sameLetter($position: ResolvedPos, before: Node, after: Node): number {
  let left = before.textBetween($position.pos, before.content.size).length
  const isEmpty = $position.parent.content.size === 0
  const isHere = (size: number) => {
    if (isEmpty) return left === 0 && size === 0
    return $position.parentOffset === 0 ? left <= size && size > 0 : left < size
  }
  let found: number | null = null
  const walk = (node: Node, start: number) => {
    let end = start + node.content.size
    for (const child of node.children.toReversed()) {
      if (found !== null) return
      const at = end - child.nodeSize
      const size = child.textContent.length
      if (!child.isTextblock) walk(child, at + 1)
      else if (isHere(size)) found = at + 1 + offsetAfter(child, size - left)
      else left -= size
      end = at
    }
  }
  walk(after, 0)
  return found ?? Selection.atEnd(after).head
}

/** The offset in a text block that has so many letters before it. */
function offsetAfter(block: Node, letters: number): number {
  let [seen, offset] = [0, 0]
  for (const child of block.children) {
    if (child.isText && seen + child.nodeSize >= letters) return offset + letters - seen
    seen += child.isText ? child.nodeSize : 0
    offset += child.nodeSize
  }
  return offset
}
