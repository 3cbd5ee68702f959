import type { Definition, Nodes } from 'mdast'
import type { DocNode } from '../schema/node.ts'
import { readBlocks } from './block-read.ts'
import type { BodyForm } from './form.ts'
import { layOut } from './layout.ts'
import { splitLines, type Line } from './lines.ts'
import { readTree } from './mdast.ts'
import { separateUnits, type Reading, type SourceUnit } from './reading.ts'
import { remember } from './remember.ts'

/** A note's body and what its file holds around it. */
export interface Parsed {
  /** a node of type `doc` with at least one block, valid in the schema */
  body: DocNode
  form: BodyForm
}

/**
 * Reads Markdown, exactly: `print(body, form).text` is `markdown`, for every text. Front matter must have been split
 * off: a `---` at the start is a rule.
 */
export function parse(markdown: string): Parsed {
  const lines = splitLines(markdown)
  const crlf = lines.filter((line) => line.end === '\r\n').length
  const others = lines.filter((line) => line.end === '\n' || line.end === '\r').length
  const usesCrlf = crlf > others
  const end = usesCrlf ? '\r\n' : '\n'
  const { body, units } = read(markdown.replace(/\r\n?/g, '\n'), lines)
  remember(layOut(body), units, lines, end)
  return { body, form: { ...(usesCrlf ? { crlf: true as const } : {}), ...around(markdown, lines, units, end) } }
}

/** The blocks of Markdown that is pasted into a note: hints are kept, what stands around the first and last block is not. */
export function parseBlocks(markdown: string): DocNode[] {
  return parse(markdown).body.content ?? []
}

function read(text: string, lines: readonly Line[]): { body: DocNode; units: readonly SourceUnit[] } {
  const tree = readTree(text)
  const definitions = new Map<string, Definition>()
  collectDefinitions(tree, definitions)
  const reading: Reading = { text, lines, definitions, units: [] }
  if (tree.children.length === 0) {
    const body: DocNode = { type: 'doc', content: [{ type: 'paragraph' }] }
    return { body, units: [{ first: 1, last: 0, ownLast: 0 }] }
  }
  const body: DocNode = { type: 'doc', content: readBlocks(reading, tree.children, 0, 1) }
  separateUnits(reading.units)
  return { body, units: reading.units }
}

/** The first definition of each label counts. */
function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions)
}

/** What stands before the first unit and after the last one's text. */
function around(markdown: string, lines: readonly Line[], units: readonly SourceUnit[], end: string): BodyForm {
  const first = units[0]?.first ?? 1
  const lastLine = lines[(units.at(-1)?.last ?? 0) - 1]
  const isEmpty = units.every((unit) => unit.last < unit.first)
  if (isEmpty) return markdown === '' ? {} : { tail: markdown }
  const head = markdown.slice(0, lines[first - 1]?.at ?? 0)
  const tail = lastLine ? markdown.slice(lastLine.at + lastLine.text.length) : ''
  return { ...(head === '' ? {} : { head }), ...(tail === end ? {} : { tail }) }
}
