import type { Person } from '@minutebook/shared/api'

/** Those who are in a team and answer to a query: by a part of a name, initials or a handle, accents and case aside. */
export function findPeople(people: readonly Person[], query: string, team: string): Person[] {
  const wanted = folded(query).replace(/^@/, '')
  return people.filter(
    (person) =>
      (team === '' || person.teams.some((each) => folded(each) === folded(team))) &&
      [person.name, ...person.entries.map(({ name }) => name), ...person.initials, ...person.handles].some((name) =>
        folded(name).includes(wanted),
      ),
  )
}

/** A name under which notes list somebody, and the entries of all teams that have it. */
export interface ListedName {
  name: string
  refs: string[]
  teams: string[]
  meetings: number
}

/** The names of a person, the one that is listed most first. */
export function namesOf({ entries }: Person): ListedName[] {
  const names = new Map<string, ListedName>()
  for (const { ref, name, team, meetings } of entries) {
    const key = folded(name).replace(/\s+/g, '')
    const known = names.get(key) ?? { name, refs: [], teams: [], meetings: 0 }
    known.refs.push(ref)
    if (team !== '') known.teams.push(team)
    known.meetings += meetings
    names.set(key, known)
  }
  return [...names.values()].toSorted((a, b) => b.meetings - a.meetings)
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
