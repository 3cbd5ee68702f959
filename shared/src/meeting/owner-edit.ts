import type { Label, Reading } from './reading.ts'
import type { NoteRoster } from './note-roster.ts'
import { initialsOf, labelFor } from './people.ts'
import type { Whose } from './whose.ts'

// A reading is changed by writing words: what the screen says then is what the file says.

/** A change of the words of a paragraph; offsets in `textOf(paragraph)`. */
export interface WordEdit {
  from: number
  to: number
  insert: string
}

type Owned = Pick<Reading, 'owners' | 'ownersFrom' | 'marker' | 'textFrom'>

/**
 * How to give an item an owner, in place of those that it has or beside them; null where they own it already.
 *
 * @param label as it is to stand in the text, such as `RD`
 * @param index the owner whose place they take; null for all of them
 */
export function ownerEdit(
  reading: Owned,
  label: string,
  how: 'instead' | 'beside',
  index: number | null = null,
): WordEdit | null {
  const own = reading.ownersFrom === 'line' ? reading.owners : []
  const first = index === null ? own[0] : own[index]
  const last = index === null ? own.at(-1) : own[index]
  if (!first || !last) {
    const at = reading.marker?.to ?? 0
    return { from: at, to: at, insert: `${label}: ` }
  }
  if (how === 'instead') return { from: first.from, to: last.to, insert: label }
  if (own.some((owner) => owner.label === label)) return null
  const at = own.at(-1)?.to ?? last.to
  return { from: at, to: at, insert: `/${label}` }
}

/** How to take an item's owners away; null where it has none before its words. */
export function dropOwnersEdit(reading: Owned): WordEdit | null {
  const [first] = labelsInFront(reading)
  if (!first) return null
  const marker = reading.marker?.from ?? 0
  return { from: first.from, to: marker >= first.to ? marker : reading.textFrom, insert: '' }
}

/** The labels that stand before the item's own words. */
export function labelsInFront(reading: Owned): Label[] {
  return reading.ownersFrom === 'line' ? reading.owners.filter((label) => label.to <= reading.textFrom) : []
}

/** The people of a note's team, as far as what is written for them needs that. */
export interface KnownTeam {
  whose: (label: string) => Whose
  /** those whom the note does not list */
  others: readonly Pick<NoteRoster['people'][number], 'id' | 'entry'>[]
}

/** What is written for somebody: initials where they certainly mean them here, in the note or in its team, else the name. */
export function labelAmong(name: string, participants: readonly string[], team: KnownTeam | null): string {
  const other = participants.includes(name) ? undefined : team?.others.find(({ entry }) => entry === name)
  const initials = initialsOf(name)
  const meant = other && team?.whose(initials)
  return meant?.kind === 'person' && meant.person.id === other?.id ? initials : labelFor(name, participants)
}
