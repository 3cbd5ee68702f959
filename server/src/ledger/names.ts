import type { NoteNames } from '@minutebook/shared/meeting'

/** What the notes say of people, as the ledger's tables hold it. */
export interface LedgerNames {
  /** Another number after each change of any note's names. */
  revision(): Promise<number>
  all(): Promise<NoteNames[]>
  /** What a note says of people; null where the ledger does not know it. */
  of(noteId: string): Promise<NoteNames | null>
  /** Says of every note who its owners are, in place of what was said before. */
  setPersons(rows: readonly OwnerPerson[]): Promise<void>
  /** A row for each open TODO and each person who owns it. */
  openTodos(): Promise<{ person: string; noteId: string }[]>
}

/** The person of an owner: `name` is the label, or the participant, as `ledger_owners` has it. */
export interface OwnerPerson {
  noteId: string
  name: string
  person: string
}
