/** A line of the front matter, looked at by itself: what two people did to it may be no YAML. */
export interface Row {
  from: number
  /** its line end excluded */
  to: number
  text: string
  /** how many blanks stand before its text */
  column: number
  /** the word before a colon, if the line begins with one */
  key: string | null
  /** what follows the colon, blanks included; empty without a key */
  value: string
  /** where `value` begins */
  valueFrom: number
  /** an entry of a list */
  isEntry: boolean
}

/** The lines of the front matter. */
export function rowsOf(yaml: string): Row[] {
  let from = 0
  return yaml.split('\n').map((line) => {
    const text = line.replace(/\r$/, '')
    const start = from
    from += line.length + 1
    const [, blanks = '', key = null] = /^( *)(?:(\w+):)?/.exec(text) ?? []
    const valueAt = key === null ? text.length : blanks.length + key.length + 1
    return {
      from: start,
      to: start + text.length,
      text,
      column: blanks.length,
      key,
      value: text.slice(valueAt),
      valueFrom: start + valueAt,
      isEntry: /^ *-(?: |$)/.test(text),
    }
  })
}

/** The entries below a row, up to a line that is neither an entry nor blank. */
export function entriesBelow(rows: readonly Row[], index: number): Row[] {
  const below = rows.slice(index + 1)
  const end = below.findIndex(({ isEntry, text }) => !isEntry && text.trim() !== '')
  return below.slice(0, end < 0 ? below.length : end).filter(({ isEntry }) => isEntry)
}
