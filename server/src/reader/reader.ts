import type { Items } from '@minutebook/shared/api'
import type { Finished } from '@minutebook/shared/doc'
import type { OpenEnds } from '@minutebook/shared/note'
import type { NoteNames } from '@minutebook/shared/meeting'
import type { LedgerEntry } from '../ledger/ledger.ts'
import type { Source } from './first-update.ts'

/**
 * Reads whole notes: files into notes, notes into files, items and rows. A large note takes seconds, so it is read
 * beside the event loop, and everybody else goes on typing.
 */
export interface NoteReader {
  /** The Yjs update with which a note begins that is made from a file. @throws TooComplex */
  firstUpdate(text: string, source?: Source): Promise<Uint8Array>
  /** What the ledger holds of a note, given its whole state. */
  entry(update: Uint8Array, noteId: string, at: EntryTime): Promise<LedgerEntry>
  /** The TODOs and decisions of a note, and what it says of people, given its whole state. */
  items(update: Uint8Array, noteId: string): Promise<NoteItems>
  /** What a meeting leaves open, and its summary as Markdown, given the note's whole state. */
  ends(update: Uint8Array, noteId: string): Promise<NoteEnds>
  /** The file of a note and its name, given its whole state. */
  file(update: Uint8Array): Promise<{ name: string; text: string }>
  /** Lets go of the thread. What is under way rejects. */
  close(): Promise<void>
}

/** The end of a meeting, as its note has it. */
export interface NoteEnds extends Pick<NoteItems, 'names'> {
  open: OpenEnds
  finished: Finished | null
  /** Markdown */
  summary: string
}

/** The items of a note, and what it says of people. */
export interface NoteItems extends Items {
  names: Omit<NoteNames, 'noteId' | 'at'>
}

/** Of which row, and of when, an entry speaks. */
export interface EntryTime {
  updatedAt: string
  upTo: number
}

/** A note is nested too deeply, or takes too long to read. */
export class TooComplex extends Error {
  override name = 'TooComplex'
  constructor() {
    super('the note is nested too deeply, or takes too long to read')
  }
}
