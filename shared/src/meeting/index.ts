export {
  agendaState,
  discussionsOf,
  isAgendaTitle,
  nextPoint,
  readAgenda,
  type AgendaItem,
  type AgendaMarks,
  type AgendaPoint,
} from './agenda.ts'
export { readDue } from './due.ts'
export { placeAt, readItems } from './items.ts'
export { readLine } from './line.ts'
export { readOffers, type Offer } from './offers.ts'
export { headingText, readOutline, type OutlineEntry } from './outline.ts'
export { initialsOf, labelFor, resolve, type Resolution } from './people.ts'
export type { Due, Known, Label, Line, Place, Reading, SectionKind, Span } from './reading.ts'
export { sectionKind } from './section.ts'
