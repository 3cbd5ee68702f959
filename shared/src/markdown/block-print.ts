import { attribute, type DocNode } from '../schema/node.ts'
import { paragraphParts } from './blank-paragraph.ts'
import { codeLines, literalText } from './code-print.ts'
import { mentionedLabels, noLabels, type Labels } from './labels.ts'
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
 * has one empty line. A pure function of the node and of those labels that its text mentions.
 *
 * Their hashes are part of stored documents (`src`): another form turns stored source lines off. Golden tests hold it.
 */
export function leafLines(node: DocNode, labels = noLabels): readonly string[] {
  const mentioned = mentionedLabels(node, labels)
  if (mentioned.size > 0) return writeLeaf(node, mentioned)
  const known = memo.get(node)
  if (known) return known
  const lines = writeLeaf(node, noLabels)
  memo.set(node, lines)
  return lines
}

/** The lines of an indented code block where indented code cannot stand: fenced. */
export function fencedLines(node: DocNode): readonly string[] {
  return codeLines(node, false)
}

function writeLeaf(node: DocNode, mentioned: Labels): string[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphLines(node.content ?? [], mentioned)
    case 'heading':
      return headingLines(node, mentioned)
    case 'horizontalRule':
      return [String(attribute(node, 'raw') ?? '---')]
    case 'codeBlock':
      return codeLines(node, true)
    case 'table':
      return tableLines(node, mentioned)
    default:
      return literalText(node).split('\n')
  }
}

function paragraphLines(content: readonly DocNode[], mentioned: Labels): string[] {
  const parts = paragraphParts(content).map((part) => canonicalInline(part, 'paragraph', mentioned))
  return parts.join('\n\n').split('\n')
}

function headingLines(node: DocNode, mentioned: Labels): string[] {
  const content = node.content ?? []
  const level = Number(attribute(node, 'level') ?? 1)
  const setext = attribute(node, 'setext')
  if (typeof setext === 'string' && level <= 2) {
    const parts = paragraphParts(content)
    const part = parts[0]
    if (part && parts.length === 1) {
      const underline = (level === 1 ? '=' : '-').repeat(setext.length)
      return [...canonicalInline(part, 'paragraph', mentioned).split('\n'), underline]
    }
  }
  const text = canonicalInline(content, 'heading', mentioned)
  return [isBlank(text) ? '#'.repeat(level) : `${'#'.repeat(level)} ${text}`]
}
