import { buildRoster, keyOf, whoseIn, type Correction, type NoteNames, type Roster } from '@minutebook/shared/meeting'
import type { Clock } from '../clock.ts'
import type { PeopleStore } from '../store/people.ts'
import type { LedgerNames, OwnerPerson } from './names.ts'
import { foldName } from './words.ts'

/** Who the people of all notes are, and who their owners are: what the notes say, with what people said since. */
export interface People {
  /** The roster with every correction, and with what the notes said a little while ago at most. */
  roster(): Promise<Roster>
  /** The ids of the persons whom an id, an entry, a name or initials mean; initials only where they mean one person. */
  find(owner: string): Promise<string[]>
  /** Keeps corrections and resolves with their ids when everything speaks of them. */
  correct(corrections: readonly Correction[]): Promise<number[]>
  /** Takes a correction back. @throws NoSuchCorrection */
  undo(id: number): Promise<void>
  /** Hears of each correction. Call what it gives to stop. */
  onCorrected(listener: () => void): () => void
}

export interface PeopleParts {
  names: LedgerNames
  corrections: PeopleStore
  clock: Clock
}

/** For how many times as long as reading the roster took it is not read again, while nobody corrects anything. */
const restFactor = 9
const longestRestMs = 1000

interface Built {
  roster: Roster
  revision: number
  corrections: string
  /** elapsed time from which the notes are read again */
  readAgainAt: number
}

export function createPeople({ names, corrections, clock }: PeopleParts): People {
  let built: Built | null = null
  let building: Promise<Roster> | null = null
  const listeners = new Set<() => void>()

  async function build(): Promise<Roster> {
    const kept = await corrections.all()
    const revision = await names.revision()
    const ids = kept.map(({ id }) => id).join()
    const isCorrected = built?.corrections !== ids
    const isAsBefore = built?.revision === revision || clock.elapsed() < (built?.readAgainAt ?? 0)
    if (built && !isCorrected && isAsBefore) return built.roster
    const notes = await names.all()
    const began = clock.elapsed()
    const roster = buildRoster(
      notes,
      kept.map(({ correction }) => correction),
    )
    const persons = personsOf(notes, roster)
    const now = clock.elapsed()
    const readAgainAt = now + Math.min(longestRestMs, (now - began) * restFactor)
    await names.setPersons(persons)
    built = { roster, revision, corrections: ids, readAgainAt }
    return roster
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
    find: async (owner) => personsNamed(await roster(), owner),
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

/** The person of each owner of each note, under the names by which the ledger has the owner. */
function personsOf(notes: readonly NoteNames[], roster: Roster): OwnerPerson[] {
  return notes.flatMap((note) => {
    const { noteId, labels } = note
    const whose = whoseIn(note, roster.of(note.teams))
    const persons = new Map<string, string>()
    for (const label of labels) {
      const meant = whose(label)
      if (meant.kind !== 'person') continue
      persons.set(foldName(label), meant.person.id)
      if (meant.participant !== null) persons.set(foldName(meant.participant), meant.person.id)
    }
    return [...persons].map(([name, person]) => ({ noteId, name, person }))
  })
}

/** [P24] */
function personsNamed(roster: Roster, owner: string): string[] {
  const byId = roster.find(owner)
  if (byId) return [byId.id]
  const key = keyOf(owner)
  const named = roster.people.filter(
    ({ name, entries }) => keyOf(name) === key || entries.some((entry) => keyOf(entry.name) === key),
  )
  if (key !== '' && named.length > 0) return named.map(({ id }) => id)
  const [only, second] = roster.people.filter(({ initials }) => initials.includes(owner.trim().toUpperCase()))
  return only && !second ? [only.id] : []
}
