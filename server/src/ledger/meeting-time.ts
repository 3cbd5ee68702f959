const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:\s*T\s*|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*$/i

/**
 * The moment of a meeting as an ISO time in UTC, or null where `datetime` names none. A date alone is its first moment;
 * a time without an offset is UTC. [L7]
 *
 * @param day the day that the datetime certainly names, for forms that this reading does not know
 */
export function meetingTime(datetime: string | null, day: string | null): string | null {
  const match = datetime === null ? null : pattern.exec(datetime.trim())
  if (!match) return day === null ? null : `${day}T00:00:00.000Z`
  const [year, month, date, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0))
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, date, hour, minute, second)
  const moment = new Date(time - offsetMs(match[7]))
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined || offset.toUpperCase() === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', ''))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
