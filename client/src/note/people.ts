import type { Person } from '../person/presence.ts'
import { colorsOf, preferredColor } from '../ui/person-color.ts'

/** Who is in the note now, beside whom the note names. */
export interface PeopleHere {
  here: readonly Person[]
  isHere: (name: string) => boolean
  /** the color of anybody: who is here chose theirs */
  colorOf: (name: string) => string
}

/** @param participants the entries of the front matter */
export function peopleHere(here: readonly Person[], participants: readonly string[]): PeopleHere {
  const chosen = new Map(here.map((person) => [person.name, person.color]))
  const colors = colorsOf(participants, chosen)
  return {
    here,
    isHere: (name) => chosen.has(name),
    colorOf: (name) => colors.get(name) ?? preferredColor(name),
  }
}
