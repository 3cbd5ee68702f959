import { initialsOf } from '@minutebook/shared/meeting'
import { colorsOf, preferredColor } from '../../ui/person-color.ts'
import type { ItemContext } from '../items/context.ts'
import type { Candidate } from './trigger.ts'

/** The people who answer to a query: those who are here first, then the others of the note, then those of its team. */
export function findPeople(query: string, { participants, present, team }: ItemContext): Candidate[] {
  const colors = colorsOf(participants, present)
  const listed = new Set([...present.keys(), ...participants])
  const wanted = folded(query)
  const others = wanted === '' ? [] : (team?.others ?? []).map(({ entry }) => entry) // a whole team would bury the others
  const names = [...new Set([...listed, ...others])]
  return names
    .map((name) => ({
      name,
      initials: initialsOf(name),
      color: colors.get(name) ?? preferredColor(name),
      isHere: present.has(name),
      isOfNote: listed.has(name),
    }))
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wanted) }))
    .filter(({ rank }) => rank < notFound)
    .sort((a, b) => Number(b.candidate.isOfNote) - Number(a.candidate.isOfNote) || a.rank - b.rank)
    .map(({ candidate }) => candidate)
}

/** Whether the query is a name that nobody has yet. */
export function isNewName(query: string, context: ItemContext): boolean {
  const wanted = folded(query)
  return wanted !== '' && ![...context.present.keys(), ...context.participants].some((name) => folded(name) === wanted)
}

const notFound = 3

function rankOf({ name, initials }: Candidate, wanted: string): number {
  const plain = folded(name)
  if (plain.startsWith(wanted) || folded(initials) === wanted) return 0
  if (plain.split(/[\s-]+/).some((part) => part.startsWith(wanted))) return 1
  return wanted.length > 1 && plain.includes(wanted) ? 2 : notFound
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
