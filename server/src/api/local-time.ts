/**
 * A moment in whole minutes as ISO 8601 with the offset of a time zone, as people write it: `2024-03-06T14:05:00+01:00`.
 *
 * @param offsetMinutes east of UTC; the machine's time zone at that moment if absent
 */
export function localTime(moment: Date, offsetMinutes = -moment.getTimezoneOffset()): string {
  const local = new Date(moment.getTime() + offsetMinutes * 60_000).toISOString()
  const distance = Math.abs(offsetMinutes)
  const offset = [Math.floor(distance / 60), distance % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${local.slice(0, 16)}:00${offsetMinutes < 0 ? '-' : '+'}${offset}`
}
