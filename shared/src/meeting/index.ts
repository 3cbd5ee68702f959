export { markFor, type Mark } from './accept.ts'
export { isAgendaTitle, readAgenda, type AgendaItem } from './agenda.ts'
export {
  agendaState,
  discussionsOf,
  longestSeconds,
  nextPoint,
  secondsBetween,
  type AgendaMarks,
  type AgendaPoint,
} from './agenda-state.ts'
export { readDue } from './due.ts'
export { ItemReader, placeAt, readItems } from './items.ts'
export { readLine } from './line.ts'
export { noOffer, readOffers, type Offer } from './offers.ts'
export { nobodyKnown, type NoteRoster, type RosterPerson } from './note-roster.ts'
export { headingText, readOutline, sectionLevel, type OutlineEntry } from './outline.ts'
export { refOf, teamKey } from './entries.ts'
export { readInitialsTables, type Named, type NotePeople } from './initials-table.ts'
export { labelKey } from './label-key.ts'
export { keyOf, plainInitials } from './name-form.ts'
export { dropOwnersEdit, labelAmong, labelsInFront, ownerEdit, type KnownTeam, type WordEdit } from './owner-edit.ts'
export { initialsOf, labelFor, resolve, type Resolution } from './people.ts'
export type { Due, Known, Label, Line, Place, Reading, SectionKind, Span } from './reading.ts'
export type { Correction, Entry, NoteNames, Person } from './roster-facts.ts'
export { buildRoster, type Roster } from './roster.ts'
export { sectionKind } from './section.ts'
export { whoseIn, type Candidate, type Whose } from './whose.ts'
