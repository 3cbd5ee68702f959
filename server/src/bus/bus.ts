/** Carries what happens to a note from the process where it happened to all others that have the note open. */
export interface Bus {
  /** Tells the others. `update` is durable already. */
  publish(noteId: string, event: NoteEvent): Promise<void>
  /** Hears of one note from now on; call what it gives to stop. */
  subscribe(noteId: string, hear: (event: NoteEvent) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export type NoteEvent =
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'deleted' }
