const time = /^[\d-]+(?:\s*T\s*|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * The moment of a meeting as an ISO time in UTC, or null where no day is certain. A date alone is its first moment; a
 * time without an offset is UTC. [L7]
 *
 * @param datetime as written
 * @param day the day that it certainly names
 */
export function meetingTime(datetime: string | null, day: string | null): string | null {
  if (datetime === null || day === null) return null
  const [, hour = 0, minute = 0, second = 0, offset = 'Z'] = time.exec(datetime.trim()) ?? []
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  return new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000 - offsetMs(offset)).toISOString()
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', ''))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
