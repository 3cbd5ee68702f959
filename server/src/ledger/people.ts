import {
  buildRoster,
  initialsOf,
  keyOf,
  whoseIn,
  type Correction,
  type NoteNames,
  type Person,
  type Roster,
  type Whose,
} from '@minutebook/shared/meeting'
import type { Cancel, Clock } from '../clock.ts'
import type { PeopleStore } from '../store/people.ts'
import type { LabelOwner, LedgerNames } from './names.ts'
import { groupOf, isKey, keyOfPerson, personOfKey, type KnownGroup } from './owner-group.ts'
import { foldName } from './words.ts'

/** Who the people of all notes are, and who their owners are: what the notes say, with what people said since. */
export interface People {
  /** The roster with every correction, and with what the notes said a little while ago at most. */
  roster(): Promise<Roster>
  /** What a filter by owner means: a key of a group, a person's id, entry, name or initials that only they have, a label. */
  find(owner: string): Promise<OwnerFilter>
  /** Whom the group with this key means, as the roster has it that was asked for last; null where that is no more than its name. */
  group(key: string): KnownGroup | null
  /** Under whom a label of a note gathers what it owns, as the roster has it that was asked for last. */
  groupIn(note: Pick<NoteNames, 'teams'>, label: string, meant: Whose | undefined): KnownGroup
  /** Keeps corrections and resolves with their ids when everything speaks of them. */
  correct(corrections: readonly Correction[]): Promise<number[]>
  /** Takes a correction back. @throws NoSuchCorrection */
  undo(id: number): Promise<void>
  /** Whose the labels of a note are, as the roster has it that was asked for last; undefined before. */
  ownersIn(note: Omit<NoteNames, 'at'>): LabelOwner[] | undefined
  /** Reads what the notes say now, in its turn; nobody waits for it. */
  refresh(): void
  /** Hears of each correction. Call what it gives to stop. */
  onCorrected(listener: () => void): () => void
}

export interface PeopleParts {
  names: LedgerNames
  corrections: PeopleStore
  clock: Clock
  /** told of the notes whose owners are others now */
  changed?: (noteIds: readonly string[]) => void
  /** told of a failing refresh */
  failed?: (error: unknown) => void
}

/** For how many times as long as reading the roster took it is not read again, while nobody corrects anything. */
const restFactor = 9
const longestRestMs = 1000

interface Built {
  roster: Roster
  groups: Map<string, KnownGroup>
  revision: number
  corrections: string
  /** elapsed time from which the notes are read again */
  readAgainAt: number
}

export function createPeople({ names, corrections, clock, changed, failed }: PeopleParts): People {
  let built: Built | null = null
  let building: Promise<Roster> | null = null
  let planned: Cancel | null = null
  const listeners = new Set<() => void>()

  async function build(): Promise<Roster> {
    const kept = await corrections.all()
    const revision = await names.revision()
    const ids = kept.map(({ id }) => id).join()
    const isCorrected = built?.corrections !== ids
    const isAsBefore = built?.revision === revision || clock.elapsed() < (built?.readAgainAt ?? 0)
    if (built && !isCorrected && isAsBefore) {
      if (built.revision !== revision) plan(built.readAgainAt)
      return built.roster
    }
    const notes = await names.all()
    const began = clock.elapsed()
    const roster = buildRoster(
      notes,
      kept.map(({ correction }) => correction),
    )
    const groups = new Map<string, KnownGroup>()
    const rows = notes.flatMap((note) => rowsOf(note, roster, groups))
    const now = clock.elapsed()
    const readAgainAt = now + Math.min(longestRestMs, (now - began) * restFactor)
    const others = await names.setOwners(rows)
    built = { roster, groups, revision, corrections: ids, readAgainAt }
    if (others.length > 0) changed?.(others)
    return roster
  }

  /** What the notes say now is read in its turn, so that lists that are open show it. [L100] */
  function plan(at: number): void {
    planned ??= clock.after(Math.max(0, at - clock.elapsed()), () => {
      planned = null
      roster().catch((error: unknown) => failed?.(error))
    })
  }

  /** One at a time: who comes meanwhile may have said something since, and is answered by the next. */
  async function roster(): Promise<Roster> {
    const before = building
    const next = (async () => {
      await before?.catch(() => undefined)
      return build()
    })()
    building = next
    return next
  }

  async function corrected(): Promise<void> {
    await roster()
    for (const listener of listeners) listener()
  }

  return {
    roster,
    find: async (owner) => filterFor(await roster(), owner),
    group: (key) => built?.groups.get(key) ?? null,
    groupIn: ({ teams }, label, meant) => groupOf(label, meant, teams, (id) => initialsIn(built?.roster, id)),
    ownersIn: (note) => built?.roster && rowsOf(note, built.roster, built.groups),
    refresh: () => plan(built?.readAgainAt ?? 0),
    correct: async (made) => {
      const ids = await corrections.add(made)
      await corrected()
      return ids
    },
    undo: async (id) => {
      await corrections.remove(id)
      await corrected()
    },
    onCorrected: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * Whose each label of a note is, where that is more than what is written: each label once, however it is spelled.
 *
 * @param groups gains those that it does not have
 */
function rowsOf(note: Omit<NoteNames, 'at'>, roster: Roster, groups: Map<string, KnownGroup>): LabelOwner[] {
  const { noteId, labels, teams } = note
  const whose = whoseIn(note, roster.of(teams))
  const rows = new Map<string, LabelOwner>()
  for (const written of labels) {
    const group = groupOf(written, whose(written), teams, (id) => initialsIn(roster, id))
    if (!group.person && !group.unsure) continue
    groups.set(group.key, joined(groups.get(group.key), group))
    const label = foldName(written)
    rows.set(label, { noteId, label, group, person: group.person?.id ?? null })
  }
  return [...rows.values()]
}

/** A label of a team may mean others in another of its notes: all of them are offered. */
function joined(known: KnownGroup | undefined, group: KnownGroup): KnownGroup {
  if (!known?.unsure || !group.unsure) return group
  const others = group.unsure.candidates.filter(({ id }) => known.unsure?.candidates.every((one) => one.id !== id))
  return { ...known, unsure: { ...known.unsure, candidates: [...known.unsure.candidates, ...others] } }
}

function initialsIn(roster: Roster | undefined, id: string): string {
  const person = roster?.find(id)
  return person?.initials[0] ?? initialsOf(person?.name ?? '')
}

/** What a filter by owner lets through. */
export interface OwnerFilter {
  /** as it was asked for; of one group its key, and then no label counts beside it */
  owner: string
  /** the keys of the groups of the persons who are meant */
  groups: string[]
  /** as it is shown */
  name: string
}

function filterFor(roster: Roster, owner: string): OwnerFilter {
  const one = roster.find(personOfKey(owner) ?? owner)
  if (one) return { owner: keyOfPerson(one), groups: [], name: one.name }
  if (isKey(owner)) return { owner, groups: [], name: owner }
  const persons = personsNamed(roster, owner)
  const [only, second] = persons
  return { owner, groups: persons.map(keyOfPerson), name: only && !second ? only.name : owner }
}

/** [P24] */
function personsNamed(roster: Roster, owner: string): Person[] {
  const key = keyOf(owner)
  const named = roster.people.filter(
    ({ name, entries }) => keyOf(name) === key || entries.some((entry) => keyOf(entry.name) === key),
  )
  if (key !== '' && named.length > 0) return named
  const [only, second] = roster.people.filter(({ initials }) => initials.includes(owner.trim().toUpperCase()))
  return only && !second ? [only] : []
}
