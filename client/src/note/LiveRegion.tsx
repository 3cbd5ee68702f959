import { useState } from 'react'
import type { Person } from '../person/presence.ts'
import type { Status } from '../session/status.ts'
import { spokenStatus } from './spoken.ts'
import { useCompanyNews } from './use-company-news.ts'

interface LiveRegionProps {
  status: Status
  people: readonly Person[]
  isLive: boolean
}

/** What a screen reader says by itself: how the note stands with the server, who comes and goes. Never what others type. */
export function LiveRegion({ status, people, isLive }: LiveRegionProps) {
  const [said, setSaid] = useState('')
  const next = spokenStatus(status, said)
  if (next !== said) setSaid(next)
  const company = useCompanyNews(people, isLive)
  return (
    <div className="sr">
      <output aria-label="Connection">{next}</output>
      <output aria-label="Company">{company}</output>
    </div>
  )
}
