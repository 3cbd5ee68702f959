import { daysBetween, formatDay } from './dates.ts'

/** How near a due date is: past, within two days, or later. */
export type Urgency = 'late' | 'soon' | 'later'

const soonDays = 2

/** How near `date` is on the day `today`, both "YYYY-MM-DD". What is done is never near. */
export function urgencyOf(date: string, today: string, done: boolean): Urgency {
  if (done) return 'later'
  const days = daysBetween(today, date)
  if (days < 0) return 'late'
  return days <= soonDays ? 'soon' : 'later'
}

/**
 * A due date as a pill shows it: "Nov 8", with the weekday when it is near, with the year where that is not the year of
 * `day`, the meeting's or today.
 */
export function dueLabel(date: string, day: string, urgency: Urgency): string {
  const isOtherYear = date.slice(0, 4) !== day.slice(0, 4)
  if (urgency === 'soon') return formatDay(date, isOtherYear ? 'full' : 'weekday')
  return formatDay(date, isOtherYear ? 'dated' : 'short')
}
