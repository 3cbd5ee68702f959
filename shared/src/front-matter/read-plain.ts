import { isPlaceholder, pieces } from './entries.ts'
import { listKeys, scalarKeys, type FrontMatter, type ListKey, type ScalarKey } from './keys.ts'

/** A `key: value` or `key:` with the entries below it. */
interface PlainField {
  key: string
  text: Scalar | null
  entries: Scalar[]
  source: string
}

interface Scalar {
  text: string
  isQuoted: boolean
}

const keyLine = /^([A-Za-z_][\w-]*):(?: (.*))?$/
const entryLine = /^( {0,8})- (.*)$/
/** What YAML never reads as anything else than its own words: no sign at an edge that means something, no comment, no key. */
const plainWords = /^[^\s\-[\]{}#&*!|>'"%@`,?:~](?:.*[^\s:])?$/u
const quotedWords = /^(?:"([^"\\]*)"|'([^']*)')$/
const notPlain = /: | #|^null$/i
// oxlint-disable-next-line no-control-regex -- with these YAML ends lines, or reads none
const strange = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/u

/**
 * Reads a header of plain lines as `read` does, but without a YAML parser, which is large. Null where a line is anything
 * but a key, a word or an entry of a list, so that YAML might mean something else by it.
 */
export function readPlain(yaml: string): Omit<FrontMatter, 'data'> | null {
  const fields = strange.test(yaml) ? null : fieldsOf(yaml)
  if (!fields || new Set(fields.map(({ key }) => key)).size < fields.length) return null
  const known: ReadonlySet<string> = new Set([...scalarKeys, ...listKeys])
  const textOf = (key: ScalarKey) => fields.find((field) => field.key === key)?.text?.text || null
  const entriesOf = (key: ListKey) => {
    const field = fields.find((candidate) => candidate.key === key)
    const entries = field ? [...words(field.text), ...field.entries.flatMap(entryWords)] : []
    return [...new Set(entries)].filter((entry) => !isPlaceholder(entry))
  }
  return {
    title: textOf('title'),
    datetime: textOf('datetime'),
    location: textOf('location'),
    teams: entriesOf('teams'),
    tags: entriesOf('tags'),
    participants: entriesOf('participants'),
    others: fields.filter(({ key }) => !known.has(key)).map(({ key, source }) => ({ key, source })),
    error: null,
  }
}

function fieldsOf(yaml: string): PlainField[] | null {
  const fields: PlainField[] = []
  let indent: string | null = null
  for (const line of yaml.replace(/\n$/, '').split('\n')) {
    if (line === '' && yaml === '') return []
    const [, key, value] = keyLine.exec(line) ?? []
    const [, blanks, entry] = entryLine.exec(line) ?? []
    const field = fields.at(-1)
    if (key !== undefined) {
      const text = value === undefined ? null : scalarOf(value)
      if (value !== undefined && !text) return null
      fields.push({ key, text, entries: [], source: line })
      indent = null
    } else if (field && !field.text && blanks !== undefined && entry !== undefined) {
      const scalar = scalarOf(entry)
      if (!scalar || (indent !== null && indent !== blanks)) return null
      indent = blanks
      field.entries.push(scalar)
      field.source += `\n${line}`
    } else return null
  }
  return fields
}

function scalarOf(written: string): Scalar | null {
  const [, double, single] = quotedWords.exec(written) ?? []
  const quoted = double ?? single
  if (quoted !== undefined) return { text: quoted.trim(), isQuoted: true }
  return plainWords.test(written) && !notPlain.test(written) ? { text: written, isQuoted: false } : null
}

function words(scalar: Scalar | null): string[] {
  return scalar ? pieces(scalar.text).map(({ text }) => text) : []
}

/** A quoted entry of a list is one, whatever it holds. */
function entryWords(scalar: Scalar): string[] {
  return scalar.isQuoted && scalar.text !== '' ? [scalar.text] : words(scalar)
}
