import { isScalar, isSeq, type ParsedNode, type Scalar, type YAMLSeq } from 'yaml'
import { pieces } from './entries.ts'
import { endOf, isBlockMapping, lineStart, readMapping, type Field, type Mapping } from './mapping.ts'
import { placeField } from './place-key.ts'
import type { ListKey } from './keys.ts'
import { entriesIn } from './read.ts'
import { escaped, isSafe, oneLine, quotesOf, scalarSource, type ScalarPlace, type ScalarStyle } from './scalar-text.ts'
import { insertion, type TextEdit } from './text-edit.ts'

/**
 * The edits that add an entry in the style that is there: a line of a list, an item between brackets, or a word of a
 * comma-separated line. What two people add at the same time stands there twice over, one after the other: an entry is
 * put before the line end of the last one, a new key after it. No edits where the entry is there already, the YAML has
 * a mistake, or the key holds something else.
 */
export function addEntry(yaml: string, key: ListKey, value: string): TextEdit[] {
  const mapping = readMapping(yaml)
  const wanted = oneLine(value)
  if (wanted === '' || !('fields' in mapping) || !isBlockMapping(mapping)) return []
  const fields = mapping.fields.filter((field) => field.key === key)
  if (fields.some((field) => entriesOf(field).includes(wanted))) return []
  const field = fields.findLast((candidate) => candidate.value !== null) ?? fields.at(-1)
  const node = field?.value
  const dashed = `${mapping.indent}${listIndent(mapping)}- ${entrySource(wanted, 'entry', node, mapping)}`
  if (!field) return placeField(mapping, key, `${mapping.indent}${key}:${mapping.eol}${dashed}`)
  if (!node) return [insertion(field.to, mapping.eol + dashed)]
  if (isScalar(node)) return addToLine(node, wanted, mapping)
  if (!isSeq(node)) return []
  const last: unknown = node.items.at(-1)
  if (!node.flow) return [insertion(field.to, mapping.eol + dashed)]
  if (isScalar(last) && last.range)
    return [insertion(last.range[1], `, ${entrySource(wanted, 'flow entry', node, mapping)}`)]
  if (node.items.length > 0) return []
  // An empty pair of brackets becomes lines: two entries put into one pair at the same time would run together.
  return [{ from: field.afterColon, to: node.range[1], insert: '' }, insertion(field.to, mapping.eol + dashed)]
}

/** The edits that remove an entry and what separates it from the others. No edits where it is not there. */
export function removeEntry(yaml: string, key: ListKey, value: string): TextEdit[] {
  const mapping = readMapping(yaml)
  const unwanted = oneLine(value)
  if (!('fields' in mapping) || !isBlockMapping(mapping)) return []
  const field = mapping.fields.find((candidate) => candidate.key === key && entriesOf(candidate).includes(unwanted))
  const node = field?.value
  if (!field || !node) return []
  if (isScalar(node)) return removeFromLine(node, unwanted, yaml)
  if (!isSeq(node)) return []
  const places = [...node.items.keys()].filter((at) => entriesIn(node.items[at], true).includes(unwanted))
  // Items between brackets share their commas, so a second occurrence would need a second call.
  return (node.flow ? places.slice(0, 1) : places).flatMap((place) => {
    const item: unknown = node.items[place]
    if (!isScalar(item) || !item.range) return []
    if (entriesIn(item, true).length > 1) return removeFromLine(item, unwanted, yaml)
    return node.flow ? removeFromBrackets(node, place) : removeDashed(item, yaml)
  })
}

function entriesOf(field: Field): string[] {
  const { value } = field
  return isSeq(value) ? value.items.flatMap((item) => entriesIn(item, true)) : entriesIn(value, false)
}

/** An entry in the quotes that the last entry of its list has. */
function entrySource(entry: string, place: ScalarPlace, list: ParsedNode | null | undefined, mapping: Mapping): string {
  const last: unknown = isSeq(list) ? list.items.at(-1) : undefined
  const type = isScalar(last) ? last.type : undefined
  const style: ScalarStyle = type === 'QUOTE_SINGLE' ? 'single' : type === 'QUOTE_DOUBLE' ? 'double' : 'plain'
  return scalarSource(entry, place, style, quotesOf(mapping.document))
}

/** Adds a word to a comma-separated line. */
function addToLine(node: Scalar, entry: string, { yaml }: Mapping): TextEdit[] {
  if (!node.range) return []
  const [from, end] = node.range
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    const text = escaped(entry, node.type === 'QUOTE_SINGLE' ? 'single' : 'double')
    return [insertion(end - 1, node.value === '' ? text : `, ${text}`)]
  }
  if (node.type !== 'PLAIN') return []
  const written = yaml.slice(from, end)
  const whole = `${written}, ${entry}`
  if (!isSafe(whole, 'value')) return [{ from, to: end, insert: scalarSource(whole, 'value', 'double', 'double') }]
  return [insertion(from + (pieces(written).at(-1)?.to ?? 0), `, ${entry}`)]
}

/**
 * Removes one word of a comma-separated line. The blank after the colon stays even with the only word: what is added at
 * the same time needs it.
 */
function removeFromLine(node: Scalar, entry: string, yaml: string): TextEdit[] {
  if (!node.range || (node.type !== 'PLAIN' && node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE')) return []
  const inside = node.type === 'PLAIN' ? 0 : 1
  const start = node.range[0] + inside
  const end = node.range[1] - inside
  const written = node.type === 'PLAIN' ? entry : escaped(entry, node.type === 'QUOTE_SINGLE' ? 'single' : 'double')
  const found = pieces(yaml.slice(start, end))
  const index = found.findIndex((piece) => piece.text === written)
  const piece = found[index]
  if (!piece) return []
  const before = found[index - 1]
  const after = found[index + 1]
  if (before) return [{ from: start + before.to, to: start + piece.to, insert: '' }]
  if (after) {
    const removal = { from: start + piece.from, to: start + after.from, insert: '' }
    return node.type === 'PLAIN' && !isSafe(yaml.slice(removal.to, end), 'value')
      ? [{ ...removal, insert: '"' }, insertion(start + (found.at(-1)?.to ?? 0), '"')]
      : [removal]
  }
  return [{ from: start, to: end, insert: '' }]
}

/** Removes the line of an entry, from the end of the line above: what is added there at the same time stays whole. */
function removeDashed(item: Scalar, yaml: string): TextEdit[] {
  if (!item.range) return []
  const above = /\r?\n[ \t]*-[ \t]*$/.exec(yaml.slice(0, item.range[0]))
  const to = endOf(yaml, item)
  return above ? [{ from: above.index, to, insert: '' }] : []
}

/** Removes an item between brackets; with the only one go the brackets. */
function removeFromBrackets(list: YAMLSeq, index: number): TextEdit[] {
  const ranges = list.items.map((item) => (isScalar(item) ? item.range : null))
  const range = ranges[index]
  const before = ranges[index - 1]
  const after = ranges[index + 1]
  if (!range || !list.range) return []
  if (before) return [{ from: before[1], to: range[1], insert: '' }]
  if (after) return [{ from: range[0], to: after[0], insert: '' }]
  return list.items.length === 1 ? [{ from: list.range[0], to: list.range[1], insert: '' }] : []
}

/** The blanks before the dash in the lists of this note. */
function listIndent({ yaml, fields, indent }: Mapping): string {
  for (const { value } of fields) {
    if (!isSeq(value) || value.flow || !value.range) continue
    const blanks = yaml.slice(lineStart(yaml, value.range[0]), value.range[0])
    if (/^ *$/.test(blanks)) return blanks.slice(indent.length)
  }
  return ''
}
