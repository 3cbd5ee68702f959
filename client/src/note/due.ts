import { daysBetween, formatDay } from '../ui/dates.ts'

/** A due date as the pill shows it. */
export interface DueWords {
  words: string
  tone: 'late' | 'soon' | 'later'
}

/** A date in the next two days counts as soon and gains its weekday. */
const soonDays = 2

/** @param due "YYYY-MM-DD" @param today the same */
export function dueWords(due: string, today: string, isDone: boolean): DueWords {
  const days = daysBetween(today, due)
  const isOtherYear = due.slice(0, 4) !== today.slice(0, 4)
  const plain = formatDay(due, isOtherYear ? 'dated' : 'short')
  if (isDone) return { words: plain, tone: 'later' }
  if (days < 0) return { words: plain, tone: 'late' }
  return days <= soonDays ? { words: formatDay(due, 'weekday'), tone: 'soon' } : { words: plain, tone: 'later' }
}
