import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type ParsedNode,
} from 'yaml'

/** One `key: value` of the front matter and where it stands in the text. */
export interface Field {
  key: string
  /** start of the key's line */
  from: number
  /** after the colon */
  afterColon: number
  /** end of the field's last line, its line end excluded */
  to: number
  /** the parsed value, `null` where nothing is written */
  value: ParsedNode | null
}

/** The front matter as a block mapping with its text. */
export interface Mapping {
  yaml: string
  /** the line end that the text uses */
  eol: string
  /** the blanks before every key */
  indent: string
  fields: Field[]
  document: Document
}

/** Why the text is no mapping, and the line (from 1, within the text) that says so. */
export interface Mistake {
  message: string
  line: number
}

/** Keys that occur twice are no mistake here: two people may have added the same key at the same time. */
const options = { uniqueKeys: false, resolveKnownTags: false, prettyErrors: false, logLevel: 'silent' } as const
const tooDeep = 'The front matter is nested too deeply'

/** Parses the text between the fences. An empty text, or one of comments only, is an empty mapping. */
export function readMapping(yaml: string): Mapping | Mistake {
  const document = parse(yaml)
  if (!document) return { message: tooDeep, line: 1 }
  const [error] = document.errors
  if (error) return { message: error.message, line: lineOf(yaml, error.pos[0]) }
  const mapping: Mapping = { yaml, eol: lineEndOf(yaml), indent: '', fields: [], document }
  const { contents } = document
  if (contents === null || (isScalar(contents) && contents.source === '')) return mapping
  const first = lineOf(yaml, contents.range?.[0] ?? 0)
  if (!isMap(contents)) return { message: 'The front matter must be a list of `key: value` lines', line: first }
  for (const pair of contents.items) {
    const key: unknown = pair.key
    if (!isScalar(key) || !key.range) return { message: 'A key must be a word', line: first }
    const from = lineStart(yaml, key.range[0])
    const value = pair.value && !isNothing(pair.value) ? pair.value : null
    const afterColon = yaml.indexOf(':', key.range[1]) + 1
    const to = value ? endOf(yaml, value) : lineEnd(yaml, afterColon)
    mapping.fields.push({ key: String(key.value), from, afterColon, to, value })
    mapping.indent = yaml.slice(from, key.range[0])
  }
  return mapping
}

/** The line end that a text uses. */
export function lineEndOf(yaml: string): string {
  return yaml.includes('\r\n') ? '\r\n' : '\n'
}

/** Whether each field stands on lines of its own, so that lines can be put between them. */
export function isBlockMapping(mapping: Mapping): boolean {
  const { yaml, fields, indent } = mapping
  const blanks = /^ *$/.test(indent)
  return (
    blanks &&
    fields.every((field, at) => yaml.startsWith(indent, field.from) && field.from > (fields[at - 1]?.to ?? -1))
  )
}

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line that holds `at` ends, its line end excluded. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  return text[end - 1] === '\r' && end > at ? end - 1 : end
}

/** The end of the last line of a value, a comment on it included. */
export function endOf(yaml: string, node: Node): number {
  const last: unknown = isSeq(node) ? node.items.at(-1) : isMap(node) ? node.items.at(-1)?.value : undefined
  if (isCollection(node) && !node.flow && isNode(last) && last.range) return endOf(yaml, last)
  const [from, valueEnd] = node.range ?? [0, 0]
  let end = valueEnd
  while (end > from && /\s/.test(yaml[end - 1] ?? '')) end -= 1
  return lineEnd(yaml, end)
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.source === '' && node.type === 'PLAIN'
}

function parse(yaml: string): Document.Parsed | null {
  try {
    return parseDocument(yaml, options)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
