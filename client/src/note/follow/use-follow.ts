import { useCallback, useEffect, useEffectEvent, useState, type RefObject } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import type { Person } from '../../person/presence.ts'
import type { Session } from '../../session/session.ts'
import { headOf, keyOf, viewOf, type LastCarets } from './places.ts'
import { watchCarets } from './watch-carets.ts'

/** Somebody's moves are followed so often at most. */
const followMs = 150

export interface Follow {
  /** whom this page follows now */
  person: Person | null
  start: (person: Person) => void
  stop: () => void
}

interface FollowParts {
  session: Session
  handle: EditorHandle | null
  sheet: RefObject<HTMLElement | null>
  people: readonly Person[]
  last: LastCarets
}

/** Lets the view go where somebody else goes, until this person does something of their own, or the other leaves. */
export function useFollow({ session, handle, sheet, people, last }: FollowParts): Follow {
  const { awareness } = session
  const [key, setKey] = useState<number | null>(null)
  const person = people.find((each) => !each.isMe && keyOf(each) === key) ?? null
  if (key !== null && person === null) setKey(null)
  const stop = useCallback(() => setKey(null), [])
  const start = useCallback((next: Person) => setKey(keyOf(next)), [])

  const clients = person?.clients.join(' ') ?? ''
  useEffect(() => {
    if (clients === '' || !handle) return undefined
    const followed = clients.split(' ').map(Number)
    awareness.setLocalStateField('follows', followed)
    const end = watchPerson({ session, handle, followed, last })
    return () => {
      end()
      if (awareness.getLocalState() !== null) awareness.setLocalStateField('follows', null)
    }
  }, [awareness, session, handle, clients, last])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isOwnMove = event.target instanceof Node && sheet.current?.contains(event.target) === true
    const isModifier = ['Shift', 'Control', 'Alt', 'Meta', 'F6', 'Tab'].includes(event.key)
    if (event.key === 'Escape' || (isOwnMove && !isModifier && !isInBar(event.target))) stop()
  })
  useEffect(() => {
    const element = sheet.current
    if (clients === '' || !element) return undefined
    const listening = new AbortController()
    const options = { signal: listening.signal, passive: true, capture: true }
    const move = (event: Event) => {
      if (!isInBar(event.target)) stop()
    }
    for (const type of ['wheel', 'touchmove', 'pointerdown']) element.addEventListener(type, move, options)
    addEventListener('keydown', onKey, options)
    return () => listening.abort()
  }, [clients, sheet, stop])

  return { person, start, stop }
}

function isInBar(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pills') !== null
}

interface Watch {
  session: Session
  handle: EditorHandle
  followed: readonly number[]
  last: LastCarets
}

/** Goes where one of the windows of somebody moved last: to its caret, or to what it shows. Gives what ends it. */
function watchPerson({ session, handle, followed, last }: Watch): () => void {
  const { awareness } = session
  let caret = ''
  let block: number | null = null
  const look = () => {
    for (const client of followed) {
      const state = awareness.getStates().get(client)
      const head = headOf(state) ?? last.get(client) ?? null
      const view = viewOf(state)
      const isCaretNew = JSON.stringify(head) !== caret
      const isViewNew = view !== null && view !== block
      caret = JSON.stringify(head)
      block = view
      if (isCaretNew || !isViewNew) handle.goToCaret([client], head, 'follow')
      else if (view !== null) handle.goToBlock(view)
    }
  }
  look()
  return watchCarets(session, followMs, look)
}
