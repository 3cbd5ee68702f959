import { readDue } from '@minutebook/shared/meeting'
import { dueLabel } from '../../ui/due.ts'
import { formatDay } from '../../ui/dates.ts'

/** A day that a picker offers. */
export interface DueChoice {
  /** how it is called, such as "Tomorrow" */
  label: string
  /** the day in short, such as "Oct 27"; '' where the label says it */
  note: string
  /** "YYYY-MM-DD"; null: no date */
  date: string | null
}

const near: readonly [label: string, days: number][] = [
  ['Today', 0],
  ['Tomorrow', 1],
  ['In a week', 7],
  ['In two weeks', 14],
]

/**
 * What is offered for the words that were typed: the day that they certainly mean, and the near days that begin so.
 *
 * @param today "YYYY-MM-DD"
 * @param before the date that there is
 */
export function dueChoices(query: string, today: string, before: string | null): DueChoice[] {
  const words = query.trim().toLowerCase()
  const choices = nearDays(today).filter(({ label }) => label.toLowerCase().startsWith(words))
  const date = words === '' ? null : dateOf(words, today)
  if (date !== null && !choices.some((choice) => choice.date === date))
    choices.unshift({ label: formatDay(date, 'long'), note: '', date })
  if (words === '' && before !== null) choices.push({ label: 'No date', note: '', date: null })
  return choices
}

/** Today, tomorrow, the next Friday and Monday, and what is a while ahead; a day once. */
function nearDays(today: string): DueChoice[] {
  const days = new Map<string, string>()
  const add = (label: string, date: string) => {
    if (![...days.values()].includes(date)) days.set(label, date)
  }
  for (const [label, count] of near.slice(0, 2)) add(label, later(today, count))
  for (const name of ['Friday', 'Monday']) {
    const date = dateOf(name, today)
    if (date !== null) add(name, date)
  }
  for (const [label, count] of near.slice(2)) add(label, later(today, count))
  add('In a month', inAMonth(today))
  return [...days].map(([label, date]) => ({ label, date, note: dueLabel(date, today, 'later') }))
}

/** The day that words mean, such as "friday", "Nov 8" or "in 3 days"; null where they mean none, or several. */
function dateOf(words: string, today: string): string | null {
  const [, count, unit] = /^in (\d{1,3}) (day|week)s?$/i.exec(words) ?? []
  if (count !== undefined) return later(today, Number(count) * (unit?.toLowerCase() === 'week' ? 7 : 1))
  const text = `due ${words}`
  const due = readDue(text, today)
  return due?.to === text.length ? due.date : null
}

function later(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the next month, or its last one. */
function inAMonth(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}
