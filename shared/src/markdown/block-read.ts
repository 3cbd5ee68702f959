import type { BlockContent, Code, DefinitionContent, Heading, RootContent } from 'mdast'
import type { DocNode } from '../schema/node.ts'
import { readInline, unprefixed } from './inline-read.ts'
import { makeNode } from './inline-marks.ts'
import { columnAt } from './lines.ts'
import { fenceFor } from './code-print.ts'
import { readList } from './list-read.ts'
import { spanOf, type Span } from './mdast.ts'
import { addUnit, inContainer, lastFilledLine, lineText, type Reading } from './reading.ts'
import { readTable } from './table-read.ts'
import { withTrailingBlanks } from './trailing-blanks.ts'

/**
 * The blocks for a part of the syntax tree, in order; for none, what a container holds at least: an empty paragraph on
 * the container's first line.
 *
 * @param column the visual column at which the content of their container begins
 */
export function readBlocks(
  reading: Reading,
  nodes: readonly RootContent[],
  column: number,
  containerLine: number,
): DocNode[] {
  const blocks = nodes.map((node) => (isBlock(node) ? readBlock(reading, node, column) : readOther(reading, node)))
  if (blocks.length > 0) return blocks
  addUnit(reading, containerLine, containerLine)
  return [{ type: 'paragraph' }]
}

type Block = BlockContent | DefinitionContent

const blockTypes: ReadonlySet<string> = new Set<Block['type']>([
  'blockquote',
  'code',
  'definition',
  'footnoteDefinition',
  'heading',
  'html',
  'list',
  'paragraph',
  'table',
  'thematicBreak',
])

function isBlock(node: RootContent): node is Block {
  return blockTypes.has(node.type)
}

/** What no extension in use gives: kept as its source. */
function readOther(reading: Reading, node: RootContent): DocNode {
  const span = spanOf(node)
  addLeaf(reading, span)
  return makeNode('rawBlock', { kind: node.type }, literal(reading.text.slice(span.from, span.to)))
}

function readBlock(reading: Reading, node: Block, column: number): DocNode {
  const span = spanOf(node)
  const raw = reading.text.slice(span.from, span.to)
  switch (node.type) {
    case 'paragraph': {
      addLeaf(reading, span)
      const lines = reading.lines.slice(span.firstLine - 1, span.lastLine)
      return makeNode('paragraph', {}, withTrailingBlanks(readInline(reading, node.children), lines))
    }
    case 'heading':
      addLeaf(reading, span)
      return readHeading(reading, node, span, raw)
    case 'thematicBreak': {
      addLeaf(reading, span)
      const rule = raw.trimEnd()
      return makeNode('horizontalRule', { raw: rule === '---' ? null : rule })
    }
    case 'code':
      addLeaf(reading, span)
      return readCode(node, raw)
    case 'html':
      addLeaf(reading, span)
      return makeNode('htmlBlock', {}, literal(node.value))
    case 'definition':
      addLeaf(reading, span)
      return makeNode('rawBlock', { kind: 'definition' }, literal(unprefixed(raw)))
    case 'table':
      addUnit(reading, span.firstLine, span.lastLine)
      return readTable(reading, node, span)
    case 'blockquote':
      return inContainer(reading, span.firstLine, span.lastLine, () => {
        const line = lineText(reading, span.firstLine)
        const marker = span.column - 1
        const blankAfter = /[ \t]/.test(line.charAt(marker + 1)) ? 1 : 0
        const inner = columnAt(line, marker) + 1 + blankAfter
        return makeNode('blockquote', {}, readBlocks(reading, node.children, inner, span.firstLine))
      })
    case 'footnoteDefinition':
      return inContainer(reading, span.firstLine, span.lastLine, () => {
        const children = readBlocks(reading, node.children, column + 4, span.firstLine)
        return makeNode('footnoteDefinition', { label: node.label ?? node.identifier }, children)
      })
    case 'list':
      return inContainer(reading, span.firstLine, span.lastLine, () => readList(reading, node, column, readBlocks))
    default:
      return node satisfies never
  }
}

function addLeaf(reading: Reading, span: Span): void {
  addUnit(reading, span.firstLine, lastFilledLine(reading, span.firstLine, span.lastLine))
}

function literal(text: string): DocNode[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

/** `setext`: the underline. Such a heading's last line holds no words. */
function readHeading(reading: Reading, heading: Heading, span: Span, raw: string): DocNode {
  const underline = /(?:=+|-+)[ \t]*$/.exec(lineText(reading, span.lastLine))?.[0].trimEnd()
  const setext = /^#{1,6}(?:[ \t\n]|$)/.test(raw) ? null : (underline ?? '=')
  const lines = reading.lines.slice(span.firstLine - 1, setext === null ? span.lastLine : span.lastLine - 1)
  const content = withTrailingBlanks(readInline(reading, heading.children), lines)
  return makeNode('heading', { level: heading.depth, setext }, content)
}

function readCode(code: Code, raw: string): DocNode {
  const opening = /^(`{3,}|~{3,})([^\n]*)/.exec(raw)
  const fence = opening?.[1] ?? 'indent'
  const usual = fence === fenceFor(code.value, '`')
  return makeNode('codeBlock', { info: opening?.[2] || null, fence: usual ? null : fence }, literal(code.value))
}
