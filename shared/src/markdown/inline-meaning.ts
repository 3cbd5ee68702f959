import { attribute, type DocMark, type DocNode } from '../schema/node.ts'
import { marksOf } from './inline-marks.ts'
import { addressOf, isAddress, isOwnAddress, linkForm, linkText } from './link-form.ts'

const unmarked = ''

/** A stretch of inline content: words with what their marks mean, blanks, or a line break. */
interface Piece {
  kind: 'words' | 'blank' | 'break'
  text: string
  key: string
}

/**
 * A text that is equal for two inline contents that mean the same. It leaves out how marks were written, marks on
 * blanks, blanks at the ends of lines, and marks on addresses that are links by themselves.
 *
 * @param oneLine for headings and cells of tables, where any run of blanks and line breaks is one blank
 */
export function inlineMeaning(content: readonly DocNode[], oneLine: boolean): string {
  const pieces = withoutOuterBlanks(content.flatMap((node, index) => piecesOf(content, node, index)))
  let meaning = ''
  let key = unmarked
  let isBlank = false
  for (const piece of pieces) {
    if (piece.kind !== 'words' && oneLine) {
      isBlank = true
      continue
    }
    if (isBlank) meaning += key === unmarked ? ' ' : `\u0001${unmarked}\u0002 `
    if (isBlank) key = unmarked
    isBlank = false
    if (piece.key !== key) meaning += `\u0001${piece.key}\u0002`
    meaning += piece.text
    key = piece.key
  }
  return meaning.replaceAll('\0', '\uFFFD')
}

function piecesOf(content: readonly DocNode[], node: DocNode, index: number): Piece[] {
  if (node.type === 'hardBreak') return [{ kind: 'break', text: '\u0003\n', key: unmarked }]
  const marks = marksOf(node)
  const key = keyOf(content, index, marks)
  if (node.text === undefined) return [{ kind: 'words', text: objectMeaning(node), key }]
  if (marks.some((mark) => mark.type === 'code')) return [{ kind: 'words', text: node.text.replace(/\n/g, ' '), key }]
  if (!marks.some((mark) => mark.type === 'html')) return wordPieces(node.text, key)
  // a tag that was broken is text
  const others = marks.filter((mark) => mark.type !== 'html')
  const textKey = keyOf(content, index, others)
  return node.text.split(sourceUnit).flatMap((part, at) => wordPieces(part, at % 2 === 1 ? key : textKey))
}

/** What words with the mark for HTML hold as long as nobody breaks it: a tag and the like, or a link without words. */
const sourceUnit =
  /(<\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![A-Za-z][^>]*>|<!\[CDATA\[[\s\S]*?\]\]>|!?\[\s*\](?:\([^)]*\)|\[[^\]]*\]))/

function wordPieces(text: string, key: string): Piece[] {
  return (text.match(/\n|[ \t]+|[^\S\n \t]+|\S+/g) ?? []).map((part) => {
    if (part === '\n') return { kind: 'break', text: part, key: unmarked }
    if (part.startsWith(' ') || part.startsWith('\t')) return { kind: 'blank', text: part, key: unmarked }
    return { kind: 'words', text: part, key: part.trim() === '' ? unmarked : key }
  })
}

function keyOf(content: readonly DocNode[], index: number, marks: readonly DocMark[]): string {
  return marks
    .map((mark) => (mark.type === 'link' ? linkMeaning(content, index, mark) : mark.type))
    .filter((key) => key !== '')
    .sort()
    .join(',')
}

/** Nothing for an address that is its own text: those words mean the same without the mark. */
function linkMeaning(content: readonly DocNode[], index: number, link: DocMark): string {
  const text = linkText(content, index, link)
  const form = linkForm(link, text)
  if (form === 'bare' || (form === 'inline' && isOwnAddress(link, text))) return ''
  if (form === 'auto') return isAddress(text) ? '' : `link(${addressOf(link, text)}|)`
  const target = attribute(link, 'label') ?? attribute(link, 'href') ?? ''
  return `link(${target}|${attribute(link, 'title') ?? ''})`
}

function objectMeaning(node: DocNode): string {
  const target = attribute(node, 'label') ?? attribute(node, 'src') ?? ''
  return `\uFFFC${node.type}(${target}|${attribute(node, 'alt') ?? ''}|${attribute(node, 'title') ?? ''})`
}

/** Without blanks before and after a break, and without blanks and breaks at either end. */
function withoutOuterBlanks(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind === 'blank' && (kept.at(-1) ?? { kind: 'break' }).kind === 'break') continue
    if (piece.kind === 'break') {
      while (kept.at(-1)?.kind === 'blank') kept.pop()
      if (kept.length === 0) continue
    }
    kept.push(piece)
  }
  while (kept.length > 0 && kept.at(-1)?.kind !== 'words') kept.pop()
  return kept
}
