/** Days as "YYYY-MM-DD", without time zones. */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const msPerDay = 86_400_000

/** The day with these numbers (month from 1); null where the calendar has none. */
export function dayOf(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && isoOf(time) === iso ? iso : null
}

/** The number of a month from its name or its first three or four letters. */
export function monthOf(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** The number of a weekday, Sunday 0, from its name or first three letters. */
export function weekdayOf(name: string): number {
  return weekdayNames.indexOf(name.slice(0, 3).toLowerCase())
}

/** The weekday of a day, Sunday 0. */
export function weekdayAt(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + count * msPerDay)
}

/** The last day of a month (from 1; 13 is January of the year after). */
export function lastOfMonth(year: number, month: number): string {
  return isoOf(Date.UTC(year, month, 0))
}

/** The next day of that month and day on or after `day`; null where no such day comes within a year. */
export function nextDay(month: number, dayOfMonth: number, day: string): string | null {
  const year = Number(day.slice(0, 4))
  for (const candidate of [dayOf(year, month, dayOfMonth), dayOf(year + 1, month, dayOfMonth)]) {
    if (candidate !== null && candidate >= day) return candidate
  }
  return null
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
