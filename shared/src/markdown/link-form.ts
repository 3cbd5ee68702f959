import { attribute, type DocMark, type DocNode } from '../schema/node.ts'
import { hasMark, markKey, marksOf } from './inline-marks.ts'
import { comparableLabel } from './labels.ts'

/** `bare`: an address as text; `auto`: in angle brackets; `inline`: with its address; the others refer to a label. */
export type LinkForm = 'bare' | 'auto' | 'inline' | 'full' | 'collapsed' | 'shortcut'

/** The index of the last of the nodes from `index` on that share `mark`. */
export function runEnd(content: readonly DocNode[], index: number, mark: DocMark): number {
  let end = index
  for (let next = content[end + 1]; next && hasMark(marksOf(next), mark); next = content[end + 1]) end++
  return end
}

/** The words of the link `mark` that the node at `index` is part of, without blanks at either end. */
export function linkText(content: readonly DocNode[], index: number, mark: DocMark): string {
  const key = markKey(mark)
  let start = index
  for (let before = content[start - 1]; before && hasKey(before, key); before = content[start - 1]) start--
  const end = runEnd(content, index, mark)
  return content
    .slice(start, end + 1)
    .map((node) => node.text ?? '\uFFFC')
    .join('')
    .trim()
}

function hasKey(node: DocNode, key: string): boolean {
  return marksOf(node).some((mark) => markKey(mark) === key)
}

/** Whether a text is made a link where it stands alone. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)[^\s<\uFFFC]+$|^[^\s<\uFFFC]+@[^\s<\uFFFC]+$/i.test(text)
}

/** Whether a link's words are its address, so that they mean the same without it. */
export function isOwnAddress(link: DocMark, text: string): boolean {
  const href = attribute(link, 'href')
  const isOwn = text === href || `http://${text}` === href || `mailto:${text}` === href
  return isOwn && isAddress(text) && attribute(link, 'title') === null
}

/** The address of a link that is bare or in angle brackets: its own while its words say so, else what they say now. */
export function addressOf(link: DocMark, text: string): string {
  if (isOwnAddress(link, text)) return String(attribute(link, 'href') ?? '')
  if (/^www\./i.test(text)) return `http://${text}`
  return /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `mailto:${text}`
}

/**
 * How a link with these words can be written, as near to the way it was as its words allow. A bare link follows its
 * words: an address that was edited is the new address. A reference whose words changed needs its label.
 */
export function linkForm(link: DocMark, text: string): LinkForm {
  const label = attribute(link, 'label')
  const form = String(attribute(link, 'form') ?? '')
  switch (form) {
    case 'bare':
      return isAddress(text) ? 'bare' : 'inline'
    case 'auto':
      return isAddress(text) || /^[a-z][a-z\d+.-]{1,31}:[^\s<>]*$/i.test(text) ? 'auto' : 'inline'
    case '':
      return isOwnAddress(link, text) ? 'bare' : 'inline'
    case 'full':
      return 'full'
    case 'collapsed':
    case 'shortcut':
      return typeof label === 'string' && plainLabel(text) !== plainLabel(label) ? 'full' : form
    default:
      return 'inline'
  }
}

/** Whether an image's text is, unescaped, the label that it refers to. */
export function isOwnLabel(alt: string, label: string): boolean {
  return comparableLabel(alt) === comparableLabel(label)
}

/** A label as labels are compared, without the marks that its words may have. */
function plainLabel(text: string): string {
  return comparableLabel(text.replace(/[`*_~\\[\]!]|\(.*?\)/g, ''))
}

/** An address as it stands between parentheses: in angle brackets where it needs them, never read as an escape. */
export function destination(address: string, hasTitle: boolean): string {
  const escaped = address
    .replace(/\\(?=[!-/:-@[-`{-~])|&(?=#?\w+;)/g, '\\$&')
    .replace(/[\r\n]/g, (end) => (end === '\n' ? '%0A' : '%0D'))
  if (address === '') return hasTitle ? '<>' : ''
  // eslint-disable-next-line no-control-regex -- control characters are what a bare destination cannot hold
  const needsBrackets = /[\u0000-\u0020\u007F<>]/.test(address) || /\s/.test(address) || !isBalanced(address)
  return needsBrackets ? `<${escaped.replace(/[<>]/g, '\\$&')}>` : escaped
}

function isBalanced(address: string): boolean {
  let depth = 0
  for (const character of address) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}

/** A title with the blank before it. It can hold line breaks, but no blank line. */
export function title(words: string, oneLine: boolean): string {
  const lines = words.replace(/\s*\n\s*/g, oneLine ? ' ' : '\n')
  return ` "${lines.replace(/["\\]|&(?=#?\w+;)/g, '\\$&')}"`
}
