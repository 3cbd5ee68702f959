import { initialsOf } from '@minutebook/shared/meeting'
import { colorsOf, preferredColor } from '../../ui/person-color.ts'
import type { ItemContext } from '../items/context.ts'
import type { Candidate } from './trigger.ts'

/** The people of the meeting who answer to a query: those who are here first, then the others of its list. */
export function findPeople(query: string, { participants, present }: ItemContext): Candidate[] {
  const colors = colorsOf(participants, present)
  const names = [...new Set([...present.keys(), ...participants])]
  const wanted = folded(query)
  return names
    .map((name) => ({
      name,
      initials: initialsOf(name),
      color: colors.get(name) ?? preferredColor(name),
      isHere: present.has(name),
    }))
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wanted) }))
    .filter(({ rank }) => rank < notFound)
    .sort((a, b) => a.rank - b.rank)
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
