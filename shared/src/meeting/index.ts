export type { Due, Known, Label, Line, Place, Reading, SectionKind, Span } from './reading.ts'
export type { Resolution } from './people.ts'
