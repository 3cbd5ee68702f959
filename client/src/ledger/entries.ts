import { formatDay } from '../ui/dates.ts'
import type { Row, RowGroup } from './rows.ts'

/** What a list shows below each other. */
export type Entry =
  | { kind: 'head'; key: string; group: Group }
  | { kind: 'row'; key: string; row: Row; group: Group; index: number }
  | { kind: 'gap'; key: string }
  | { kind: 'more'; key: string }

/** Rows under one heading. */
export interface Group extends RowGroup {
  /** of its first row */
  first: Row
}

/** The entries of a list: rows under headings, and a sign that more come. */
export function entriesOf(rows: readonly Row[], groupOf: (row: Row) => RowGroup, hasMore: boolean): Entry[] {
  const entries: Entry[] = []
  let group: Group | null = null
  const seen = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const own = groupOf(row)
    const { key } = own
    if (!group || group.key !== key) {
      // months may come again where a meeting without a time stands at their border
      const times = seen.get(key) ?? 0
      seen.set(key, times + 1)
      const unique = times === 0 ? key : `${key} ${times}`
      if (group) entries.push({ kind: 'gap', key: `gap ${unique}` })
      group = { ...own, first: row }
      entries.push({ kind: 'head', key: `head ${unique}`, group })
    }
    entries.push({ kind: 'row', key: row.key, row, group, index })
  }
  if (hasMore) entries.push({ kind: 'more', key: 'more' })
  return entries
}

export function monthOf({ note }: Row): { key: string; name: string } {
  const key = note.day.slice(0, 7)
  return { key, name: formatDay(`${key}-01`, 'month') }
}

/** A meeting beside its items: "Community Gathering, Oct 25", without saying the day twice. @param today "YYYY-MM-DD" */
export function meetingWords({ title, day }: Row['note'], today: string): string {
  const name = title.replace(datePattern, '').trim()
  const date = formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'dated')
  return `${name === '' ? title : name}, ${date}`
}

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const datePattern = new RegExp(
  String.raw`[\s,:|–—-]*\(?(?:(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? (?:${months})\.?,? \d{4}|\d{4}-\d{2}-\d{2})\)?$`,
  'i',
)
