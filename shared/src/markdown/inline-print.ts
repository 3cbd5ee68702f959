import { attribute, type DocMark, type DocNode } from '../schema/node.ts'
import { anyPunctuation, asIs, escaping, type Escape } from './escape.ts'
import { hasMark, markKey, marksOf, rankOf } from './inline-marks.ts'
import { addressOf, destination, isOwnLabel, linkForm, linkText, runEnd, title, type LinkForm } from './link-form.ts'
import { isBlankText, literalMarks, separateBlanks } from './outer-blanks.ts'

/** One of the ways in which inline content can be written. */
export interface InlineStyle {
  escape: Escape
  /** in a heading or a cell, where a line break is written as a blank */
  oneLine: boolean
  /** in a cell, where a pipe is escaped whatever it stands in */
  cell: boolean
  /** a delimiter right after one that closed uses the other character: `*a*__b__` */
  alternate: boolean
  /** a letter next to emphasis is written as a character reference, so that it cannot keep it from opening or closing */
  shield: boolean
  /** no link leaves its address or label to its words */
  spellLinks: boolean
}

/** The way without precautions. */
export const plainStyle: InlineStyle = {
  escape: asIs,
  oneLine: false,
  cell: false,
  alternate: false,
  shield: false,
  spellLinks: false,
}

interface Part {
  kind: 'words' | 'open' | 'close' | 'fixed'
  text: string
}

interface OpenMark {
  mark: DocMark
  close: string
  /** the words in it are an address and are never escaped */
  verbatim: boolean
}

/** Inline content as Markdown in the given style. Whether it reads back as the content is for the caller to check. */
export function writeInline(content: readonly DocNode[], style: InlineStyle): string {
  const nodes = separateBlanks(content)
  const parts: Part[] = []
  const open: OpenMark[] = []
  const closeDownTo = (count: number): void => {
    while (open.length > count) pushDelimiter(parts, 'close', open.pop())
  }
  for (const [index, node] of nodes.entries()) {
    const wanted = wantedMarks(nodes, index, node)
    const kept = open.findIndex(({ mark }) => !hasMark(wanted, mark))
    closeDownTo(kept === -1 ? open.length : kept)
    const added = isBlankText(node)
      ? []
      : wanted.filter((mark) => !open.some((other) => markKey(other.mark) === markKey(mark)))
    for (const mark of outermostFirst(nodes, index, added)) {
      const opening = openMark(nodes, index, mark, style, parts.at(-1))
      parts.push({ kind: 'open', text: opening.delimiter })
      open.push(opening)
    }
    const verbatim = open.some((mark) => mark.verbatim)
    parts.push(writeNode(node, verbatim ? { ...style, escape: asIs } : style))
  }
  closeDownTo(0)
  if (style.shield) shieldEmphasis(parts)
  return parts.map((part) => (style.cell ? escapePipes(part) : part.text)).join('')
}

/** In a cell a pipe is escaped whatever it stands in; in words it may have been already. */
function escapePipes(part: Part): string {
  if (part.kind !== 'words') return part.text.replaceAll('|', '\\|')
  return part.text.replace(/\\[\s\S]|\|/g, (found) => (found === '|' ? '\\|' : found))
}

/** The marks that are written around a node. Blanks have only those that go on after them. */
function wantedMarks(nodes: readonly DocNode[], index: number, node: DocNode): readonly DocMark[] {
  const marks = marksOf(node).filter((mark) => !literalMarks.has(mark.type))
  if (marks.length === 0 || !isBlankText(node)) return marks
  const next = nodes.findIndex((other, at) => at > index && !isBlankText(other))
  if (next === -1) return []
  const following = nodes.slice(index + 1, next + 1).map(marksOf)
  return marks.filter((mark) => following.every((others) => hasMark(others, mark)))
}

function pushDelimiter(parts: Part[], kind: 'close', mark: OpenMark | undefined): void {
  if (mark) parts.push({ kind, text: mark.close })
}

/** Of marks that open together, those that reach further stand outside. */
function outermostFirst(nodes: readonly DocNode[], index: number, marks: readonly DocMark[]): DocMark[] {
  if (marks.length < 2) return [...marks]
  const ranked = marks.map((mark) => ({ mark, end: runEnd(nodes, index, mark), rank: nesting(mark) }))
  return ranked.sort((a, b) => b.end - a.end || a.rank - b.rank).map(({ mark }) => mark)
}

function nesting(mark: DocMark): number {
  return mark.type === 'link' && attribute(mark, 'form') === 'outer' ? -1 : rankOf(mark.type)
}

function openMark(
  nodes: readonly DocNode[],
  index: number,
  mark: DocMark,
  style: InlineStyle,
  before: Part | undefined,
): OpenMark & { delimiter: string } {
  if (mark.type === 'link') return openLink(mark, linkText(nodes, index, mark), style)
  const usual = delimiterOf(mark)
  const collides = style.alternate && before?.kind === 'close' && before.text.endsWith(usual.charAt(0))
  const delimiter = collides ? otherDelimiter(usual) : usual
  return { mark, delimiter, close: delimiter, verbatim: false }
}

function delimiterOf(mark: DocMark): string {
  const written = attribute(mark, 'm')
  switch (mark.type) {
    case 'bold':
      return written === null ? '**' : '__'
    case 'italic':
      return written === null ? '*' : '_'
    case 'strike':
      return written === null ? '~~' : '~'
    default:
      return ''
  }
}

function otherDelimiter(delimiter: string): string {
  if (delimiter.startsWith('~')) return delimiter === '~' ? '~~' : '~'
  return (delimiter.startsWith('*') ? '_' : '*').repeat(delimiter.length)
}

/** The form that says all, for each form that leaves something to the words. */
const spelled: Readonly<Record<LinkForm, LinkForm>> = {
  bare: 'inline',
  auto: 'inline',
  inline: 'inline',
  full: 'full',
  collapsed: 'full',
  shortcut: 'full',
}

function openLink(mark: DocMark, text: string, style: InlineStyle): OpenMark & { delimiter: string } {
  const form = linkForm(mark, text)
  const used = style.spellLinks ? spelled[form] : form
  switch (used) {
    case 'bare':
      return { mark, delimiter: '', close: '', verbatim: true }
    case 'auto':
      return { mark, delimiter: '<', close: '>', verbatim: true }
    case 'full':
      return { mark, delimiter: '[', close: `][${attribute(mark, 'label')}]`, verbatim: false }
    case 'collapsed':
      return { mark, delimiter: '[', close: '][]', verbatim: false }
    case 'shortcut':
      return { mark, delimiter: '[', close: ']', verbatim: false }
    case 'inline':
      return {
        mark,
        delimiter: '[',
        // spelled out, a bare link still follows its words [M16]
        close: `](${form === used ? target(mark, 'href', style) : destination(addressOf(mark, text), false)})`,
        verbatim: false,
      }
    default:
      return used satisfies never
  }
}

function target(node: DocNode | DocMark, name: 'href' | 'src', style: InlineStyle): string {
  const words = attribute(node, 'title')
  const caption = typeof words === 'string' && words !== '' ? title(words, style.oneLine) : ''
  return destination(String(attribute(node, name) ?? ''), caption !== '') + caption
}

function writeNode(node: DocNode, style: InlineStyle): Part {
  switch (node.type) {
    case 'text':
      return writeText(node, style)
    case 'hardBreak':
      return { kind: 'fixed', text: style.oneLine ? ' ' : '\\\n' }
    case 'image':
      return { kind: 'fixed', text: writeImage(node, style) }
    default:
      return { kind: 'fixed', text: '' }
  }
}

function writeText(node: DocNode, style: InlineStyle): Part {
  const text = node.text ?? ''
  const literal = node.marks?.find((mark) => literalMarks.has(mark.type))
  if (literal?.type === 'code')
    return style.cell && text.includes('\\|') ? asWords(text) : { kind: 'fixed', text: codeSpan(text, style.oneLine) }
  if (literal) return { kind: 'fixed', text: style.oneLine ? onOneLine(text) : text }
  const words = style.escape(text)
  return { kind: 'words', text: style.oneLine ? onOneLine(words) : words }
}

/** Code with a backslash before a pipe has no form in a cell: its characters are written as text. */
function asWords(code: string): Part {
  return { kind: 'words', text: onOneLine(escaping([anyPunctuation])(code)) }
}

function onOneLine(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ')
}

/** A line break in code that cannot stay: what follows could begin a block, or lose the blanks before it. */
const looseBreak = /\n(?=[ \t\n#+*=>|:<~`-]|\d{1,9}[.)]|$)/g

/** Code between backticks, one more than any run in it. A line break in it means a blank. */
function codeSpan(code: string, oneLine: boolean): string {
  const text = code.replace(/^\n/, ' ').replace(oneLine ? /\n/g : looseBreak, ' ')
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const fence = '`'.repeat(length)
  const pad = /^`|`$/.test(text) || (/^ [\s\S]* $/.test(text) && /[^ ]/.test(text)) ? ' ' : ''
  return fence + pad + text + pad + fence
}

function writeImage(image: DocNode, style: InlineStyle): string {
  const words = String(attribute(image, 'alt') ?? '')
  const escaped = style.escape === asIs ? words.replace(/[[\]\\]/g, '\\$&') : style.escape(words)
  const alt = style.oneLine ? onOneLine(escaped) : escaped
  const label = String(attribute(image, 'label') ?? '')
  const form = String(attribute(image, 'form') ?? '')
  if (form === '') return `![${alt}](${target(image, 'src', style)})`
  if (form === 'full' || !isOwnLabel(alt, label)) return `![${alt}][${label}]`
  return form === 'collapsed' ? `![${alt}][]` : `![${alt}]`
}

function isEmphasisDelimiter(part: Part): boolean {
  return /^[*_~]+$/.test(part.text) && (part.kind === 'open' || part.kind === 'close')
}

/** Writes the letter before each opening and after each closing delimiter as a character reference. */
function shieldEmphasis(parts: Part[]): void {
  for (const [index, part] of parts.entries()) {
    if (!isEmphasisDelimiter(part)) continue
    const at = part.kind === 'open' ? index - 1 : index + 1
    const beside = parts[at]
    if (beside?.kind !== 'words') continue
    const letter = part.kind === 'open' ? /[^\s!-/:-@[-`{-~]$/u : /^[^\s!-/:-@[-`{-~]/u
    const text = beside.text.replace(letter, (found) => `&#x${found.codePointAt(0)?.toString(16) ?? ''};`)
    parts[at] = { kind: 'words', text }
  }
}
