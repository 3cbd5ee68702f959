const months = 'January February March April May June July August September October November December'.split(' ')
const dayMs = 24 * 60 * 60 * 1000

/** The ways in which people write a day. */
const forms: readonly ((year: string, month: string, day: string) => string)[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${day}.${month}.${year}`,
  (year, month, day) => `${nameOf(month)} ${Number(day)}, ${year}`,
  (year, month, day) => `${nameOf(month).slice(0, 3)} ${Number(day)}, ${year}`,
  (year, month, day) => `${Number(day)} ${nameOf(month)} ${year}`,
  (year, month, day) => `${Number(day)} ${nameOf(month).slice(0, 3)} ${year}`,
]

function nameOf(month: string): string {
  return months[Number(month) - 1] ?? ''
}

/** `text` with the day `from` written as the day `to`, in the same form; both "YYYY-MM-DD". */
export function movedDate(text: string, from: string, to: string): string {
  const [year = '', month = '', day = ''] = from.split('-')
  const [toYear = '', toMonth = '', toDay = ''] = to.split('-')
  for (const form of forms) {
    const written = new RegExp(`(?<!\\d)${form(year, month, day).replaceAll('.', '\\.')}(?!\\d)`)
    if (written.test(text)) return text.replace(written, () => form(toYear, toMonth, toDay))
  }
  return text
}

/** The first day on the weekday of `last` that is later than it and not before `today`; all "YYYY-MM-DD". */
export function nextDay(last: string, today: string): string {
  const from = Date.parse(`${last}T00:00:00Z`)
  const days = Math.max(1, Math.ceil((Date.parse(`${today}T00:00:00Z`) - from) / dayMs))
  return new Date(from + Math.ceil(days / 7) * 7 * dayMs).toISOString().slice(0, 10)
}
