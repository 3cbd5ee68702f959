import type { AgendaPoint } from '@minutebook/shared/meeting'
import { useEffect, useState, type CSSProperties } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import { clockWords, isOver, minutesSince } from '../../editor/agenda/clock.ts'
import { meetingClock, type MeetingClock } from './meeting-clock.ts'

const lookMs = 5000
/** What an item takes in the bar that does not say how long it is to take. */
const usualMinutes = 5

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
      <div className="progress" aria-hidden="true">
        {points.map((point) => (
          <i key={point.path.join('.')} className={classOf(point)} style={barStyle(point, elapsed)} />
        ))}
      </div>
      <p className="sr">
        {discussed} of {points.length} agenda items discussed
      </p>
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

function classOf({ state }: AgendaPoint): string | undefined {
  return state === 'discussed' ? 'done' : state === 'now' ? 'now' : undefined
}

function barStyle({ state, minutes }: AgendaPoint, elapsed: number | null): CSSProperties {
  const planned = minutes ?? usualMinutes
  const part = state === 'now' && elapsed !== null ? Math.min(100, Math.max(8, (elapsed / planned) * 100)) : null
  return { '--minutes': planned, ...(part === null ? {} : { '--elapsed': `${part}%` }) }
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
