const everyMs = 100
const restMs = 1000
const latestMs = 10_000

/** By how much a timer is late on a page that has something to do. */
const lateMs = 50

/** Calls `run` when the page has been at rest for a second, ten seconds from now at the latest. */
export function whenAtRest(run: () => void): void {
  const end = performance.now() + latestMs
  let restingSince = performance.now()
  const look = (dueAt: number) => {
    const now = performance.now()
    if (now - dueAt > lateMs) restingSince = now
    if (now - restingSince >= restMs || now >= end) run()
    else wait(now)
  }
  const wait = (now: number) => setTimeout(() => look(now + everyMs), everyMs)
  wait(restingSince)
}
