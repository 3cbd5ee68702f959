const isoDay = /^\s*(\d{4})-(\d\d?)-(\d\d?)(?=$|[T\s])/i

/** The day, "YYYY-MM-DD", that a note's `datetime` certainly names in its own time zone; else null. */
export function meetingDay(datetime: string | null): string | null {
  const [, year, month, day] = isoDay.exec(datetime ?? '') ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
