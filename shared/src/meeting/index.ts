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
export { placeAt, readItems } from './items.ts'
export { readLine } from './line.ts'
export { readOffers, type Offer } from './offers.ts'
export { headingText, readOutline, type OutlineEntry } from './outline.ts'
export { initialsOf, labelFor, resolve, type Resolution } from './people.ts'
export type { Due, Known, Label, Line, Place, Reading, SectionKind, Span } from './reading.ts'
export { sectionKind } from './section.ts'
