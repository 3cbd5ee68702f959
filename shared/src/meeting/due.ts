import { addDays, dayOf, lastOfMonth, monthOf, nextDay, weekdayAt, weekdayOf } from './calendar.ts'
import type { Due } from './reading.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:mon|tue|wed|thu|fri|sat|sun)\\b(?=\\s*(?:$|[).,;\\]]))'

/** The words of a date, one row a form; the first row that fits is taken. `#` stands for an optional year. */
const dates: readonly string[] = [
  '(?<iso>\\d{4}-\\d\\d-\\d\\d)(?![\\d-])',
  `(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\w:])#`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${month})(?!\\w)#`,
  `(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?(?<end>day|month|year|next\\s+month|${month})(?!\\w)#`,
]
const datePatterns = dates.map((row) => new RegExp(`^${row.replace('#', '(?:,?\\s+(?<year>\\d{4}))?(?!\\d)')}`, 'iu'))

/** "due", or "by" directly before a date, and the word for a day that may stand before the date that it means. */
const opening = new RegExp(
  `(?<![\\p{L}\\p{N}_/@.-])(?:due(?:\\s+date)?\\s*:?\\s*(?:(?:on|by)\\s+)?|by\\s+)` +
    `(?:(?<relative>today|tomorrow|eod)\\b|(?:(?:next|this|coming)\\s+)?(?<weekday>${weekday}))?`,
  'iu',
)
/** What may stand between the word for a day and its date: "tomorrow, Tuesday, May 7". */
const between = new RegExp(`^,?\\s+(?:(?<weekday>${weekday}),?\\s+)?`, 'iu')
const worthTrying = /\b(?:due|by)\b/i

/**
 * The first due date in a text, with the range of its words and of the brackets that they fill. What depends on the
 * day of the meeting is null without it: a weekday is the first such day after the meeting, a date without a year the
 * next such day on or after it, `tomorrow` the day after. Never a guess: `03/04/2023`, "next week", "end of the week",
 * or a weekday that the date contradicts are no date. `start`: where to begin, such as behind the owners.
 */
export function readDue(text: string, day: string | null, start = 0): Due | null {
  if (!worthTrying.test(text)) return null
  let offset = start
  for (;;) {
    const match = opening.exec(text.slice(offset))
    if (!match) return null
    const from = offset + match.index
    const word: Groups = match.groups ?? {}
    const found = dateAfter(text, from + match[0].length, word, day)
    if (found) return withBrackets(text, { ...found, from })
    offset = from + 2
  }
}

type Groups = Partial<Record<string, string>>

/** The date that follows the opening words, and where its words end. */
function dateAfter(text: string, at: number, word: Groups, day: string | null): { date: string; to: number } | null {
  const named = word['relative'] ?? word['weekday']
  const gap = named === undefined ? null : between.exec(text.slice(at, at + 40))
  const start = at + (gap?.[0].length ?? 0)
  const rest = text.slice(start, start + 60)
  for (const pattern of named !== undefined && gap === null ? [] : datePatterns) {
    const match = pattern.exec(rest)
    if (!match) continue
    const date = writtenDate(match.groups ?? {}, day)
    const agree = date !== null && agrees(word, date, day) && agrees(gap?.groups ?? {}, date, day)
    return agree ? { date, to: start + match[0].length } : null
  }
  const date = relativeDate(word, day)
  return date === null ? null : { date, to: at }
}

/** The day that is written out; null where it is no certain day. */
function writtenDate(groups: Groups, day: string | null): string | null {
  const { iso, end, month: name = '', day: number = '', year } = groups
  if (iso !== undefined) return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
  if (end !== undefined) return endOf(end.toLowerCase(), year, day)
  if (year !== undefined) return dayOf(Number(year), monthOf(name), Number(number))
  return day === null ? null : nextDay(monthOf(name), Number(number), day)
}

/** Whether the word before a date means that date: "Friday, May 5" only where May 5 is a Friday. */
function agrees(word: Groups, date: string, day: string | null): boolean {
  const { relative, weekday } = word
  if (weekday !== undefined) return weekdayAt(date) === weekdayOf(weekday)
  return relative === undefined || day === null || relativeDate(word, day) === date
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

/** The day that a word means, counted from the meeting's. */
function relativeDate({ relative, weekday }: Groups, day: string | null): string | null {
  if (day === null) return null
  if (weekday !== undefined) return addDays(day, ((weekdayOf(weekday) - weekdayAt(day) + 6) % 7) + 1)
  if (relative === undefined) return null
  return relative.toLowerCase() === 'tomorrow' ? addDays(day, 1) : day
}

/** Takes in the brackets, where nothing else stands between them. */
function withBrackets(text: string, due: Due): Due {
  const opening = text[due.from - 1]
  const closing = opening === '(' ? ')' : opening === '[' ? ']' : null
  return closing !== null && text[due.to] === closing ? { ...due, from: due.from - 1, to: due.to + 1 } : due
}
