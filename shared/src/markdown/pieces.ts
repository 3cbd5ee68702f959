import type { Nodes, Root, RootContent } from 'mdast'
import { htmlEnd } from './html.ts'
import { comparableLabel } from './labels.ts'

/** Reads one text at once. */
type ReadWhole = (text: string) => Root

interface Piece {
  text: string
  tree: Root
}

/**
 * The same tree as `readWhole` gives, read in pieces, because the parser's time grows faster than its text. The text
 * is cut at headings below a blank line: nothing goes on there but fenced code and HTML.
 *
 * @param length about how long a piece is, in UTF-16 units
 */
export function readInPieces(text: string, length: number, readWhole: ReadWhole): Root {
  const pieces = withForeignLabels(readPieces(text, length, readWhole), readWhole)
  const children: RootContent[] = []
  let line = 0
  let offset = 0
  for (const piece of pieces) {
    for (const node of piece.tree.children) children.push(moved(node, line, offset))
    line += piece.text.split('\n').length - 1
    offset += piece.text.length
  }
  return { type: 'root', children }
}

function readPieces(text: string, length: number, readWhole: ReadWhole): Piece[] {
  const pieces: Piece[] = []
  const ends = [...text.matchAll(/\n[ \t]*\n(?=#{1,6}[ \t])/g)].map((match) => match.index + match[0].length)
  let start = 0
  let wanted = length
  for (const end of [...ends, text.length]) {
    if (end < text.length && end - start < wanted) continue
    const part = text.slice(start, end)
    const tree = readWhole(part)
    if (end < text.length && isOpen(part, tree.children.at(-1))) {
      wanted *= 2
      continue
    }
    pieces.push({ text: part, tree })
    start = end
    wanted = length
  }
  return pieces
}

/** Whether a block could go on below a blank line and a heading. */
function isOpen(text: string, block: RootContent | undefined): boolean {
  if (block?.type === 'html') return htmlEnd(block.value) === 'open'
  if (block?.type !== 'code') return false
  const lines = text.slice(block.position?.start.offset, block.position?.end.offset).split('\n')
  const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0]
  if (fence === undefined) return false
  const last = lines.length > 1 ? (lines.at(-1) ?? '').trim() : ''
  return !(last.startsWith(fence) && last === fence.charAt(0).repeat(last.length))
}

/** Pieces that mention a label which only another piece defines are read again, with its definition above them. */
function withForeignLabels(pieces: readonly Piece[], readWhole: ReadWhole): Piece[] {
  const own = pieces.map(({ tree }) => labelsOf(tree))
  const all = new Set(own.flatMap((labels) => [...labels]))
  if (all.size === 0) return [...pieces]
  return pieces.map((piece, index) => {
    const foreign = mentions(piece.text).filter((label) => all.has(label) && !own[index]?.has(label))
    if (foreign.length === 0) return piece
    const footnotesFirst = foreign.sort((a, b) => Number(b.startsWith('^')) - Number(a.startsWith('^')))
    const definitions = footnotesFirst.map((label) => `[${label}]: x\n\n`).join('')
    const { children } = readWhole(definitions + piece.text)
    const inside = children.filter((node) => (node.position?.start.offset ?? 0) >= definitions.length)
    const back = inside.map((node) => moved(node, -2 * foreign.length, -definitions.length))
    return { text: piece.text, tree: { type: 'root', children: back } }
  })
}

/** Labels of definitions; those of footnotes begin with `^`. */
function labelsOf(tree: Root): Set<string> {
  const labels = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') labels.add(comparableLabel(node.identifier))
    if (node.type === 'footnoteDefinition') labels.add(comparableLabel(`^${node.identifier}`))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return labels
}

/** What stands in brackets. */
function mentions(text: string): string[] {
  const labels = [...text.matchAll(/\[((?:[^\\[\]]|\\.)+)\]/gsu)].map(([, label = '']) => comparableLabel(label))
  return [...new Set(labels)]
}

/** A node of a tree that nobody else holds, at its place in the whole text. It is changed in place. */
function moved<T extends Nodes>(node: T, lines: number, offset: number): T {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines
      point.offset = (point.offset ?? 0) + offset
    }
  }
  if ('children' in node) for (const child of node.children) moved(child, lines, offset)
  return node
}
