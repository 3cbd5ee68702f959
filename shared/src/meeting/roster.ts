import { listEntries, mostUsed, teamKey, teamsOf, type AllListed, type Listed } from './entries.ts'
import { labelKey } from './label-key.ts'
import { plainInitials } from './name-form.ts'
import type { Correction, Entry, NoteNames, Person } from './roster-facts.ts'
import { samePeople } from './same-person.ts'
import { steadyInitials } from './steady.ts'
import type { NoteRoster, RosterPerson } from './note-roster.ts'

/** The people of all notes. */
export interface Roster {
  /** by name */
  people: readonly Person[]
  /** The person whose entry or id this is. [P17] */
  find(ref: string): Person | null
  /** What is known of people for a note of these teams. */
  of(teams: readonly string[]): NoteRoster
}

/**
 * Grows the roster from what the notes say, and applies what people said since, in its order. [P15]
 *
 * @param corrections oldest first; one that speaks of nobody who is known is passed over
 */
export function buildRoster(notes: readonly NoteNames[], corrections: readonly Correction[]): Roster {
  const all = listEntries(notes)
  const groups = samePeople(all)
  for (const correction of corrections) {
    if (correction.kind === 'merge') groups.join(correction.person, correction.with)
    if (correction.kind === 'split') groups.part(correction.entries)
  }
  const byRef = new Map<string, Person>()
  const people = groups.all().map((refs) => {
    const person = personOf(
      [...refs].flatMap((ref) => all.entries.get(ref) ?? []),
      corrections,
    )
    for (const ref of refs) byRef.set(ref, person)
    return person
  })
  const choices = choicesOf(corrections, byRef)
  const steady = new Map<string, Map<string, string>>()
  const steadyOf = (team: string) => {
    const known = steady.get(team) ?? steadyInitials(all.notes.get(team) ?? [], byRef)
    steady.set(team, known)
    return known
  }
  const made = new Map<string, NoteRoster>()
  return {
    people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),
    find: (ref) => byRef.get(ref) ?? null,
    of: (teams) => {
      const keys = [...new Set(teamsOf(teams).map(teamKey))].toSorted()
      const known = made.get(keys.join('\n'))
      if (known) return known
      const roster = rosterOf(keys, { all, byRef, choices, steadyOf })
      made.set(keys.join('\n'), roster)
      return roster
    },
  }
}

interface Built {
  all: AllListed
  byRef: ReadonlyMap<string, Person>
  choices: readonly { team: string; label: string; person: string | null }[]
  steadyOf: (team: string) => ReadonlyMap<string, string>
}

function rosterOf(teams: readonly string[], { all, byRef, choices, steadyOf }: Built): NoteRoster {
  const entries = teams.flatMap((team) => [...all.entries.values()].filter((entry) => entry.team === team))
  const people = new Map<string, RosterPerson>()
  for (const { ref, form } of entries) {
    const person = byRef.get(ref)
    if (!person) continue
    const known = people.get(person.id) ?? {
      id: person.id,
      name: person.name,
      entry: '',
      keys: [],
      initials: person.initials,
      handles: person.handles,
    }
    people.set(person.id, { ...known, entry: usualEntry(person, teams), keys: [...new Set([...known.keys, form.key])] })
  }
  const steady = teams.filter((team) => team !== '').flatMap((team) => [...steadyOf(team)])
  return {
    teams: [...teams],
    people: [...people.values()],
    choices: choices.filter(({ team }) => teams.includes(team)).map(({ label, person }) => ({ label, person })),
    steady: steady.map(([label, person]) => ({ label, person })),
  }
}

/** The entry that the notes of these teams mostly have for somebody. */
function usualEntry({ entries, name }: Person, teams: readonly string[]): string {
  const here = entries.filter(({ team }) => teams.includes(teamKey(team)))
  return here.toSorted((a, b) => b.meetings - a.meetings)[0]?.name ?? name
}

/** The last choice for each label of a team. A person who is gone leaves it open. */
function choicesOf(corrections: readonly Correction[], byRef: ReadonlyMap<string, Person>): Built['choices'] {
  const last = new Map<string, { team: string; label: string; person: string | null }>()
  for (const correction of corrections) {
    if (correction.kind !== 'choice') continue
    const team = teamKey(correction.team)
    const label = labelKey(correction.label)
    const person = correction.person === null ? null : byRef.get(correction.person)?.id
    if (person !== undefined) last.set(`${team}\n${label}`, { team, label, person })
  }
  return [...last.values()]
}

function personOf(listed: readonly Listed[], corrections: readonly Correction[]): Person {
  const refs = new Set(listed.map(({ ref }) => ref))
  const about = corrections.filter((correction) => 'person' in correction && refs.has(correction.person ?? ''))
  const entries = listed.map((one): Entry => ({
    ref: one.ref,
    name: mostUsed(one.names),
    team: mostUsed(one.teams),
    meetings: one.notes.size,
  }))
  const ordered = entries.toSorted((a, b) => b.meetings - a.meetings || (a.ref < b.ref ? -1 : 1))
  const renamed = about.findLast((correction) => correction.kind === 'rename')
  const initials = new Set(byUse(listed).flatMap(({ form, given }) => [...given, ...form.initials]))
  const handles = new Map(
    listed.flatMap((one) => [...one.handles].map((handle) => [handle.toLowerCase(), handle] as const)),
  )
  for (const correction of about) {
    if (correction.kind === 'initials') set(initials, plainInitials(correction.initials), correction.has)
    if (correction.kind === 'handle') {
      if (correction.has) handles.set(correction.handle.toLowerCase(), correction.handle)
      else handles.delete(correction.handle.toLowerCase())
    }
  }
  return {
    id: [...refs].toSorted()[0] ?? '',
    name: renamed?.kind === 'rename' ? renamed.name : fullestName(listed),
    entries: ordered,
    initials: [...initials],
    handles: [...handles.values()],
    noteIds: [...new Set(listed.flatMap(({ notes }) => [...notes]))],
    lastSeen:
      listed
        .map(({ lastSeen }) => lastSeen)
        .toSorted()
        .at(-1) ?? '',
  }
}

function set(words: Set<string>, word: string, has: boolean): void {
  if (has) words.add(word)
  else words.delete(word)
}

function byUse(listed: readonly Listed[]): Listed[] {
  return listed.toSorted((a, b) => b.notes.size - a.notes.size || (a.ref < b.ref ? -1 : 1))
}

const fullness = { full: 0, short: 1, single: 2, initials: 3 } as const

/** The entry that says most of a name; of several the one that is used most. */
function fullestName(listed: readonly Listed[]): string {
  const [fullest] = byUse(listed).toSorted((a, b) => fullness[a.form.kind] - fullness[b.form.kind])
  return fullest ? mostUsed(fullest.names) : ''
}
