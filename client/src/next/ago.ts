const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** How long ago a moment was: "2 minutes ago", "yesterday". @param moment ISO */
export function ago(moment: string, now: Date): string {
  const minutes = Math.round((Date.parse(moment) - now.getTime()) / 60_000)
  if (minutes > -1) return 'just now'
  if (minutes > -60) return format.format(minutes, 'minute')
  if (minutes > -24 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / 60 / 24), 'day')
}
