import { readFinished } from '@minutebook/shared/doc'
import type { Access } from '../access/access.ts'
import type { Clock } from '../clock.ts'
import type { Limits } from '../config.ts'
import type { Feed } from '../ledger/feed.ts'
import type { Indexer } from '../ledger/indexer.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerNames } from '../ledger/names.ts'
import type { People } from '../ledger/people.ts'
import type { Log } from '../observe/log.ts'
import type { NoteReader } from '../reader/reader.ts'
import type { CalendarStore } from '../store/calendars.ts'
import type { ImageStore } from '../store/images.ts'
import type { VersionStore } from '../store/versions.ts'
import type { PeopleStore } from '../store/people.ts'
import type { Rooms } from '../sync/rooms.ts'
import { Refusal } from './refusal.ts'

/** What the routes are made of. */
export interface RouteParts {
  rooms: Rooms
  images: ImageStore
  versions: VersionStore
  reader: NoteReader
  ledger: Ledger
  indexer: Indexer
  feed: Feed
  calendars: CalendarStore
  names: LedgerNames
  people: People
  corrections: PeopleStore
  access: Access
  clock: Clock
  log: Log
  limits: Limits
  /** An id that nobody can guess and that has not been given before. */
  newId: () => string
  /** Whether pages of this origin, such as `https://notes.example.org`, may write. */
  isOwnOrigin: (origin: string) => boolean
  /** the origin that people use; null: the one that they ask */
  publicUrl: string | null
  /** says how many pages hear of changes now, for the metrics */
  eventReaders: (count: number) => void
  /** counts a change that was told to a page */
  eventSent: () => void
  /** counts a refusal by its code, for the metrics */
  refused: (code: string) => void
  /** Prometheus text and its Content-Type */
  metrics: { readonly contentType: string; metrics(): Promise<string> }
}

/** Every id that the server gives is of this form; whatever is not cannot be a note's. */
const noteIdPattern = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Checks that whoever asks has the right to a note.
 *
 * @throws Refusal note_not_found where the id cannot be one, no_access
 */
export async function admit(parts: RouteParts, noteId: string, right: 'view' | 'edit'): Promise<void> {
  if (!noteIdPattern.test(noteId)) throw noteNotFound(noteId)
  const given = await parts.access({ kind: 'guest' }, noteId)
  if (given === 'none') throw new Refusal('no_access', 'You need an invitation to this note.')
  if (right === 'edit' && given !== 'edit') throw new Refusal('no_access', 'You may read this note, but not change it.')
}

/** Checks that a meeting is not finished, where there is such a note. @throws Refusal finished */
export async function assertOpen({ rooms }: RouteParts, noteId: string): Promise<void> {
  const finished = await rooms.read(noteId, readFinished)
  if (finished) throw isFinished()
}

export function isFinished(): Refusal {
  return new Refusal('finished', 'The meeting is finished, and its note takes no edit. Reopen it first.')
}

/** The rows of notes that whoever asks may see. [A29] */
export async function visible<Row>(
  parts: RouteParts,
  rows: readonly Row[],
  noteIdOf: (row: Row) => string,
): Promise<Row[]> {
  const rights = await Promise.all(rows.map((row) => parts.access({ kind: 'guest' }, noteIdOf(row))))
  return rows.filter((_, index) => rights[index] !== 'none')
}

export function noteNotFound(noteId: string): Refusal {
  return new Refusal(
    'note_not_found',
    `There is no note ${JSON.stringify(noteId.slice(0, 100))}. It may have been deleted.`,
  )
}
