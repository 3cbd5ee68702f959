import type { AgendaPoint } from '@minutebook/shared/meeting'
import type { CSSProperties } from 'react'

/** What an item takes in the bar that does not say how long it is to take. */
const usualMinutes = 5

type Point = Pick<AgendaPoint, 'state' | 'minutes'>

interface ProgressProps {
  points: readonly Point[]
  /** minutes that the present item has taken */
  elapsed: number | null
}

/** How far the agenda is: a part for each item, as long as it is to take. */
export function Progress({ points, elapsed }: ProgressProps) {
  const discussed = points.filter(({ state }) => state === 'discussed').length
  return (
    <>
      <div className="progress" aria-hidden="true">
        {[...points.entries()].map(([index, point]) => (
          <i key={index} className={classOf(point)} style={barStyle(point, elapsed)} />
        ))}
      </div>
      <p className="sr">
        {discussed} of {points.length} agenda items discussed
      </p>
    </>
  )
}

function classOf({ state }: Point): string | undefined {
  return state === 'discussed' ? 'done' : state === 'now' ? 'now' : undefined
}

function barStyle({ state, minutes }: Point, elapsed: number | null): CSSProperties {
  const planned = minutes ?? usualMinutes
  const part = state === 'now' && elapsed !== null ? Math.min(100, Math.max(8, (elapsed / planned) * 100)) : null
  return { '--minutes': planned, ...(part === null ? {} : { '--elapsed': `${part}%` }) }
}
