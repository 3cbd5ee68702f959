import type { Node, Nodes, Root } from 'mdast'
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { verbatimSyntax, verbatimTree } from './formula.ts'
import { readInPieces } from './pieces.ts'

const syntax = [verbatimSyntax, gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()]

/** Its transforms search the finished tree for more links and make nodes without positions: they are left out. */
function autolinks(): Extension {
  const { transforms: _transforms, ...rest } = gfmAutolinkLiteralFromMarkdown()
  return rest
}

const trees = [
  autolinks(),
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  verbatimTree,
]

const byteOrderMark = '\uFEFF'

/** Above this length (UTF-16 units) a text is read in pieces of about `pieceLength`. */
const wholeLength = 60_000
const pieceLength = 30_000

/**
 * The syntax tree of GitHub-flavored Markdown. Every node has a position.
 *
 * @param text with `\n` line ends only. A U+FEFF at its start is a character like any other.
 */
export function readTree(text: string): Root {
  return text.length <= wholeLength ? readWhole(text) : readInPieces(text, pieceLength, readWhole)
}

/** `readTree` without cutting the text, however long it is. */
export function readWhole(text: string): Root {
  // the parser skips one mark, so it is given one to skip
  const whole = text.startsWith(byteOrderMark) ? byteOrderMark + text : text
  return fromMarkdown(whole, { extensions: syntax, mdastExtensions: trees })
}

/** Where a node stands: 1-based lines, a 1-based column that counts a tab as one, offsets into the text. */
export interface Span {
  firstLine: number
  lastLine: number
  column: number
  from: number
  to: number
}

/** The position of a node of `readTree`. */
export function spanOf(node: Node | Nodes): Span {
  const position = node.position
  const from = position?.start.offset
  const to = position?.end.offset
  if (!position || from === undefined || to === undefined) throw new Error(`a node without a position: ${node.type}`)
  return { firstLine: position.start.line, lastLine: position.end.line, column: position.start.column, from, to }
}
