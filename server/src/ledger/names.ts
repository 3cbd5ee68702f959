import type { NoteNames } from '@minutebook/shared/meeting'
import type { OwnerGroup } from './owner-group.ts'

/** What the notes say of people, as the ledger's tables hold it. */
export interface LedgerNames {
  /** Another number after each change of any note's names. */
  revision(): Promise<number>
  all(): Promise<NoteNames[]>
  /** What a note says of people; null where the ledger does not know it. */
  of(noteId: string): Promise<NoteNames | null>
  /**
   * Says of every note whose its labels are, in place of what was said before, and gathers its items so. Resolves with the
   * notes of which that is new.
   */
  setOwners(rows: readonly LabelOwner[]): Promise<string[]>
  /** What was said so of these notes. */
  ownersOf(noteIds: readonly string[]): Promise<LabelOwner[]>
  /** A row for each open TODO and each person who owns it. */
  openTodos(): Promise<{ person: string; noteId: string }[]>
}

/** Under whom a note gathers what a label owns, where that is more than the label as written. */
export interface LabelOwner {
  noteId: string
  /** folded, as `foldName` does */
  label: string
  group: OwnerGroup
  /** who it certainly is */
  person: string | null
}
