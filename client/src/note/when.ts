import { formatDay } from '../ui/dates.ts'

/** A datetime of the front matter in words. */
export interface When {
  /** "Wednesday, October 25, 2023 at 13:00" */
  words: string
  /** "Wed, Oct 25, 2023 at 13:00" */
  short: string
  /** "UTC+2"; null where it was written without an offset */
  zone: string | null
  /** "2023-10-25T13:00", as a datetime field takes it */
  local: string
}

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ ]*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/

/** Reads a datetime as the people of the meeting meant it: at their place's time. Null where it is no datetime. */
export function readWhen(datetime: string): When | null {
  const match = pattern.exec(datetime.trim())
  if (!match) return null
  const [, year = '', month = '', day = '', hour, minute, , offset] = match
  const isoDay = `${year}-${month}-${day}`
  const date = new Date(`${isoDay}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null
  const time = hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
  const at = time === null ? '' : ` at ${time}`
  return {
    words: formatDay(isoDay, 'long') + at,
    short: formatDay(isoDay, 'full') + at,
    zone: offset === undefined ? null : zoneWords(offset),
    local: `${isoDay}T${time ?? '00:00'}`,
  }
}

/**
 * The datetime with another day and time, written as it was before.
 *
 * @param before as written until now; '' where there was none
 * @param local "2023-10-25T13:00"
 * @param offsetMinutes of the reader's clock at that time east of UTC, for a datetime that is new
 */
export function writeWhen(before: string, local: string, offsetMinutes: number): string {
  const [day = '', time = ''] = local.split('T')
  const match = pattern.exec(before.trim())
  if (!match) return `${day}T${time}:00${offsetText(offsetMinutes)}`
  const [whole, , , , hour, , seconds, offset = ''] = match
  if (hour === undefined) return time === '00:00' ? day : `${day}T${time}:00${offsetText(offsetMinutes)}`
  const separator = whole.includes('T') || whole.includes('t') ? 'T' : ' '
  return `${day}${separator}${time}${seconds === undefined ? '' : `:${seconds}`}${offset}`
}

function zoneWords(offset: string): string {
  if (/^z$/i.test(offset)) return 'UTC'
  const hours = Number(offset.slice(1, 3))
  const minutes = offset.slice(3).replace(':', '')
  if (hours === 0 && /^0*$/.test(minutes)) return 'UTC'
  return `UTC${offset.startsWith('-') ? '−' : '+'}${hours}${/^0*$/.test(minutes) ? '' : `:${minutes}`}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
