import { lineEndOf, readMapping } from './mapping.ts'
import { listKeys, scalarKeys } from './keys.ts'
import { scalarText } from './read.ts'
import { entriesBelow, rowsOf, type Row } from './rows.ts'
import { insertion, type TextEdit } from './text-edit.ts'

const isText = (row: Row): boolean => scalarKeys.some((key) => key === row.key)
const isList = (row: Row): boolean => listKeys.some((key) => key === row.key)
/** Commas that stand neither in quotes nor in parentheses. */
const commasOutside = /,[ \t]*(?=(?:[^"]*"[^"]*")*[^"]*$)(?=(?:[^']*'[^']*')*[^']*$)(?![^(]*\))/g
const isBare = (row: Row): boolean => /^[ \t]*(?:#|$)/.test(row.value)

/** The blank after a key's colon, where one cleared a value that another replaced. */
export function keysApart(yaml: string): TextEdit[] {
  return rowsOf(yaml)
    .filter((row) => (isText(row) || isList(row)) && /^["'#\w@]/.test(row.value))
    .map((row) => insertion(row.valueFrom, ' '))
}

/** Commas without an entry, and entries without a comma, where one added to an entry that another removed. */
export function strayCommas(yaml: string): TextEdit[] {
  return rowsOf(yaml)
    .filter(isList)
    .flatMap((row) => {
      const first = /^([ \t]*\[?[ \t]*),[ \t]*/.exec(row.value)
      if (first)
        return [{ from: row.valueFrom + (first[1] ?? '').length, to: row.valueFrom + first[0].length, insert: '' }]
      if (!/^[ \t]*\[/.test(row.value)) return []
      return [...row.value.matchAll(/,[ \t]*(?=,)|(?<=[\w"]) *(?="[^",]+"[,\]])|(?<=[,[] *"[^"]*")(?=\w)/g)].map(
        (match) => {
          const from = row.valueFrom + match.index
          return match[0].startsWith(',') ? { from, to: from + match[0].length, insert: '' } : insertion(from, ', ')
        },
      )
    })
}

/** A line of entries, some in quotes of their own, that lost its brackets, as one removed the only entry while others added. */
export function lostBrackets(yaml: string): TextEdit[] {
  return rowsOf(yaml)
    .filter(
      (row) =>
        isList(row) && /"/.test(row.value) && /^ +(?:"[^"]*"|[^",[\]]+)(?:, *(?:"[^"]*"|[^",[\]]+))+$/.test(row.value),
    )
    .flatMap((row) => wrapped(row, '[', ']'))
}

/** Quotes and brackets that two put around one value. */
export function doubleEnds(yaml: string): TextEdit[] {
  return rowsOf(yaml)
    .filter((row) => isList(row) || row.isEntry)
    .flatMap((row) => {
      const found = /^ *(?:-|\w+:) +(?:("+)"[^"]*"("+)|(\[+)\[[^[\]]*\](\]+))$/.exec(row.text)
      const [open = '', close = ''] = found?.slice(1).filter((part) => part !== undefined) ?? []
      if (open === '' || open.length !== close.length) return []
      const from = row.from + row.text.indexOf(open)
      return [
        { from, to: from + open.length, insert: '' },
        { from: row.to - close.length, to: row.to, insert: '' },
      ]
    })
}

/** A line of entries above entries on lines, where one added to the only entry that another removed. */
export function mixedList(yaml: string): TextEdit[] {
  const rows = rowsOf(yaml)
  return rows.flatMap((row, index) => {
    const [entry] = entriesBelow(rows, index)
    if (!entry || !isList(row) || isBare(row) || /^[ \t]*\[/.test(row.value)) return []
    const dash = `${lineEndOf(yaml)}${' '.repeat(entry.column)}- `
    const separators = /["']/.test(row.value) ? new RegExp(`^[ \\t]*|${commasOutside.source}`, 'g') : /^[ \t]*/g
    return [...row.value.matchAll(separators)].map((match) => {
      const from = row.valueFrom + match.index
      return { from, to: from + match[0].length, insert: dash }
    })
  })
}

/** Entries of one list in several columns that are no YAML, where two began it. A nested list is left alone. */
export function evenEntries(yaml: string): TextEdit[] {
  if ('fields' in readMapping(yaml)) return []
  const rows = rowsOf(yaml)
  return rows.flatMap((row, index) => {
    const entries = isList(row) && isBare(row) ? entriesBelow(rows, index) : []
    if (entries.some(({ text }) => /- (?:- |.*:[ \t]*$)/.test(text))) return []
    const least = Math.min(...entries.map(({ column }) => column))
    return entries
      .filter(({ column }) => column > least)
      .map(({ from, column }) => ({ from, to: from + column - least, insert: '' }))
  })
}

/** Entries below a text, which somebody put between two lists that another joined: they go back to the list above. */
export function strayEntries(yaml: string): TextEdit[] {
  const rows = rowsOf(yaml)
  for (const [index, row] of rows.entries()) {
    const hasStrays = isText(row) && (isBare(row) ? rows[index + 1]?.text.trim() === '' : !/^ [|>]/.test(row.value))
    const strays = hasStrays ? entriesBelow(rows, index) : []
    const list = rows.findLastIndex((above, at) => at < index && isList(above) && entriesBelow(rows, at).length > 0)
    const last = entriesBelow(rows, list).at(-1)
    const end = strays.at(-1)?.to
    if (list < 0 || !last || end === undefined) continue
    const moved = strays.map(({ text }) => lineEndOf(yaml) + ' '.repeat(last.column) + text.trimStart()).join('')
    return [insertion(last.to, moved), { from: strays[0]?.from ?? end, to: end, insert: '' }]
  }
  return []
}

/**
 * A list that two people added: the entries of the second go to the end of the first. Were its key alone taken away,
 * they would belong to whatever list somebody puts between the two meanwhile; and its line end stays for the same.
 */
export function doubleLists(yaml: string): TextEdit[] {
  const rows = rowsOf(yaml)
  for (const [index, row] of rows.entries()) {
    const first = rows.findIndex(({ key, column }) => key === row.key && column === row.column)
    const above = rows[first]
    if (!above || first === index || ![row, above].every((list) => isList(list) && isBare(list))) continue
    const entries = entriesBelow(rows, index)
    const last = entriesBelow(rows, first).at(-1) ?? above
    const isNext = rows.slice(rows.indexOf(last) + 1, index).every(({ text }) => text.trim() === '')
    if (entries.length === 0 && !isNext) continue
    const column = last === above ? (entries[0]?.column ?? 0) : last.column
    const moved = entries.map(({ text }) => lineEndOf(yaml) + ' '.repeat(column) + text.trimStart()).join('')
    return [insertion(last.to, moved), { from: row.from, to: (entries.at(-1) ?? row).to, insert: '' }]
  }
  return []
}

/**
 * The line that is no YAML, where two people replaced a value: its longest beginning that is a text by itself stays.
 * What is left of a value without its key becomes a comment.
 */
export function brokenRow(yaml: string): TextEdit[] {
  const mapping = readMapping(yaml)
  const row = 'fields' in mapping ? undefined : rowsOf(yaml)[mapping.line - 1]
  if (!row) return []
  if (row.isEntry) return brokenEntry(row, lineEndOf(yaml))
  if (row.key === null && row.column === 0 && /^(?:[^:{}[\]#]+|["'].*)$/.test(row.text))
    return [insertion(row.from, '# ')]
  if (isList(row)) return quoted(row)
  if (!isText(row)) return []
  const [, blanks = '', value = ''] = /^( +)(.*?)(?:[ \t]+#[^"']*)?$/.exec(row.value) ?? []
  const start = row.valueFrom + blanks.length
  for (const skipped of [0, 1, 2, 3]) {
    for (let end = value.length; end > skipped; end -= 1) {
      if (!isOneText(value.slice(skipped, end))) continue
      const head = { from: start, to: start + skipped, insert: '' }
      const tail = { from: start + end, to: start + value.length, insert: '' }
      return [head, tail].filter(({ from, to }) => to > from)
    }
  }
  return []
}

/** Entries that came out of brackets onto one line, or one that needs quotes. */
function brokenEntry(row: Row, eol: string): TextEdit[] {
  const value = row.text.slice(row.column + 1)
  const valueFrom = row.from + row.column + 1
  const dash = `${eol}${' '.repeat(row.column)}- `
  const apart = [...value.matchAll(commasOutside)].map((match) => {
    const from = valueFrom + match.index
    return { from, to: from + match[0].length, insert: dash }
  })
  return apart.length > 0 && /["']/.test(value) ? apart : quoted({ ...row, value, valueFrom })
}

/** A line of entries of which the first was removed, so that it begins with one that needs quotes. */
function quoted(row: Row): TextEdit[] {
  return /^[^\s"'[][^"\\]*$/.test(row.value.trim()) ? wrapped(row, '"', '"') : []
}

function wrapped({ value, valueFrom }: Row, open: string, close: string): TextEdit[] {
  const from = valueFrom + value.length - value.trimStart().length
  return [insertion(from, open), insertion(valueFrom + value.trimEnd().length, close)]
}

function isOneText(value: string): boolean {
  const mapping = readMapping(`title: ${value}\n`)
  const text = 'fields' in mapping ? scalarText(mapping.fields[0]?.value) : null
  return text !== null && value.trim() === value
}
