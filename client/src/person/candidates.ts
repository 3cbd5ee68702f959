import { initialsOf } from '@minutebook/shared/meeting'
import { colorsOf, preferredColor } from '../ui/person-color.ts'

/** Somebody whom a menu offers. */
export interface Candidate {
  name: string
  initials: string
  color: string
  isHere: boolean
  /** false: the note does not list them, only others of its team do */
  isOfNote: boolean
}

/** Who can be offered for a note. */
export interface Offered {
  participants: readonly string[]
  /** the colors of those who are here, by name */
  present: ReadonlyMap<string, string>
  /** what is known of people beyond the note */
  team: { others: readonly { entry: string }[] } | null
}

/** Under which title a menu offers somebody. */
export function groupOf({ isOfNote }: Pick<Candidate, 'isOfNote'>): string {
  return isOfNote ? 'In this meeting' : 'In the team'
}

/**
 * The people who answer to a query: those who are here first, then the others of the note, then those of its team.
 *
 * @param mostOthers so many of the team are offered before anything is typed: a whole team would bury the others
 */
export function findPeople(query: string, { participants, present, team }: Offered, mostOthers = 0): Candidate[] {
  const colors = colorsOf(participants, present)
  const listed = new Set([...present.keys(), ...participants])
  const wanted = folded(query)
  const ofTeam = (team?.others ?? []).map(({ entry }) => entry)
  const others = wanted === '' ? ofTeam.slice(0, mostOthers) : ofTeam
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
export function isNewName(query: string, context: Pick<Offered, 'participants' | 'present'>): boolean {
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
