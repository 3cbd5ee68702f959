import { isScalar } from 'yaml'
import { isBlockMapping, readMapping, type Field, type Mapping } from './mapping.ts'
import { placeField } from './place-key.ts'
import type { ScalarKey } from './keys.ts'
import { scalarText } from './read.ts'
import { escaped, isSafe, oneLine, quotesOf, scalarSource, type ScalarPlace } from './scalar-text.ts'
import type { TextEdit } from './text-edit.ts'

/**
 * The edits that make `key` say `value`, on one line and without blanks around it; `''` clears the value and keeps the
 * key. Quotes, comments and everything else stay. No edits where it says so already, where the YAML has a mistake, or
 * where the key holds something that is no text.
 */
export function setScalar(yaml: string, key: ScalarKey, value: string): TextEdit[] {
  const mapping = readMapping(yaml)
  if (!('fields' in mapping) || !isBlockMapping(mapping)) return []
  const wanted = oneLine(value)
  const place = key === 'datetime' ? 'datetime' : 'value'
  const named = mapping.fields.filter((field) => field.key === key)
  const field = named.find((candidate) => scalarText(candidate.value) !== null) ?? named[0]
  if (!field) {
    if (wanted === '') return []
    return placeField(mapping, key, `${mapping.indent}${key}: ${source(wanted, place, mapping)}`)
  }
  if (!field.value) return wanted === '' ? [] : fillIn(field, source(wanted, place, mapping), yaml)
  return replaceValue(field, wanted, place, mapping)
}

function source(value: string, place: ScalarPlace, mapping: Mapping): string {
  return scalarSource(value, place, 'plain', quotesOf(mapping.document))
}

/** Writes the first value after the colon, before a comment that stands there. */
function fillIn(field: Field, text: string, yaml: string): TextEdit[] {
  const blank = yaml[field.afterColon] === ' ' && !yaml.slice(field.afterColon, field.to).includes('#')
  const at = field.afterColon + (blank ? 1 : 0)
  return [{ from: at, to: at, insert: blank ? text : ` ${text}` }]
}

function replaceValue(field: Field, wanted: string, place: ScalarPlace, mapping: Mapping): TextEdit[] {
  const { yaml } = mapping
  const node = field.value
  if (!isScalar(node) || !node.range) return []
  const [from, end] = node.range
  const written = yaml.slice(from, end)
  if (scalarText(node) === (wanted || null)) return []
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    const style = node.type === 'QUOTE_SINGLE' ? 'single' : 'double'
    return difference(written.slice(1, -1), escaped(wanted, style), from + 1)
  }
  if (wanted === '') return [{ from: field.afterColon, to: from + written.trimEnd().length, insert: '' }]
  if (node.type === 'PLAIN' && isSafe(wanted, place)) return difference(written, wanted, from)
  return [{ from, to: from + written.trimEnd().length, insert: source(wanted, place, mapping) }]
}

/** The smallest single replacement, at `offset`; it never cuts an escape or a surrogate pair in two. */
function difference(before: string, after: string, offset: number): TextEdit[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1
  while (start > 0 && /[\\'\ud800-\udbff]/.test(before[start - 1] ?? '')) start -= 1
  while (same > 0 && /['\udc00-\udfff]/.test(before.at(-same) ?? '')) same -= 1
  const insert = after.slice(start, after.length - same)
  const to = offset + before.length - same
  return insert === '' && to === offset + start ? [] : [{ from: offset + start, to, insert }]
}
