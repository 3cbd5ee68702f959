import { keyOf } from '@minutebook/shared/meeting'
import type { TeamPeople } from '../../editor/items/context.ts'
import { readWhen } from '../when.ts'

const hourMs = 3_600_000
/** From so long before the meeting until so long after its beginning, who opens the note takes part. */
const nearMs = { before: hourMs, after: 4 * hourMs } as const

/** Whether it is about time for the meeting. [P29] */
export function isNear(datetime: string | null, now: number): boolean {
  if (datetime === null) return false
  const when = readWhen(datetime)
  if (!when) return false
  const offset = /(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/.exec(datetime.trim().slice(10))?.[0] ?? ''
  const full = /^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const isDay = !/\d:\d/.test(datetime)
  const begins = Date.parse(`${when.local}:00${full.toUpperCase()}`)
  const ends = isDay ? begins + 24 * hourMs : begins + nearMs.after
  return now >= begins - (isDay ? 0 : nearMs.before) && now <= ends
}

/** Somebody who is here: the name that they gave, and what the note would list. */
interface Unlisted {
  name: string
  entry: string
}

/**
 * Those who are here and whom the note does not list, with the team's usual entry where they are certainly known there.
 * Who gave no name is nobody to list. [P28]
 */
export function unlisted(
  here: readonly string[],
  participants: readonly string[],
  team: TeamPeople | null,
): Unlisted[] {
  const keys = new Set(participants.map(keyOf))
  const ids = new Set(participants.map((name) => team?.idOf(name) ?? null).filter((id) => id !== null))
  const found = new Map<string, Unlisted>()
  for (const name of here) {
    const id = team?.idOf(name) ?? null
    if (name === 'Guest' || keys.has(keyOf(name)) || (id !== null && ids.has(id))) continue
    const usual = id === null ? undefined : team?.others.find((other) => other.id === id)
    found.set(id ?? keyOf(name), { name, entry: usual?.entry ?? name })
  }
  return [...found.values()]
}
