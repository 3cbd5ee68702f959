import { clockOf, dayOf, formatDay } from '../../ui/dates.ts'

/** A time as people say it: `at 16:05`, or with the day where that is another. */
export function whenFinished(at: string, now: Date = new Date()): string {
  const time = new Date(at)
  const day = dayOf(time)
  return `${day === dayOf(now) ? '' : `on ${formatDay(day, 'dated')} `}at ${clockOf(time)}`
}
