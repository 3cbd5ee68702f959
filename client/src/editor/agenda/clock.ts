/** Whole minutes since an ISO time; 0 where the clocks of two people differ and it is to come, null where it is no time. */
export function minutesSince(since: string | null, nowMs: number): number | null {
  const from = since === null ? Number.NaN : Date.parse(since)
  return Number.isNaN(from) ? null : Math.max(0, Math.floor((nowMs - from) / 60_000))
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
