import { startTransition, useEffect, useMemo, useState } from 'react'
import type { Person } from '../../person/presence.ts'
import type { Session } from '../../session/session.ts'
import { placesOf, rememberCarets, type LastCarets } from './places.ts'
import { watchCarets } from './watch-carets.ts'

/** Carets move with each letter; where people are is looked at so often at most. */
const lookMs = 400

/** Where everybody is. */
export interface Places {
  /** in which block each of the others is, by `keyOf` */
  blocks: ReadonlyMap<number, number>
  last: LastCarets
}

/** Follows where everybody is; whoever has no caret now is where they had it last. */
export function usePlaces(session: Session, people: readonly Person[]): Places {
  const [last] = useState<LastCarets>(() => new Map())
  const [places, setPlaces] = useState<ReadonlyMap<number, number>>(() => new Map())
  useEffect(() => {
    const look = () => {
      rememberCarets(last, session.awareness.getStates())
      const next = placesOf(session.doc, people, last)
      startTransition(() => setPlaces((before) => (isSame(before, next) ? before : next)))
    }
    return watchCarets(session, lookMs, look)
  }, [session, people, last])
  return useMemo(() => ({ blocks: places, last }), [places, last])
}

function isSame(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return a.size === b.size && [...a].every(([key, block]) => b.get(key) === block)
}
