import { longestSeconds, secondsBetween, type AgendaMarks, type AgendaPoint } from '@minutebook/shared/meeting'

/** How a meeting stands with its time. */
export interface MeetingClock {
  /** `off` before it begins, and where it was left without an end */
  state: 'off' | 'on' | 'over'
  /** whole minutes that it has taken; null where nobody knows */
  elapsed: number | null
  /** the minutes of all items together; null where none says any */
  planned: number | null
  /** every item says how long it is to take, so that more than that is too long */
  isWhollyPlanned: boolean
}

const usualSeconds = 3600
/** A meeting that begins with its agenda later than this was not begun on its time. */
const latestSeconds = 1800

/**
 * The clock of the meeting: from the time in its header, or from when its first item was started where that was before
 * or long after, until the last item is discussed. Before anybody starts one it goes for as long as the meeting is
 * planned, an hour at least.
 */
export function meetingClock(
  points: readonly Pick<AgendaPoint, 'id' | 'minutes' | 'state'>[],
  { begun, discussed }: Pick<AgendaMarks, 'begun' | 'discussed'>,
  datetime: string | null,
  nowMs: number,
): MeetingClock {
  const minutes = points.flatMap((point) => point.minutes ?? [])
  const planned = minutes.length > 0 ? minutes.reduce((sum, each) => sum + each) : null
  const rest = { planned, isWhollyPlanned: minutes.length === points.length }
  const now = new Date(nowMs).toISOString()
  const start = startOf(datetime)
  if (points.length > 0 && points.every(({ state }) => state === 'discussed')) {
    const end = points
      .flatMap(({ id }) => (id === null ? [] : (discussed.get(id) ?? [])))
      .toSorted()
      .at(-1)
    const seconds = begun === null || end === undefined ? 0 : secondsBetween(beginOf(begun, start), end)
    return { ...rest, state: 'over', elapsed: seconds > 0 ? Math.floor(seconds / 60) : null }
  }
  if (begun !== null && Math.abs(nowMs - Date.parse(begun)) < longestSeconds * 1000) {
    return { ...rest, state: 'on', elapsed: Math.floor(secondsBetween(beginOf(begun, start), now) / 60) }
  }
  const waiting = start !== null && begun === null ? nowMs - Date.parse(start) : -1
  const isTime = waiting >= 0 && waiting < Math.max(usualSeconds, (planned ?? 0) * 60) * 1000
  return isTime
    ? { ...rest, state: 'on', elapsed: Math.floor(waiting / 60_000) }
    : { ...rest, state: 'off', elapsed: null }
}

function beginOf(begun: string, start: string | null): string {
  if (start === null) return begun
  const late = secondsBetween(start, begun)
  return late > 0 && late <= latestSeconds ? start : begun
}

const pattern = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:([Zz])|([+-]\d{2}):?(\d{2})?)?$/

/** The time of a datetime in the header in ISO form, in the reader's zone where it names none; null where it has none. */
function startOf(datetime: string | null): string | null {
  const [, day, hour = '', minute, utc, hours, minutes = '00'] = pattern.exec(datetime?.trim() ?? '') ?? []
  if (day === undefined) return null
  const zone = utc ? 'Z' : hours ? `${hours}:${minutes}` : ''
  const time = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00${zone}`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
