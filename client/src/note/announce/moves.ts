import type { AgendaPoint } from '@minutebook/shared/meeting'

/** Older moves are no news: somebody who comes late hears of none. */
const freshMs = 60_000

/**
 * What to say when the agenda goes on; empty where it did not.
 *
 * @param by who moved it on, null where that is this person, or nobody knows
 */
export function saidOfMove(
  before: readonly AgendaPoint[],
  after: readonly AgendaPoint[],
  by: (point: AgendaPoint) => string | null,
  nowMs: number,
): string {
  const present = after.find(({ state }) => state === 'now')
  const last = before.find(({ state }) => state === 'now')
  if (!present) {
    const isOver = last !== undefined && after.length > 0 && after.every(({ state }) => state === 'discussed')
    return isOver ? 'The agenda is discussed' : ''
  }
  const isSame = last?.id === present.id && last.since === present.since
  const isFresh = Math.abs(nowMs - Date.parse(present.since ?? '')) < freshMs
  if (isSame || !isFresh) return ''
  const name = by(present)
  return name === null ? `Moved on to ${present.text}` : `${name} moved on to ${present.text}`
}
