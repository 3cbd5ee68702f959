import type { AgendaPoint } from '@minutebook/shared/meeting'
import type { EditorHandle } from '../../editor/index.ts'
import { clockWords, isOver, minutesSince } from '../../agenda/clock.ts'
import { meetingClock, type MeetingClock } from '../../agenda/meeting-clock.ts'
import { Progress } from '../../agenda/Progress.tsx'
import { useNow } from '../../agenda/use-now.ts'

interface AgendaClockProps {
  handle: Pick<EditorHandle, 'agendaMarks'>
  points: readonly AgendaPoint[]
  /** the meeting's, as in the header */
  datetime: string | null
}

const words: Record<MeetingClock['state'], string> = { off: 'Agenda', on: 'In progress', over: 'Discussed' }

/** Over the outline: how long the meeting and its present item have taken, and how far the agenda is. */
export function AgendaClock({ handle, points, datetime }: AgendaClockProps) {
  const now = useNow()
  const clock = meetingClock(points, handle.agendaMarks(), datetime, now)
  const present = points.find(({ state }) => state === 'now')
  const discussed = points.filter(({ state }) => state === 'discussed').length
  if (points.length === 0 || (clock.state === 'off' && !present && discussed === 0)) return null
  const elapsed = present ? minutesSince(present.since, now, present.spent) : null
  const isLong = clock.isWhollyPlanned && isOver(clock.elapsed, clock.planned)
  return (
    <div className="clock">
      <header>
        <span className={clock.state === 'on' ? 'live' : undefined}>{words[clock.state]}</span>
        <span className={isLong ? 'num tone-warn' : 'num'}>{clockWords(clock.elapsed, clock.planned)}</span>
      </header>
      <Progress points={points} elapsed={elapsed} />
      {present && (
        <p className="present">
          <span dir="auto">
            <span className="sr">Now discussing: </span>
            {present.text}
          </span>
          <span className={isOver(elapsed, present.minutes) ? 'num tone-warn' : 'num'}>
            {clockWords(elapsed, present.minutes)}
          </span>
        </p>
      )}
    </div>
  )
}
