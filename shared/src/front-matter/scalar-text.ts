import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml'
import { pieces } from './entries.ts'

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double'

/** Where a scalar stands; each place forbids other characters. */
export type ScalarPlace = 'value' | 'datetime' | 'entry' | 'flow entry'

const frames: Record<ScalarPlace, [before: string, after: string]> = {
  value: ['k: ', '\n'],
  datetime: ['k: ', '\n'],
  entry: ['- ', '\n'],
  'flow entry': ['[ ', ' ]\n'],
}

/** Words and numbers that other programs (YAML 1.1) read as something else than text. */
const notText = /^(?:y|n|yes|no|on|off|[-+]?[\d_]+(?::[\d_]+)+|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?)$/i

/** One line, without blanks around it. */
export function oneLine(value: string): string {
  return value.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').trim()
}

/** `value` as YAML: in `style`, and where it would not be the same text without quotes, in the `quotes` given. */
export function scalarSource(value: string, place: ScalarPlace, style: ScalarStyle, quotes: ScalarStyle): string {
  const chosen = style === 'plain' && !isSafe(value, place) ? quotes : style
  if (chosen === 'plain') return value
  return chosen === 'single' && !hasControl(value) ? `'${escaped(value, 'single')}'` : `"${escaped(value, 'double')}"`
}

/** What stands between the quotes. */
export function escaped(value: string, style: 'single' | 'double'): string {
  return style === 'single' ? value.replaceAll("'", "''") : JSON.stringify(value).slice(1, -1)
}

/** Whether `value` may stand without quotes. */
export function isSafe(value: string, place: ScalarPlace): boolean {
  if (place !== 'datetime' && notText.test(value)) return false
  if (place === 'entry' && pieces(value).length > 1) return false
  const [before, after] = frames[place]
  const { contents, errors } = parseDocument(before + value + after, { prettyErrors: false, logLevel: 'silent' })
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents)) || contents.items.length !== 1) return false
  const [item] = contents.items
  const node: unknown = isPair(item) ? item.value : item
  if (!isScalar(node) || node.type !== 'PLAIN' || node.source !== value) return false
  return place === 'datetime' || typeof node.value === 'string'
}

/** The quotes that a document uses: single where it has those only. */
export function quotesOf(document: Document): 'single' | 'double' {
  let single = false
  let double = false
  visit(document, {
    Scalar(_key, node) {
      single ||= node.type === 'QUOTE_SINGLE'
      double ||= node.type === 'QUOTE_DOUBLE'
    },
  })
  return single && !double ? 'single' : 'double'
}

function hasControl(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are the characters that YAML has no other way to write
  return /[\u0000-\u001f\u007f-\u009f]/.test(value)
}
