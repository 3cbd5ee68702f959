import { nextPoint, type AgendaPoint } from '@minutebook/shared/meeting'
import { useEffect, useState, type CSSProperties } from 'react'
import { clockWords, isOver, minutesSince } from '../../editor/agenda/clock.ts'
import { Icon } from '../../ui/Icon.tsx'

const lookMs = 5000
/** What an item takes in the bar that does not say how long it is to take. */
const usualMinutes = 5

/** Over the outline: that the meeting is going on, how long its present item has taken, and how far the agenda is. */
export function AgendaClock({ points }: { points: readonly AgendaPoint[] }) {
  const now = useNow()
  const present = points.find(({ state }) => state === 'now')
  if (!present) return null
  const elapsed = minutesSince(present.since, now)
  const discussed = points.filter(({ state }) => state === 'discussed').length
  return (
    <div className="clock">
      <header>
        <span className="live">In progress</span>
        <span className={isOver(elapsed, present.minutes) ? 'num tone-warn' : 'num'}>
          {clockWords(elapsed, present.minutes)}
        </span>
      </header>
      <div className="progress" aria-hidden="true">
        {points.map((point) => (
          <i key={point.path.join('.')} className={classOf(point)} style={barStyle(point, elapsed)} />
        ))}
      </div>
      <p className="sr">
        {discussed} of {points.length} agenda items discussed
      </p>
    </div>
  )
}

/** Ticks the present item and goes on to the next one, for everybody. */
export function NextItem({ points, onNext }: { points: readonly AgendaPoint[]; onNext: () => void }) {
  const present = points.findIndex(({ state }) => state === 'now')
  const next = nextPoint(points, present)
  if (present < 0 && !next) return null
  const words = present < 0 ? 'Start' : next ? 'Next' : 'Done'
  const named = next ?? points[present]
  return (
    <button type="button" className="btn small next-item" onClick={onNext}>
      <span>
        {words}: {named?.text}
      </span>
      <Icon name={next ? 'arrow-right' : 'check'} />
    </button>
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
