import { addDays, dayOf, lastOfMonth, monthOf, nextDay, weekdayAt, weekdayOf } from './calendar.ts'
import type { Due } from './reading.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const year = '(?:,?\\s+(?<YEAR>\\d{4}))?(?!\\d)'

/** The words of a day on which something is due, one row a form; the first row that fits is taken. */
const dates: readonly string[] = [
  '(?<iso>\\d{4}-\\d\\d-\\d\\d)(?![\\d-])',
  `(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\w:])${year.replace('YEAR', 'year')}`,
  `(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month2>${month})(?![\\w])${year.replace('YEAR', 'year2')}`,
  `(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?(?<end>day|month|year|next\\s+month|${month})(?![\\w])${year.replace('YEAR', 'year3')}`,
]
const relative = `(?<relative>today|tomorrow|eod)\\b`
const named = `(?:(?:next|this|coming)\\s+)?(?<weekday>${weekday})\\b(?!\\s*(?:${weekday})\\b)`

/**
 * "due" and its date, or "by" directly before a date; a weekday or "tomorrow" may stand before the date that it means.
 * A bracket counts only where the words fill it.
 */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_/@.-])(?:due(?:\\s+date)?\\s*:?\\s*(?:(?:on|by)\\s+)?|by\\s+)` +
    `(?:${relative}|${named})?(?<and>,?\\s+(?=\\S))?(?:${dates.join('|')})?`,
  'diu',
)
const worthTrying = /\b(?:due|by)\b/i

/**
 * The first due date in a text, with the range of its words and of the brackets that they fill. What depends on the
 * day of the meeting (`Friday`, `tomorrow`, a date without a year) is null without it. Never a guess: `03/04/2023`,
 * "next week", "end of the week", or a weekday that the date contradicts are no date.
 */
export function readDue(text: string, day: string | null): Due | null {
  if (!worthTrying.test(text)) return null
  let offset = 0
  for (;;) {
    const match = pattern.exec(text.slice(offset))
    if (!match) return null
    const from = offset + match.index
    const words = match[0].trimEnd()
    const date = match.groups ? dateOf(match.groups, day) : null
    if (date !== null && words !== '') return withBrackets(text, { date, from, to: from + words.length })
    offset = from + 2
  }
}

type Groups = Partial<Record<string, string>>

function dateOf(groups: Groups, day: string | null): string | null {
  const absolute = absoluteOf(groups, day)
  const before = relativeOf(groups, day)
  if (absolute === undefined) return before ?? null
  if (absolute === null) return null
  const { weekday } = groups
  if (weekday !== undefined) return weekdayAt(absolute) === weekdayOf(weekday) ? absolute : null
  return before === undefined || before === null || before === absolute ? absolute : null
}

/** The date that is written out: undefined where there is none, null where it is no certain day. */
function absoluteOf(groups: Groups, day: string | null): string | null | undefined {
  const { iso, end } = groups
  if (iso !== undefined) return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
  if (end !== undefined) return endOf(end.toLowerCase(), groups['year3'], day)
  const name = groups['month'] ?? groups['month2']
  const number = groups['day'] ?? groups['day2']
  if (name === undefined || number === undefined) return undefined
  const year = groups['year'] ?? groups['year2']
  if (year !== undefined) return dayOf(Number(year), monthOf(name), Number(number))
  return day === null ? null : nextDay(monthOf(name), Number(number), day)
}

function endOf(what: string, year: string | undefined, day: string | null): string | null {
  const named = monthOf(what)
  if (year !== undefined) return named > 0 ? lastOfMonth(Number(year), named) : null
  if (day === null) return null
  const thisYear = Number(day.slice(0, 4))
  const thisMonth = Number(day.slice(5, 7))
  if (what === 'day') return day
  if (what === 'month') return lastOfMonth(thisYear, thisMonth)
  if (what === 'year') return lastOfMonth(thisYear, 12)
  if (what.startsWith('next')) return lastOfMonth(thisYear, thisMonth + 1)
  return lastOfMonth(named < thisMonth ? thisYear + 1 : thisYear, named)
}

/** The day that depends on the meeting's: undefined where no such word stands there. */
function relativeOf({ relative, weekday }: Groups, day: string | null): string | null | undefined {
  if (relative === undefined && weekday === undefined) return undefined
  if (day === null) return null
  if (weekday !== undefined) return addDays(day, ((weekdayOf(weekday) - weekdayAt(day) + 6) % 7) + 1)
  return relative?.toLowerCase() === 'tomorrow' ? addDays(day, 1) : day
}

/** Takes in the brackets, where nothing else stands between them. */
function withBrackets(text: string, due: Due): Due {
  const opening = text[due.from - 1]
  const closing = opening === '(' ? ')' : opening === '[' ? ']' : null
  return closing !== null && text[due.to] === closing ? { ...due, from: due.from - 1, to: due.to + 1 } : due
}
