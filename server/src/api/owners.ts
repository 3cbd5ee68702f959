import type { OwnerPerson, UncertainOwner } from '@minutebook/shared/api'
import { whoseIn, type NoteNames, type Whose } from '@minutebook/shared/meeting'
import type { LabelOwner } from '../ledger/names.ts'
import { writtenGroup } from '../ledger/owner-group.ts'
import { foldName } from '../ledger/words.ts'
import type { RouteParts } from './parts.ts'

interface Owned {
  noteId: string
  owners: readonly { label: string }[]
}

type WithPeople<Item> = Item & { people: OwnerPerson[] }

/**
 * Says of the rows of lists who their owners are, as far as anybody knows. It keeps what it has read of a note: ask one
 * for each answer. [A90] [L107]
 */
export function rowOwners(
  parts: Pick<RouteParts, 'names' | 'people'>,
): <Item extends Owned>(rows: readonly Item[]) => Promise<WithPeople<Item>[]> {
  const known = new Map<string, (label: string) => OwnerPerson>()
  return async (rows) => {
    const unread = [...new Set(rows.map(({ noteId }) => noteId))].filter((noteId) => !known.has(noteId))
    if (unread.length > 0) {
      const owners = Map.groupBy(await parts.names.ownersOf(unread), ({ noteId }) => noteId)
      for (const noteId of unread) known.set(noteId, await ownersIn(parts, noteId, owners.get(noteId) ?? []))
    }
    return rows.map((row) => ({
      ...row,
      people: row.owners.flatMap(({ label }) => known.get(row.noteId)?.(label) ?? []),
    }))
  }
}

/** Who the labels of a note are. Only where several may be meant, the note itself is asked for them. */
async function ownersIn(
  { names, people }: Pick<RouteParts, 'names' | 'people'>,
  noteId: string,
  owners: readonly LabelOwner[],
): Promise<(label: string) => OwnerPerson> {
  const unsure = owners.some(({ person }) => person === null) ? await names.of(noteId) : null
  const whose = unsure && whoseIn(unsure, (await people.roster()).of(unsure.teams))
  const byLabel = new Map(owners.map((owner) => [owner.label, owner]))
  const told = new Map<string, OwnerPerson>()
  return (label) => {
    const before = told.get(label)
    if (before) return before
    const owner = byLabel.get(foldName(label))
    const group = owner?.group ?? writtenGroup(label)
    const person = owner?.person ? { id: owner.person, name: group.name } : null
    const one = person ? { person, candidates: [] } : personOf(owner && whose?.(label))
    told.set(label, { ...one, group: group.key })
    return { ...one, group: group.key }
  }
}

/** The same of the items of one note, as it is now. */
export async function withPeopleOf<Item extends Owned>(
  { people }: Pick<RouteParts, 'people'>,
  items: readonly Item[],
  note: Pick<NoteNames, 'teams' | 'participants' | 'rows'>,
): Promise<WithPeople<Item>[]> {
  const roster = await people.roster()
  const whose = whoseIn(note, roster.of(note.teams))
  return items.map((item) => ({
    ...item,
    people: item.owners.map(({ label }) => {
      const meant = whose(label)
      return { ...personOf(meant), group: people.groupIn(note, label, meant).key }
    }),
  }))
}

/** Whom a note lists, as the lists have it. */
export async function listedIn(
  { names }: Pick<RouteParts, 'names'>,
  noteId: string,
): Promise<Pick<NoteNames, 'teams' | 'participants' | 'rows'>> {
  return (await names.of(noteId)) ?? { teams: [], participants: [], rows: [] }
}

/** Of the owners whom the note alone leaves open, those whom its team leaves open too. [G18] */
export async function stillUncertain(
  { people }: Pick<RouteParts, 'people'>,
  uncertain: readonly UncertainOwner[],
  note: Omit<NoteNames, 'noteId' | 'at'>,
): Promise<UncertainOwner[]> {
  const roster = await people.roster()
  const whose = whoseIn(note, roster.of(note.teams))
  return uncertain.flatMap((owner) => {
    const meant = whose(owner.label)
    if (meant.kind === 'person' || meant.kind === 'group') return []
    return [{ ...owner, candidates: meant.kind === 'ambiguous' ? meant.candidates.map(({ name }) => name) : [] }]
  })
}

function personOf(meant: Whose | null | undefined): Pick<OwnerPerson, 'person' | 'candidates'> {
  return {
    person: meant?.kind === 'person' ? meant.person : null,
    candidates: meant?.kind === 'ambiguous' ? meant.candidates : [],
  }
}
