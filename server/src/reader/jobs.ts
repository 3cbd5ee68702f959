import { readFinished, readNote } from '@minutebook/shared/doc'
import { fileName, namesOf, summaryOf, titleOf, writeMarkdown } from '@minutebook/shared/note'
import * as Y from 'yjs'
import { readDocItems, readEntry, readOpenEnds } from '../ledger/entry.ts'
import type { LedgerEntry } from '../ledger/ledger.ts'
import { randomId } from '../random-id.ts'
import { firstUpdate, type Source } from './first-update.ts'
import type { EntryTime, NoteEnds, NoteItems } from './reader.ts'

/** One thing to do for a reader, as plain data that can go to a thread. */
export type Job =
  | { kind: 'first update'; text: string; source: Source }
  | { kind: 'entry'; update: Uint8Array; noteId: string; at: EntryTime }
  | { kind: 'items'; update: Uint8Array; noteId: string }
  | { kind: 'ends'; update: Uint8Array; noteId: string }
  | { kind: 'file'; update: Uint8Array }

/** What comes of each job. */
export interface Result {
  'first update': Uint8Array
  entry: LedgerEntry
  items: NoteItems
  ends: NoteEnds
  file: { name: string; text: string }
}

/** Does a job here and now. @throws TooComplex */
export function doJob(job: Job): Result[Job['kind']] {
  if (job.kind === 'first update') return firstUpdate(job.text, randomId, job.source)
  // Nobody asks for its guid, which would take longer than all the rest of a small note.
  const doc = new Y.Doc({ guid: 'note' })
  Y.applyUpdate(doc, job.update)
  if (job.kind === 'entry') return readEntry(doc, job.noteId, job.at)
  const content = readNote(doc)
  if (job.kind === 'items') return { ...readDocItems(doc, content, job.noteId), names: namesOf(content) }
  if (job.kind === 'ends') {
    return {
      open: readOpenEnds(doc, content, job.noteId),
      finished: readFinished(doc),
      summary: summaryOf(titleOf(content), readDocItems(doc, content, job.noteId)),
      names: namesOf(content),
    }
  }
  return { name: fileName(content), text: writeMarkdown(content).text }
}
