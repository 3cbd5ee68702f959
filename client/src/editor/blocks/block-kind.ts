import type { Node } from '@tiptap/pm/model'
import { nodesIn, type BlockRange } from './range.ts'

/** What a block can be turned into. */
export type BlockKind =
  | 'text'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'bullet'
  | 'ordered'
  | 'task'
  | 'quote'
  | 'code'
  | 'decision'

/** What a block or item is now, as far as that is one of the kinds. */
function kindOf(node: Node): BlockKind | null {
  switch (node.type.name) {
    case 'paragraph':
      return isDecision(node) ? 'decision' : 'text'
    case 'heading':
      return headingKind(node.attrs['level'])
    case 'codeBlock':
      return 'code'
    case 'blockquote':
      return 'quote'
    default:
      return null
  }
}

/** What the blocks of a range all are, or null. An item is what its list makes of it, text what its quote does. */
export function kindIn(doc: Node, range: BlockRange): BlockKind | null {
  const { parent } = doc.resolve(range.from)
  const kinds = nodesIn(doc, range).map((node) => {
    if (node.type.name === 'listItem') return itemKind(parent, node)
    const kind = kindOf(node)
    return kind === 'text' && parent.type.name === 'blockquote' ? 'quote' : kind
  })
  return kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? null) : null
}

function itemKind(list: Node, item: Node): BlockKind {
  if (item.attrs['checked'] !== null) return 'task'
  return list.type.name === 'orderedList' ? 'ordered' : 'bullet'
}

function headingKind(level: unknown): BlockKind | null {
  return level === 1 || level === 2 || level === 3 ? `heading${level}` : null
}

/** Whether the words of a line say that it is decided. */
export const isDecision = (node: Node) => /^decision:/i.test(node.textContent)
