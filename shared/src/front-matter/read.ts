import { isAlias, isScalar, isSeq } from 'yaml'
import { isPlaceholder, pieces } from './entries.ts'
import { listKeys, scalarKeys, type FrontMatter, type ListKey, type ScalarKey } from './keys.ts'
import { readMapping, type Mapping } from './mapping.ts'

const known: ReadonlySet<string> = new Set([...scalarKeys, ...listKeys])
/** How many nodes one alias may stand for, so that a few lines cannot grow to gigabytes. */
const maxAliasCount = 100

/** Reads the YAML between the fences. Never throws: what cannot be read is in `error`. */
export function read(yaml: string): FrontMatter {
  const mapping = readMapping(yaml)
  if (!('fields' in mapping)) return empty(mapping)
  const data = dataOf(mapping)
  if (!data) return empty({ message: 'An alias stands for too much', line: 1 })
  const others = mapping.fields.filter((field) => !known.has(field.key))
  return {
    title: scalarOf(mapping, 'title'),
    datetime: scalarOf(mapping, 'datetime'),
    location: scalarOf(mapping, 'location'),
    teams: entriesOf(mapping, 'teams'),
    tags: entriesOf(mapping, 'tags'),
    participants: entriesOf(mapping, 'participants'),
    others: others.map((field) => ({ key: field.key, source: yaml.slice(field.from, field.to) })),
    data,
    error: null,
  }
}

/** The text of a scalar as written, without quotes; null where it is empty or no scalar. */
export function scalarText(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null
  const text = node.type === 'PLAIN' ? (node.source ?? '') : String(node.value).trim()
  return text === '' ? null : text
}

/** The entries that one scalar holds. A quoted entry of a list is one entry, whatever it holds. */
export function entriesIn(node: unknown, inList: boolean): string[] {
  const text = scalarText(node)
  if (text === null) return []
  const quoted = isScalar(node) && node.type !== 'PLAIN'
  return inList && quoted ? [text] : pieces(text).map((piece) => piece.text)
}

/** The first that is filled in, should a key occur twice. */
function scalarOf(mapping: Mapping, key: ScalarKey): string | null {
  for (const field of mapping.fields) {
    const text = field.key === key ? scalarText(resolved(field.value, mapping)) : null
    if (text !== null) return text
  }
  return null
}

/** The entries of all occurrences of a key, each once. */
function entriesOf(mapping: Mapping, key: ListKey): string[] {
  const entries = mapping.fields.flatMap((field) => {
    if (field.key !== key) return []
    const value = resolved(field.value, mapping)
    if (!isSeq(value)) return entriesIn(value, false)
    return value.items.flatMap((item) => entriesIn(resolved(item, mapping), true))
  })
  return [...new Set(entries)].filter((entry) => !isPlaceholder(entry))
}

function resolved(node: unknown, mapping: Mapping): unknown {
  return isAlias(node) ? node.resolve(mapping.document) : node
}

function dataOf(mapping: Mapping): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(JSON.stringify(mapping.document.toJS({ maxAliasCount }) ?? {}))
    return isRecord(value) ? value : {}
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return null
    throw error
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function empty(error: FrontMatter['error']): FrontMatter {
  const none = { title: null, datetime: null, location: null }
  return { ...none, teams: [], tags: [], participants: [], others: [], data: {}, error }
}
