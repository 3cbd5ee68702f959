import { useLayoutEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Identity } from '../person/identity.ts'
import { peopleOf, shownColor, type Person } from '../person/presence.ts'
import type { Session } from '../session/session.ts'

/** Tells the others who I am, and follows who is here. Resolves two people of one color: whoever came later takes another. */
export function usePresence(session: Session, identity: Identity | null): Person[] {
  const { awareness } = session
  // at once: the text is drawn with the colors of those who are here, and drawn again when they change
  const [joined] = useState(() => {
    const now = Date.now()
    if (identity) introduce(awareness, identity, now)
    return now
  })
  const [people, setPeople] = useState(() => peopleIn(awareness))

  useLayoutEffect(() => {
    const follow = () => {
      // setting it calls this function again
      if (identity && introduce(awareness, identity, joined)) return
      setPeople((before) => {
        const after = peopleIn(awareness)
        return JSON.stringify(before) === JSON.stringify(after) ? before : after
      })
    }
    awareness.on('change', follow)
    follow()
    return () => awareness.off('change', follow)
  }, [awareness, identity, joined])

  return people
}

const peopleIn = (awareness: Awareness) => peopleOf(awareness.getStates(), awareness.clientID)

/** Tells the others who I am. False where they know. */
function introduce(awareness: Awareness, identity: Identity, joined: number): boolean {
  const shown = shownColor({ ...identity, joined, client: awareness.clientID }, awareness.getStates())
  const state = awareness.getLocalState()
  const user: unknown = state?.['user']
  if (isUser(user) && user.name === identity.name && user.color === shown) return false
  awareness.setLocalState({ ...state, user: { name: identity.name, color: shown }, joined })
  return true
}

function isUser(value: unknown): value is Record<'name' | 'color', unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && 'color' in value
}
