import { labelKey, teamKey, type Whose } from '@minutebook/shared/meeting'
import { foldName } from './words.ts'

/** Under whom TODOs are gathered. */
export interface OwnerGroup {
  /** the same for everything that means this owner; keys sort by name */
  key: string
  /** as it is shown */
  name: string
}

/** Whom a group means, as far as anybody knows. */
export interface KnownGroup extends OwnerGroup {
  /** who it certainly is, with the initials by which notes mostly name them */
  person: { id: string; initials: string } | null
  /** who it may be, and what to choose for; null where there is nothing to choose */
  unsure: { label: string; team: string; candidates: { id: string; name: string }[] } | null
}

/** The key of what has no owner. It comes after every name. */
export const nobody = '\uFFFF'

/** Stands between the name and what tells one group from others of that name; no name has it. */
const mark = ' ~'

/** A label that nobody knows. [L97] */
export function writtenGroup(label: string): KnownGroup {
  return { key: `${foldName(label)}${mark}`, name: label.replace(/^@/, ''), person: null, unsure: null }
}

/**
 * Under whom a note's label gathers what it owns: the person, else the label by itself, apart for each team where several
 * may be meant. [L95] [L96]
 *
 * @param teams of the note, as written; a choice is kept for the first
 */
export function groupOf(
  label: string,
  meant: Whose | undefined,
  teams: readonly string[],
  initialsOf: (person: string) => string,
): KnownGroup {
  if (meant?.kind === 'person') {
    const { id, name } = meant.person
    return { key: keyOfPerson(meant.person), name, person: { id, initials: initialsOf(id) }, unsure: null }
  }
  const written = writtenGroup(label)
  if (meant?.kind !== 'ambiguous') return written
  const [team = ''] = teams
  return {
    ...written,
    key: `${written.key}?${teamKey(team)}:${labelKey(label)}`,
    unsure: { label: written.name, team, candidates: meant.candidates.map(({ id, name }) => ({ id, name })) },
  }
}

export function keyOfPerson({ id, name }: { id: string; name: string }): string {
  return `${foldName(name)}${mark}@${id}`
}

/** Whether this is the key of a group, and not what somebody is called. */
export function isKey(owner: string): boolean {
  return owner === nobody || owner.includes(mark)
}

/** The id of the person whose group has this key, whatever they were called then; null for other groups. */
export function personOfKey(key: string): string | null {
  const [, id] = key.split(`${mark}@`)
  return id ?? null
}
