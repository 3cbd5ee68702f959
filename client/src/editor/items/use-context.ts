import { useEffect, useMemo, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { peopleOf } from '../../person/presence.ts'
import type { ItemContext, TeamPeople } from './context.ts'

/** What the lines are read and drawn with; a new object only when a part of it is another. */
export function useItemContext(
  awareness: Awareness,
  day: string | null,
  participants: readonly string[],
  team: TeamPeople | null,
): ItemContext {
  const present = usePresentColors(awareness)
  const people = participants.join('\n')
  const [today] = useState(() => localDay(new Date()))
  return useMemo(
    () => ({
      day,
      today,
      participants: people === '' ? [] : people.split('\n'),
      team,
      present: new Map(present === '' ? [] : present.split('\n').map((entry) => splitEntry(entry))),
    }),
    [day, today, people, present, team],
  )
}

/** The colors of those who are here, as lines of color, blank and name: a string stays the same while nobody comes or goes. */
function usePresentColors(awareness: Awareness): string {
  const [present, setPresent] = useState(() => presentColors(awareness))
  useEffect(() => {
    const update = () => setPresent(presentColors(awareness))
    update()
    awareness.on('change', update)
    return () => awareness.off('change', update)
  }, [awareness])
  return present
}

function presentColors(awareness: Awareness): string {
  return peopleOf(awareness.getStates(), awareness.clientID)
    .map(({ name, color }) => `${color} ${name}`)
    .join('\n')
}

function splitEntry(entry: string): [name: string, color: string] {
  const blank = entry.indexOf(' ')
  return [entry.slice(blank + 1), entry.slice(0, blank)]
}

function localDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
