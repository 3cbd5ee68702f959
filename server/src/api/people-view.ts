import type { Person, PeopleCorrection } from '@minutebook/shared/api'
import { plainInitials, teamKey, type Correction, type Roster } from '@minutebook/shared/meeting'
import { fold } from '../ledger/words.ts'
import type { RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

type ViewParts = Pick<RouteParts, 'access' | 'names'>

/** The people whom the notes list that whoever asks may see, or one of them. [A84] */
export async function viewOf({ access, names }: ViewParts, roster: Roster, onlyId?: string): Promise<Person[]> {
  const people = onlyId === undefined ? roster.people : roster.people.filter(({ id }) => id === onlyId)
  const rights = new Map<string, Promise<boolean>>()
  const todos = await names.openTodos()
  for (const noteId of [...people.flatMap(({ noteIds }) => noteIds), ...todos.map((todo) => todo.noteId)]) {
    if (!rights.has(noteId))
      rights.set(
        noteId,
        access({ kind: 'guest' }, noteId).then((right) => right !== 'none'),
      )
  }
  const seen = new Set<string>()
  for (const [noteId, isSeen] of rights) if (await isSeen) seen.add(noteId)
  const open = Map.groupBy(
    todos.filter(({ noteId }) => seen.has(noteId)),
    ({ person }) => person,
  )
  return people.flatMap((person): Person[] => {
    const meetings = person.noteIds.filter((noteId) => seen.has(noteId)).length
    if (meetings === 0) return []
    const teams = new Map(person.entries.map(({ team }) => [teamKey(team), team] as const))
    return [
      {
        id: person.id,
        name: person.name,
        initials: person.initials,
        handles: person.handles,
        entries: person.entries,
        teams: [...teams.values()].filter((team) => team !== ''),
        meetings,
        lastSeen: person.lastSeen === '' ? null : person.lastSeen,
        openTodos: open.get(person.id)?.length ?? 0,
      },
    ]
  })
}

/** Whether a person is in a team and a query names them: by the beginning of a part of a name, initials or a handle. [A82] */
export function answersTo(person: Person, query: string | undefined, team: string | undefined): boolean {
  if (team !== undefined && !person.teams.some((each) => teamKey(each) === teamKey(team))) return false
  const wanted = fold((query ?? '').trim().replace(/^@/, ''))
  if (wanted === '') return true
  const named = [person.name, ...person.entries.map(({ name }) => name)].map(fold)
  return (
    named.some((name) => name.startsWith(wanted) || name.split(/[\s-]+/).some((part) => part.startsWith(wanted))) ||
    person.initials.includes(plainInitials(wanted)) ||
    person.handles.some((handle) => fold(handle).startsWith(wanted))
  )
}

/**
 * Checks that whoever asks may say this: they may change a note that lists the person, or one of the team. [A89]
 *
 * @throws Refusal person_not_found, no_access
 */
export async function mayCorrect(
  { access, people }: Pick<RouteParts, 'access' | 'people'>,
  correction: PeopleCorrection | Correction,
): Promise<void> {
  const roster = await people.roster()
  for (const noteIds of notesOf(roster, correction)) {
    const rights = await Promise.all(noteIds.map((noteId) => access({ kind: 'guest' }, noteId)))
    if (rights.every((right) => right === 'none') && noteIds.length > 0) throw personNotFound('of these notes')
    if (!rights.includes('edit')) {
      throw new Refusal('no_access', 'To say who is who, you need a note of theirs that you may change.')
    }
  }
}

/** The notes of each person that a correction is about. */
function notesOf(roster: Roster, correction: PeopleCorrection | Correction): string[][] {
  const find = (ref: string) => {
    const person = roster.find(ref)
    if (!person) throw personNotFound(ref)
    return person.noteIds
  }
  switch (correction.kind) {
    case 'merge':
      return [find(correction.person), find(correction.with)]
    case 'split':
      return correction.entries.map(find)
    case 'choice':
      return correction.person === null ? [notesOfTeam(roster, correction.team)] : [find(correction.person)]
    case 'rename':
    case 'initials':
    case 'handle':
      return [find(correction.person)]
  }
  return correction satisfies never
}

function notesOfTeam(roster: Roster, team: string): string[] {
  const ofTeam = roster.people.filter(({ entries }) => entries.some((entry) => teamKey(entry.team) === teamKey(team)))
  return ofTeam.flatMap(({ noteIds }) => noteIds)
}

export function personNotFound(ref: string): Refusal {
  return new Refusal(
    'person_not_found',
    `There is no person ${JSON.stringify(ref.slice(0, 100))}. Look them up with GET /api/people.`,
  )
}
