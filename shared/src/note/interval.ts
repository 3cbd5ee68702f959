import { addDays, lastOfMonth, weekdayAt } from '../meeting/calendar.ts'

/** How often a series meets. */
export type Interval =
  /** every so many weeks on a weekday (Sunday 0) */
  | { kind: 'weeks'; every: number; weekday: number }
  /** on several weekdays of every week, such as every working day */
  | { kind: 'weekdays'; weekdays: readonly number[] }
  /** every so many months on the first, second … (from 1) such weekday, or on the last one */
  | { kind: 'months'; every: number; weekday: number; which: number | 'last' }

/** So many of the last meetings tell how often a series meets now. */
const looksAt = 11
/** A gap longer than this is a pause, not an interval. */
const longestGapDays = 200

/**
 * Learns how often a series meets; null where it does not say. One that was moved or left out counts little.
 *
 * @param days of its meetings, "YYYY-MM-DD", in any order
 */
export function learnInterval(days: readonly string[]): Interval | null {
  const last = [...new Set(days)].sort().slice(-looksAt)
  const gaps = last.slice(1).flatMap((day, index) => {
    const gap = daysBetween(last[index] ?? day, day)
    return gap <= longestGapDays ? [gap] : []
  })
  if (gaps.length < 2) return null
  const weekday = usual(last.map(weekdayAt))
  const weekdays = [...new Set(last.map(weekdayAt))].filter((each) => countOf(last.map(weekdayAt), each) > 1)
  if (weekdays.length > 1 && countIf(gaps, (gap) => gap < 6) > gaps.length / 2) {
    return { kind: 'weekdays', weekdays: weekdays.sort((a, b) => a - b) }
  }
  if (weekday === null) return null
  const on = last.map((day) => onWeekday(day, weekday))
  const monthly = monthsOf(on, weekday)
  if (monthly) return monthly
  const weeks = on.slice(1).map((day, index) => Math.round(daysBetween(on[index] ?? day, day) / 7))
  const every = usual(weeks.filter((count) => count > 0 && count * 7 <= longestGapDays))
  return every === null ? null : { kind: 'weeks', every, weekday }
}

/**
 * The day of the next meeting: the first in the interval that is after the last one and not before today. All days are
 * "YYYY-MM-DD".
 *
 * @param last the meeting before, which may have been moved by a day or two
 */
export function nextInSeries(interval: Interval, last: string, today: string): string {
  const isSoonEnough = (day: string) => day > last && day >= today
  if (interval.kind === 'weekdays') {
    let day = addDays(last > addDays(today, -1) ? last : addDays(today, -1), 1)
    while (!interval.weekdays.includes(weekdayAt(day))) day = addDays(day, 1)
    return day
  }
  let day = onWeekday(last, interval.weekday)
  if (interval.kind === 'weeks') {
    do {
      day = addDays(day, 7 * interval.every)
    } while (!isSoonEnough(day))
    return day
  }
  let [year, month] = yearAndMonth(day)
  do {
    month += interval.every
    year += Math.floor((month - 1) / 12)
    month = ((month - 1) % 12) + 1
    day = dayInMonth(year, month, interval.weekday, interval.which)
  } while (!isSoonEnough(day))
  return day
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const ordinals = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** How often, in words: "every second Wednesday", "the last Monday of every month". */
export function intervalInWords(interval: Interval): string {
  if (interval.kind === 'weekdays') {
    const names = interval.weekdays.map((weekday) => weekdayNames[weekday])
    if (names.length > 4) return names.length > 5 ? 'every day' : 'every working day'
    return `every ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  }
  const weekday = weekdayNames[interval.weekday]
  const every = interval.every === 1 ? 'every' : `every ${ordinals[interval.every] ?? `${interval.every}th`}`
  if (interval.kind === 'weeks') return `${every} ${weekday}`
  const which = interval.which === 1 ? 'first' : interval.which === 'last' ? 'last' : ordinals[interval.which]
  return `the ${which} ${weekday} of ${every} month`
}

/** The same place in the month each time, a month or more apart; every four weeks is not. */
function monthsOf(days: readonly string[], weekday: number): Interval | null {
  const counts = days.slice(1).map((day, index) => monthNumber(day) - monthNumber(days[index] ?? day))
  const every = usual(counts)
  if (every === null || every < 1) return null
  const which = usual(days.map((day) => Math.ceil(Number(day.slice(8)) / 7)))
  const isLast = countIf(days, (day) => addDays(day, 7).slice(0, 7) !== day.slice(0, 7)) > 0.7 * days.length
  if (isLast) return { kind: 'months', every, weekday, which: 'last' }
  if (which === null) return null
  const isThere = countIf(days, (day) => Math.ceil(Number(day.slice(8)) / 7) === which) > 0.7 * days.length
  return isThere ? { kind: 'months', every, weekday, which } : null
}

function dayInMonth(year: number, month: number, weekday: number, which: number | 'last'): string {
  if (which === 'last') {
    const end = lastOfMonth(year, month)
    return addDays(end, -((weekdayAt(end) - weekday + 7) % 7))
  }
  const first = addDays(lastOfMonth(year, month - 1), 1)
  return addDays(first, ((weekday - weekdayAt(first) + 7) % 7) + 7 * (which - 1))
}

/** The nearest such weekday. */
function onWeekday(day: string, weekday: number): string {
  return addDays(day, ((weekday - weekdayAt(day) + 10) % 7) - 3)
}

/** What most of them are, at least half and twice; of two such, the one that came later. */
function usual<Value>(values: readonly Value[]): Value | null {
  let most: Value | null = null
  for (const value of values) if (most === null || countOf(values, value) >= countOf(values, most)) most = value
  const times = most === null ? 0 : countOf(values, most)
  return times > 1 && 2 * times >= values.length ? most : null
}

function countOf<Value>(values: readonly Value[], wanted: Value): number {
  return countIf(values, (value) => value === wanted)
}

function countIf<Value>(values: readonly Value[], is: (value: Value) => boolean): number {
  return values.filter(is).length
}

function yearAndMonth(day: string): [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
}

function monthNumber(day: string): number {
  const [year, month] = yearAndMonth(day)
  return 12 * year + month
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
