import { useLayoutEffect, useState } from 'react'
import type { Identity } from '../person/identity.ts'
import { peopleOf, shownColor, type Person } from '../person/presence.ts'
import type { Session } from '../session/session.ts'

/** Tells the others who I am, and follows who is here. Resolves two people of one color: whoever came later takes another. */
export function usePresence(session: Session, identity: Identity | null): Person[] {
  const { awareness } = session
  const [people, setPeople] = useState<Person[]>([])
  const [joined] = useState(() => Date.now())

  // before the first frame, where one's own circle has its room then
  useLayoutEffect(() => {
    const follow = () => {
      const states = awareness.getStates()
      if (identity) {
        const shown = shownColor({ ...identity, joined, client: awareness.clientID }, states)
        const state = awareness.getLocalState()
        const user: unknown = state?.['user']
        const isTold = isUser(user) && user.name === identity.name && user.color === shown
        // setting it calls this function again
        if (!isTold) return awareness.setLocalState({ ...state, user: { name: identity.name, color: shown }, joined })
      }
      setPeople((before) => {
        const after = peopleOf(states, awareness.clientID)
        return JSON.stringify(before) === JSON.stringify(after) ? before : after
      })
    }
    awareness.on('change', follow)
    follow()
    return () => awareness.off('change', follow)
  }, [awareness, identity, joined])

  return people
}

function isUser(value: unknown): value is Record<'name' | 'color', unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && 'color' in value
}
