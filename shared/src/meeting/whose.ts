import { refOf } from './entries.ts'
import type { NotePeople } from './initials-table.ts'
import { labelKey } from './label-key.ts'
import { initialsIn, keyOf, nameForm, plainInitials } from './name-form.ts'
import { isGroup } from './names.ts'
import type { NoteRoster, RosterPerson } from './note-roster.ts'
import { folded, resolve } from './people.ts'

/** Somebody who may be meant: a person of the roster, or the entry that will be one when the roster has read the note. */
export interface Candidate {
  id: string
  name: string
}

/** Whom a label means. */
export type Whose =
  | {
      kind: 'person'
      person: Candidate
      /** the entry of the note's `participants` */
      participant: string | null
      /** where that is known from */
      by: 'note' | 'choice' | 'roster'
    }
  | { kind: 'group' }
  | { kind: 'ambiguous'; candidates: Candidate[] }
  | { kind: 'unknown' }

/** Whom labels mean in one note. The answers are kept: ask one such function while note and roster stay the same. */
export function whoseIn(note: NotePeople, roster: NoteRoster): (label: string) => Whose {
  const known = new Map<string, Whose>()
  const look = lookup(note, roster)
  return (label) => {
    const whose = known.get(label) ?? look(label)
    known.set(label, whose)
    return whose
  }
}

/** A label, and whom the note alone makes of it. */
interface Asked {
  written: string
  /** null for a name */
  initials: string | null
  /** whom the note lists and who may be meant */
  here: Candidate[]
  /** the note lists somebody who spells these initials out */
  isSpelled: boolean
}

function lookup({ participants, rows: listedRows }: NotePeople, roster: NoteRoster): (label: string) => Whose {
  const byId = new Map(roster.people.map((person) => [person.id, person]))
  const byKey = new Map(roster.people.flatMap((person) => person.keys.map((key) => [key, person] as const)))
  const candidateOf = (name: string): Candidate => {
    const person = byKey.get(keyOf(name))
    return person ? asCandidate(person) : { id: refOf(roster.teams[0] ?? '', keyOf(name)), name }
  }
  const listed = new Set([...participants, ...listedRows.map(({ name }) => name)].map((name) => candidateOf(name).id))
  const spelled = new Set(participants.flatMap((entry) => nameForm(entry)?.initials ?? []))
  const steady = new Map(roster.steady.map(({ label, person }) => [label, person]))
  const isOfTeam = roster.teams.some((team) => team !== '')

  /** [P9] */
  function inNote(written: string, initials: string | null): Whose | Candidate[] {
    const meant = resolve(written, participants)
    const rows = listedRows
      .filter((row) => initials !== null && row.initials !== null && plainInitials(row.initials) === initials)
      .map(({ name }) => candidateOf(name))
    if (meant.kind === 'person') {
      const { participant } = meant
      const person = candidateOf(participant)
      if (rows.every((row) => isSame(row, person))) return { kind: 'person', person, participant, by: 'note' }
      return unique([person, ...rows])
    }
    const [row, other] = unique(rows)
    if (row && !other) return { kind: 'person', person: row, participant: null, by: 'note' }
    return unique([...(meant.kind === 'ambiguous' ? meant.candidates.map(candidateOf) : []), ...rows])
  }

  /** [P10] */
  function chosen({ written, here, isSpelled }: Asked): RosterPerson | 'open' | null {
    const choices = roster.choices.filter(({ label }) => label === labelKey(written))
    const [choice, other] = new Set(choices.map(({ person }) => person))
    if (choice === undefined) return null
    if (choice === null || other !== undefined) return 'open'
    const isElse = isSpelled && !here.some(({ id }) => id === choice)
    return isElse ? null : (byId.get(choice) ?? null)
  }

  function inTeam(asked: Asked, team: readonly RosterPerson[]): RosterPerson | null {
    const { initials, here, isSpelled } = asked
    const [only, second] = here
    if (isSpelled) return only && !second ? (byId.get(only.id) ?? null) : null
    return initials === null ? nameMeant(here, team) : initialsMeant(here, team, initials)
  }

  /** [P11] [P12] */
  function initialsMeant(here: readonly Candidate[], bearers: readonly RosterPerson[], initials: string) {
    const [present, second] = bearers.filter(({ id }) => listed.has(id))
    if (present) return second ? null : present
    const [only, other] = bearers
    if (!only || other || steady.get(initials) !== only.id) return null
    const firsts = new Set([only.name, only.entry].map(firstNameOf))
    const isAgainst = here.some((one) => mayHave(one, initials) && !firsts.has(firstNameOf(one.name)))
    return isAgainst ? null : only
  }

  /** Whether somebody may have initials that the note does not spell out: not where the team knows others. */
  function mayHave({ id }: Candidate, initials: string | null): boolean {
    const known = byId.get(id)?.initials ?? []
    return initials === null || known.length === 0 || known.includes(initials)
  }

  return (label) => {
    const written = label.replace(/^@/, '').trim()
    if (written === '') return { kind: 'unknown' }
    if (isGroup(written)) return { kind: 'group' }
    const initials = initialsIn(written)
    const here = inNote(written, initials)
    if (!Array.isArray(here)) return here
    const asked = { written, initials, here, isSpelled: initials !== null && spelled.has(initials) }
    const choice = chosen(asked)
    if (choice !== null && choice !== 'open') return certain(choice, 'choice')
    const team =
      initials === null ? called(written, roster) : roster.people.filter((one) => one.initials.includes(initials))
    const meant = isOfTeam && choice !== 'open' ? inTeam(asked, team) : null
    if (meant) return certain(meant, 'roster')
    const others = asked.isSpelled ? [] : team.map(asCandidate)
    const candidates = unique([...here.filter((one) => mayHave(one, initials)), ...others]) // [P14]
    return candidates.length > 0 ? { kind: 'ambiguous', candidates } : { kind: 'unknown' }
  }
}

/** [P13] */
function nameMeant(here: readonly Candidate[], team: readonly RosterPerson[]): RosterPerson | null {
  const [only, second] = team
  if (!only || second) return null
  return here.every(({ id }) => id === only.id) ? only : null
}

/** Those whose name or handle it is, else those whose first name it is. */
function called(written: string, { people }: NoteRoster): RosterPerson[] {
  const key = keyOf(written)
  const handle = written.toLowerCase()
  const named = people.filter(
    ({ keys, handles, name }) =>
      keys.includes(key) || keyOf(name) === key || handles.some((one) => one.toLowerCase() === handle),
  )
  if (named.length > 0 || key.length < 3) return named
  return people.filter(({ name, entry }) => [name, entry].map(firstNameOf).includes(folded(written)))
}

function firstNameOf(name: string): string {
  return nameForm(name)?.first ?? ''
}

function certain(person: RosterPerson, by: 'choice' | 'roster'): Whose {
  return { kind: 'person', person: asCandidate(person), participant: null, by }
}

function asCandidate({ id, name }: RosterPerson): Candidate {
  return { id, name }
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((one, index) => candidates.findIndex((other) => isSame(one, other)) === index)
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.id === b.id
}
