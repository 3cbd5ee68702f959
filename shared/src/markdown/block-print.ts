import { attribute, type DocNode } from '../schema/node.ts'
import { paragraphParts } from './blank-paragraph.ts'
import { codeLines, literalText } from './code-print.ts'
import { isBlank } from './lines.ts'
import { tableLines } from './table-print.ts'
import { canonicalInline } from './verify.ts'

const containers: ReadonlySet<string> = new Set([
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'footnoteDefinition',
])

/** Whether a block owns lines itself, rather than a prefix of the lines of others. */
export function isLeaf(node: DocNode): boolean {
  return !containers.has(node.type)
}

const memo = new WeakMap<DocNode, readonly string[]>()

/**
 * The canonical lines of a leaf block as it stands at the outermost level, without line ends; a paragraph without words
 * has one empty line. A pure function of the node, remembered as long as the node is.
 *
 * Their hashes are part of stored documents (`src`): another form turns stored source lines off. Golden tests hold it.
 */
export function leafLines(node: DocNode): readonly string[] {
  const known = memo.get(node)
  if (known) return known
  const lines = writeLeaf(node)
  memo.set(node, lines)
  return lines
}

/** The lines of an indented code block where indented code cannot stand: fenced. */
export function fencedLines(node: DocNode): readonly string[] {
  return codeLines(node, false)
}

function writeLeaf(node: DocNode): string[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphLines(node.content ?? [])
    case 'heading':
      return headingLines(node)
    case 'horizontalRule':
      return [String(attribute(node, 'raw') ?? '---')]
    case 'codeBlock':
      return codeLines(node, true)
    case 'table':
      return tableLines(node)
    default:
      return literalText(node).split('\n')
  }
}

/** Blanks at the start of a line are left out: they mean nothing, or make it code. */
function paragraphLines(content: readonly DocNode[]): string[] {
  const parts = paragraphParts(content).map((part) => canonicalInline(part, 'paragraph'))
  return parts
    .join('\n\n')
    .split('\n')
    .map((line) => line.replace(/^[ \t]+(?=[^ \t])/, ''))
}

function headingLines(node: DocNode): string[] {
  const content = node.content ?? []
  const level = Number(attribute(node, 'level') ?? 1)
  const setext = attribute(node, 'setext')
  if (typeof setext === 'string' && level <= 2) {
    const parts = paragraphParts(content)
    const part = parts[0]
    if (part && parts.length === 1) {
      const underline = (level === 1 ? '=' : '-').repeat(setext.length)
      return [...canonicalInline(part, 'paragraph').split('\n'), underline]
    }
  }
  const text = canonicalInline(content, 'heading')
  return [isBlank(text) ? '#'.repeat(level) : `${'#'.repeat(level)} ${text}`]
}
