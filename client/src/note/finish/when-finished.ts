/** A time as people say it: `at 16:05`, or with the day where that is another. */
export function whenFinished(at: string): string {
  const time = new Date(at)
  const clock = time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  const isToday = time.toDateString() === new Date().toDateString()
  return isToday ? `at ${clock}` : `on ${time.toLocaleDateString(undefined, { dateStyle: 'medium' })} at ${clock}`
}
