import type { OwnerPerson, UncertainOwner } from '@minutebook/shared/api'
import { whoseIn, type NoteNames, type Whose } from '@minutebook/shared/meeting'
import type { RouteParts } from './parts.ts'

interface Owned {
  noteId: string
  owners: readonly { label: string }[]
}

/** Items with who their owners are, as far as anybody knows. [A90] */
export async function withPeople<Item extends Owned>(
  { names, people }: Pick<RouteParts, 'names' | 'people'>,
  items: readonly Item[],
): Promise<(Item & { people: OwnerPerson[] })[]> {
  const roster = await people.roster()
  const known = new Map<string, Asked>()
  for (const noteId of new Set(items.map((item) => item.noteId))) {
    const note = await names.of(noteId)
    if (note) known.set(noteId, { note, whose: whoseIn(note, roster.of(note.teams)) })
  }
  return items.map((item) => ({ ...item, people: peopleOf(people, item, known.get(item.noteId)) }))
}

/** The same for the items of one note, as it is now. */
export async function withPeopleOf<Item extends Owned>(
  { people }: Pick<RouteParts, 'people'>,
  items: readonly Item[],
  note: Omit<NoteNames, 'noteId' | 'at'>,
): Promise<(Item & { people: OwnerPerson[] })[]> {
  const roster = await people.roster()
  const asked = { note, whose: whoseIn(note, roster.of(note.teams)) }
  return items.map((item) => ({ ...item, people: peopleOf(people, item, asked) }))
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

/** A note, and whom its labels mean. */
interface Asked {
  note: Pick<NoteNames, 'teams'>
  whose: (label: string) => Whose
}

function peopleOf(people: RouteParts['people'], { owners }: Owned, asked: Asked | undefined): OwnerPerson[] {
  return owners.map(({ label }) => {
    const meant = asked?.whose(label)
    return { ...personOf(meant), group: people.groupIn(asked?.note ?? { teams: [] }, label, meant).key }
  })
}

function personOf(meant: Whose | undefined): OwnerPerson {
  return {
    person: meant?.kind === 'person' ? meant.person : null,
    candidates: meant?.kind === 'ambiguous' ? meant.candidates : [],
  }
}
