import { useEffect, useRef, useState } from 'react'
import type { Person } from '../person/presence.ts'
import { companyNews } from './company-news.ts'

/** Who comes and goes within this time is told together. */
const gatherMs = 5000

/**
 * Says who came and went, for those who do not see it. Whoever is here in the first moment is no news, and while the
 * connection is away nobody has left.
 */
export function useCompanyNews(people: readonly Person[], isLive: boolean): string {
  const [news, setNews] = useState('')
  const told = useRef<string[] | null>(null)
  const now = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    if (!isLive) return
    now.current = people.filter((person) => !person.isMe).map((person) => person.name)
    timer.current ??= setTimeout(() => {
      timer.current = null
      const said = told.current ? companyNews(told.current, now.current) : ''
      told.current = now.current
      if (said !== '') setNews(said)
    }, gatherMs)
  }, [people, isLive])
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  return news
}
