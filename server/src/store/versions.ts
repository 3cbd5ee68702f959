/** A version that is kept of a note. */
export interface NewVersion {
  /** ISO time */
  at: string
  /** what the person calls themselves who had it kept; null where they did not say */
  by: string | null
  reason: 'finished'
  /** the Markdown, UTF-8 */
  file: Uint8Array
}

export interface Version extends Omit<NewVersion, 'file'> {
  /** from 1 on, one after the other */
  number: number
}

/**
 * The versions that are kept of notes, in the same place as their logs. A version never changes, and goes with its note.
 * Rules (docs/spec/store.md) are checked for every implementation by `versions.contract.ts`.
 */
export interface VersionStore {
  /** Keeps a version, unless the note has one of this time and reason; resolves with its number when it is durable. @throws NoSuchNote */
  keep(noteId: string, version: NewVersion): Promise<number>
  /** The versions of a note, newest first; none where no note has this id. */
  list(noteId: string): Promise<Version[]>
  /** The Markdown of a version; null where there is none. */
  file(noteId: string, number: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** Ends what is under way: it rejects, and so does every call after it. Call it before the log is closed. */
  close(): Promise<void>
}
