import { agendaMovers } from '@minutebook/shared/doc'
import type { AgendaPoint } from '@minutebook/shared/meeting'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { Person } from '../../person/presence.ts'
import type { Session } from '../../session/session.ts'
import { useSessionValue } from '../session-value.ts'
import { gatherMs, Gathering } from './gathering.ts'
import { saidOfMove } from './moves.ts'
import { spokenStatus } from './spoken.ts'

interface LiveRegionProps {
  session: Session
  /** the connection is there */
  isLive: boolean
  people: readonly Person[]
  points: readonly AgendaPoint[]
}

/**
 * Says, to those who do not see it, how the note stands with the server, who came and went, and that the meeting went
 * on. Typing is never announced.
 */
export function LiveRegion({ session, isLive, people, points }: LiveRegionProps) {
  const [connection, setConnection] = useState('')
  const [said, setSaid] = useState('')
  const state = useSessionValue(session, ({ status }) => status.state)
  const words = useSessionValue(session, ({ status }) => status.words)
  const next = spokenStatus({ state, words }, connection)
  if (next !== connection) setConnection(next)
  useCompanyNews(people, isLive, setSaid)
  useAgendaNews(session.doc, people, points, setSaid)
  return (
    <div className="sr">
      <output aria-label="Connection">{next}</output>
      <output aria-label="News of the meeting">{said}</output>
    </div>
  )
}

function useCompanyNews(people: readonly Person[], isLive: boolean, say: (words: string) => void): void {
  const [gathering] = useState(() => new Gathering())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const names = people.filter((person) => !person.isMe).map((person) => person.name)
  const key = names.join('\n')
  const tell = useEffectEvent(() => {
    timer.current = undefined
    const words = gathering.say()
    if (words !== '') say(words)
  })
  useEffect(() => {
    if (!isLive) gathering.forget()
    else if (gathering.take(key === '' ? [] : key.split('\n'))) timer.current ??= setTimeout(tell, gatherMs)
  }, [gathering, key, isLive])
  useEffect(() => () => clearTimeout(timer.current), [])
}

function useAgendaNews(
  doc: Y.Doc,
  people: readonly Person[],
  points: readonly AgendaPoint[],
  say: (words: string) => void,
): void {
  const before = useRef<readonly AgendaPoint[] | null>(null)
  const mover = useEffectEvent((point: AgendaPoint) => {
    const client = point.id === null ? undefined : agendaMovers(doc).get(point.id)
    const person = people.find(({ clients }) => client !== undefined && clients.includes(client))
    return person && !person.isMe ? person.name : null
  })
  useEffect(() => {
    const words = before.current === null ? '' : saidOfMove(before.current, points, mover, Date.now())
    if (points.length > 0) before.current = points
    if (words !== '') say(words)
  }, [points, say])
}
