import type { NotePeople } from './initials-table.ts'

/** What one note says of people. */
export interface NoteNames extends NotePeople {
  noteId: string
  /** as written */
  teams: readonly string[]
  /** ISO time of the meeting, by which "last seen" is told */
  at: string
  /** the initials with which the note names owners and speakers, as written */
  labels: readonly string[]
}

/**
 * What a person said of people, which no note says. A `person` is any of their entries, by its `ref`.
 * - `choice`: in this team the label means them; null: nobody for certain
 * - `merge`: both are one person
 * - `split`: these entries are a person of their own
 * - `initials`, `handle`: they have them, or do not have them
 */
export type Correction =
  | { kind: 'choice'; team: string; label: string; person: string | null }
  | { kind: 'merge'; person: string; with: string }
  | { kind: 'split'; entries: readonly string[] }
  | { kind: 'rename'; person: string; name: string }
  | { kind: 'initials'; person: string; initials: string; has: boolean }
  | { kind: 'handle'; person: string; handle: string; has: boolean }

/** A name as the notes of one team list it. */
export interface Entry {
  /** names it for good: the team and the letters of the name, folded */
  ref: string
  /** as mostly written */
  name: string
  /** as mostly written; '' where the notes name no team */
  team: string
  /** how many notes list it */
  meetings: number
}

/** Somebody in the notes of all teams. */
export interface Person {
  /** the `ref` of one of the entries */
  id: string
  name: string
  entries: Entry[]
  /** those that certainly mean them, in capitals without accents, the usual ones first */
  initials: string[]
  handles: string[]
  /** the notes that list them */
  noteIds: string[]
  /** ISO time of the last of these meetings */
  lastSeen: string
}
