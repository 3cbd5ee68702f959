// the platform's formatters take 10 ms each to be made, which a page would wait for
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')

interface Parts {
  weekday: string
  month: string
  day: number
  year: number
}

const short = (name: string) => name.slice(0, 3)

const formats = {
  /** Wednesday, October 25, 2023 */
  long: ({ weekday, month, day, year }: Parts) => `${weekday}, ${month} ${day}, ${year}`,
  /** October 2023 */
  month: ({ month, year }: Parts) => `${month} ${year}`,
  /** October 25 */
  day: ({ month, day }: Parts) => `${month} ${day}`,
  /** Oct 25 */
  short: ({ month, day }: Parts) => `${short(month)} ${day}`,
  /** Fri, Oct 27 */
  weekday: ({ weekday, month, day }: Parts) => `${short(weekday)}, ${short(month)} ${day}`,
  /** Wed, Oct 25, 2023 */
  full: ({ weekday, month, day, year }: Parts) => `${short(weekday)}, ${short(month)} ${day}, ${year}`,
  /** Oct 25, 2023 */
  dated: ({ month, day, year }: Parts) => `${short(month)} ${day}, ${year}`,
}

/** A calendar day in words. @param isoDay "YYYY-MM-DD" */
export function formatDay(isoDay: string, style: keyof typeof formats): string {
  const date = new Date(`${isoDay}T00:00:00Z`)
  const [weekday, month] = [weekdays[date.getUTCDay()], months[date.getUTCMonth()]]
  if (!weekday || !month) throw new RangeError(`no such day: ${isoDay}`)
  return formats[style]({ weekday, month, day: date.getUTCDate(), year: date.getUTCFullYear() })
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * The time of day of a moment, where the reader is, as people write it there: `9:05 PM`, `21:05`.
 *
 * @param locale the reader's if absent
 */
export function clockOf(moment: Date, locale?: string): string {
  return moment.toLocaleTimeString(locale, { timeStyle: 'short' })
}

/** The calendar day of a moment, "YYYY-MM-DD", where the reader is. */
export function dayOf(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Days from one calendar day to another, negative where it is before. Both "YYYY-MM-DD". */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
