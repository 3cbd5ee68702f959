import type { NoteAgenda } from '@minutebook/shared/api'
import { meetingClock, type MeetingClock } from '../agenda/meeting-clock.ts'

/** How the meeting of a note stands with its time. @param datetime of the meeting, as in the header */
export function clockOf({ points, begun }: NoteAgenda, datetime: string | null, nowMs: number): MeetingClock {
  const named = points.map((point, index) => ({ ...point, id: String(index) }))
  const discussed = new Map(
    named.flatMap(({ id, discussed }) => (discussed === null ? [] : [[id, discussed] as const])),
  )
  return meetingClock(named, { begun, discussed }, datetime, nowMs)
}
