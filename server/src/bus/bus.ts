/** Carries what happens to a note from the process where it happened to all others that have the note open. */
export interface Bus {
  /** Tells the others, and resolves with how many were told. `update` is durable already. */
  publish(noteId: string, event: NoteEvent): Promise<number>
  /** Hears of one note from now on; call what it gives to stop. */
  subscribe(noteId: string, hear: (event: NoteEvent) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export type NoteEvent =
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'deleted' }
  /** asks who is in the note, and whose text may not be in */
  | { kind: 'who is here'; question: string }
  /** what one process answers to that */
  | {
      kind: 'these are here'
      question: string
      here: readonly string[]
      lost: readonly { name: string; since: Date }[]
    }
