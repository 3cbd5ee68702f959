import type { Reading } from '@minutebook/shared/meeting'

/** How near a due date is: past, within two days, or later. */
export type Urgency = 'late' | 'soon' | 'later'

const dayMs = 86_400_000
const soonDays = 2

/**
 * How near `date` is on the day `today`, both "YYYY-MM-DD". What is done is never near.
 */
export function urgencyOf(date: string, today: string, done: boolean): Urgency {
  if (done) return 'later'
  const days = (Date.parse(date) - Date.parse(today)) / dayMs
  if (days < 0) return 'late'
  return days <= soonDays ? 'soon' : 'later'
}

/**
 * A due date as the pill shows it: "Nov 8", with the weekday when it is near, with the year where that is not the year
 * of `day`, the meeting's or today.
 */
export function dueLabel(date: string, day: string, urgency: Urgency): string {
  const isOtherYear = date.slice(0, 4) !== day.slice(0, 4)
  const format =
    urgency === 'soon' ? (isOtherYear ? formats.soonYear : formats.soon) : isOtherYear ? formats.year : formats.usual
  return format.format(new Date(`${date}T00:00:00Z`))
}

const usual: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', timeZone: 'UTC' }
const formats = {
  usual: new Intl.DateTimeFormat('en-US', usual),
  soon: new Intl.DateTimeFormat('en-US', { ...usual, weekday: 'short' }),
  year: new Intl.DateTimeFormat('en-US', { ...usual, year: 'numeric' }),
  soonYear: new Intl.DateTimeFormat('en-US', { ...usual, weekday: 'short', year: 'numeric' }),
}

/**
 * The part of a line that its pill can stand for without leaving a hole in the sentence: words in brackets, or at the
 * end of the line, with the blank before them. `null` where the words must stay.
 */
export function hiddenByPill(text: string, due: NonNullable<Reading['due']>): { from: number; to: number } | null {
  const isBracketed = /^[([]/.test(text.slice(due.from, due.to))
  const isLast = /^[\s.;,!]*(?:\n|$)/.test(text.slice(due.to))
  if (!isBracketed && !isLast) return null
  return { from: text[due.from - 1] === ' ' ? due.from - 1 : due.from, to: due.to }
}
