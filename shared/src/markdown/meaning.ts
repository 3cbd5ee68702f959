import { attribute, type DocNode, type Path } from '../schema/node.ts'
import { isBlankParagraph, paragraphParts } from './blank-paragraph.ts'
import { literalText } from './code-print.ts'
import { isList } from './gaps.ts'
import { inlineMeaning } from './inline-meaning.ts'

/** Where two documents begin to differ. */
export interface Difference {
  /** the block of the first document; its parent's where it has none there */
  path: Path
  what: string
}

/** A block together with where it stands: the children that meaning sees are not always those of the tree. */
interface Placed {
  node: DocNode
  path: Path
}

/**
 * The first difference in meaning between two documents, as the path of its block in `a` and what differs; null where
 * they mean the same. How a document is written is no part of its meaning: neither hints nor blank lines, empty
 * paragraphs, blanks at the ends of lines, whether two lists of a kind in a row are one, nor what Markdown has no place
 * for (`id`, `done`, `plain`).
 */
export function meaningDiffers(a: DocNode, b: DocNode): string | null {
  const difference = findDifference(a, b)
  return difference && `/${difference.path.join('/')}: ${difference.what}`
}

/** `meaningDiffers`, for programs. */
export function findDifference(a: DocNode, b: DocNode): Difference | null {
  return compare({ node: a, path: [] }, b)
}

function compare({ node: a, path }: Placed, b: DocNode): Difference | null {
  const what = ownDifference(a, b)
  if (what !== null) return { path, what }
  const children = visibleChildren({ node: a, path })
  const others = visibleChildren({ node: b, path: [] })
  for (const [index, child] of children.entries()) {
    const other = others[index]
    if (!other) return { path: child.path, what: `${child.node.type} is missing` }
    const difference = compare(child, other.node)
    if (difference) return difference
  }
  const extra = others[children.length]
  return extra ? { path, what: `${extra.node.type} is added` } : null
}

/** What differs between two blocks apart from their child blocks. */
function ownDifference(a: DocNode, b: DocNode): string | null {
  if (kindOf(a) !== kindOf(b)) return `${a.type} is ${b.type}`
  for (const name of ['level', 'checked', 'label', 'align']) {
    if (attribute(a, name) !== attribute(b, name)) return `${a.type}.${name} is ${String(attribute(b, name))}`
  }
  switch (a.type) {
    case 'paragraph':
      return textDifference(inlineMeaning(a.content ?? [], false), inlineMeaning(b.content ?? [], false))
    case 'heading':
    case 'tableCell':
    case 'tableHeader':
      return textDifference(inlineMeaning(a.content ?? [], true), inlineMeaning(b.content ?? [], true))
    case 'orderedList':
      return startOf(a) === startOf(b) ? null : `the first number is ${startOf(b)}`
    case 'codeBlock':
      return textDifference(infoOf(a), infoOf(b)) ?? textDifference(literalText(a), literalText(b))
    case 'htmlBlock':
    case 'rawBlock':
      return textDifference(literalText(a), literalText(b))
    default:
      return null
  }
}

/** A cell is a header by the row it stands in. */
function kindOf(node: DocNode): string {
  return node.type === 'tableHeader' ? 'tableCell' : node.type
}

function startOf(list: DocNode): number {
  return Number(attribute(list.content?.[0] ?? list, 'n') ?? 1)
}

function infoOf(node: DocNode): string {
  return String(attribute(node, 'info') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function textDifference(a: string, b: string): string | null {
  return a === b ? null : `${JSON.stringify(a)} is ${JSON.stringify(b)}`
}

const withoutBlocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'tableHeader',
  'codeBlock',
  'htmlBlock',
  'rawBlock',
])

/** Without empty paragraphs; paragraphs cut at their blank lines; lists of a kind in a row joined. */
function visibleChildren({ node, path }: Placed): Placed[] {
  if (withoutBlocks.has(node.type)) return []
  const visible: Placed[] = []
  for (const [index, child] of (node.content ?? []).entries()) {
    const at = [...path, index]
    const above = visible.at(-1)
    if (isBlankParagraph(child)) continue
    if (child.type === 'paragraph') {
      for (const content of paragraphParts(child.content ?? []))
        visible.push({ node: { ...child, content: [...content] }, path: at })
    } else if (above && continuesList(above.node, child)) {
      const content = [...(above.node.content ?? []), ...(child.content ?? [])]
      visible[visible.length - 1] = { node: { ...above.node, content }, path: above.path }
    } else visible.push({ node: child, path: at })
  }
  return visible
}

function continuesList(above: DocNode, node: DocNode): boolean {
  return isList(node) && above.type === node.type && attribute(above, 'mark') === attribute(node, 'mark')
}
