const day = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })

const formats = {
  /** Wednesday, October 25, 2023 */
  long: day({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
  /** October 2023 */
  month: day({ year: 'numeric', month: 'long' }),
  /** Oct 25 */
  short: day({ month: 'short', day: 'numeric' }),
  /** Fri, Oct 27 */
  weekday: day({ weekday: 'short', month: 'short', day: 'numeric' }),
  /** Wed, Oct 25, 2023 */
  full: day({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }),
  /** Oct 25, 2023 */
  dated: day({ year: 'numeric', month: 'short', day: 'numeric' }),
}

/** A calendar day in words. @param isoDay "YYYY-MM-DD" */
export function formatDay(isoDay: string, style: keyof typeof formats): string {
  return formats[style].format(new Date(`${isoDay}T00:00:00Z`))
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The calendar day of a moment, "YYYY-MM-DD", where the reader is. */
export function dayOf(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Days from one calendar day to another, negative where it is before. Both "YYYY-MM-DD". */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
