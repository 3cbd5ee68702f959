import { longestSeconds } from '@minutebook/shared/meeting'

/**
 * Whole minutes since an ISO time, and `spent` seconds before it. Of a time to come, because the clocks of two people
 * differ, only those before; null where it is no time, or one that was left long ago.
 */
export function minutesSince(since: string | null, nowMs: number, spent = 0): number | null {
  const seconds = since === null ? Number.NaN : (nowMs - Date.parse(since)) / 1000
  if (Number.isNaN(seconds) || seconds > longestSeconds) return null
  return Math.floor((Math.max(0, seconds) + spent) / 60)
}

/** How long a point has taken, and may take: `4 of 15 min`, `4 min`, `15 min`; without any of both nothing. */
export function clockWords(elapsed: number | null, minutes: number | null): string {
  if (elapsed === null) return minutes === null ? '' : `${minutes} min`
  return minutes === null ? `${elapsed} min` : `${elapsed} of ${minutes} min`
}

/** Whether a point takes longer than it was to. */
export function isOver(elapsed: number | null, minutes: number | null): boolean {
  return elapsed !== null && minutes !== null && elapsed >= minutes
}
