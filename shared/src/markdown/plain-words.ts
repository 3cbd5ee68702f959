import type { DocNode } from '../schema/node.ts'
import { linkForm, linkText } from './link-form.ts'

/**
 * Proofs, without parsing, that inline content means itself when written without a single escape. They cover nearly
 * all lines of real notes; what they do not cover is parsed. Each answers for what stands in one node, or in one line.
 */

/** A character that could be syntax where it stands. `_` inside a word, `&` that begins no reference, `<` before a blank cannot. */
const perhapsSyntax = /[\\`*[\]~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}_])|&(?=#?\w+;)|<(?![ \t\n])/u

/** A start of a line that could begin a block, or end one. */
const perhapsBlock = /^(?:[ \t]|#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|=+[ \t]*$|-[- \t]*$|[>:<])|\r/

/** An address that is a link by itself: marks beside it could become part of it. */
const perhapsAddress = /www\.|:\/\/|@/i

const edges = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su

/**
 * Whether `markdown`, written from `content` in the plain style, certainly reads back as `content`.
 *
 * @param oneLine for headings and cells, whose text begins no line
 */
export function meansItself(content: readonly DocNode[], markdown: string, oneLine: boolean): boolean {
  const words = content.every((node, index) => node.type === 'text' && !isMarked(content, node, index))
  if (words ? perhapsSyntax.test(markdown) : !content.every((node, index) => isSafeBeside(content, node, index)))
    return false
  if (oneLine) return !/#[ \t]*$/.test(markdown)
  const lines = markdown.split('\n')
  return lines.every((line) => !perhapsBlock.test(line) && !(lines.length > 1 && /^[ \t:|-]*$/.test(line)))
}

/** Whether a node has a mark that is written. An address that stands as text has none. */
function isMarked(content: readonly DocNode[], node: DocNode, index: number): boolean {
  const [mark, ...more] = node.marks ?? []
  if (!mark) return false
  return more.length > 0 || mark.type !== 'link' || linkForm(mark, linkText(content, index, mark)) !== 'bare'
}

function isSafeBeside(content: readonly DocNode[], node: DocNode, index: number): boolean {
  const text = node.text
  if (text === undefined) return false
  const mark = node.marks?.[0]
  if (mark?.type === 'code') return node.marks?.length === 1 && isPlainCode(content, text, index)
  if (perhapsSyntax.test(text) || text.includes('$')) return false
  if (!mark) return !perhapsAddress.test(text)
  if (node.marks?.length !== 1) return false
  const before = content[index - 1]?.text ?? ' '
  const after = content[index + 1]?.text ?? ' '
  switch (mark.type) {
    case 'bold':
    case 'italic':
      return !perhapsAddress.test(text) && edges.test(text) && standsApart(content, index, before, after)
    case 'link': {
      const href = mark.attrs?.['href']
      const written = mark.attrs?.['title'] ?? mark.attrs?.['label'] ?? mark.attrs?.['form'] ?? null
      const simple = typeof href === 'string' && /^[\w:/.#?=%+,@-]+$/.test(href)
      return simple && written === null && !perhapsAddress.test(text) && standsApart(content, index, before, after)
    }
    default:
      return false
  }
}

/** Code spans come before all other syntax: only backticks matter, and an address that could reach into it. */
function isPlainCode(content: readonly DocNode[], code: string, index: number): boolean {
  const plain = [content[index - 1], content[index + 1]].every((node) => node?.marks === undefined)
  return plain && !/[`\n]|^ | $/.test(code)
}

/** Between blanks, or the ends of the content, and plain text. */
function standsApart(content: readonly DocNode[], index: number, before: string, after: string): boolean {
  const plain = [content[index - 1], content[index + 1]].every((node) => node?.marks === undefined)
  return plain && /[ \n(]$/.test(before) && /^[ \n.,;:)?!]/.test(after)
}
