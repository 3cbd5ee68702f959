import { meetingDay } from '@minutebook/shared/front-matter'
import { itemKey, previousOf, readAgendaMarks, readNote } from '@minutebook/shared/doc'
import {
  agendaOf,
  blocksOf,
  frontMatterOf,
  itemsOf,
  namesOf,
  reviewOf,
  titleOf,
  topicsOf,
  writeMarkdown,
  type NoteContent,
  type OpenEnds,
  type Written,
} from '@minutebook/shared/note'
import type { Path } from '@minutebook/shared/schema'
import type { Items } from '@minutebook/shared/api'
import type * as Y from 'yjs'
import type { EntryTime } from '../reader/reader.ts'
import type { LedgerEntry } from './ledger.ts'
import { meetingTime } from './meeting-time.ts'

/** What the ledger holds of a note, read from its document. */
export function readEntry(doc: Y.Doc, noteId: string, at: EntryTime): LedgerEntry {
  const content = readNote(doc)
  const { datetime, teams, participants, data } = frontMatterOf(content)
  const title = titleOf(content)
  const written = writeMarkdown(content)
  const items = readDocItems(doc, content, noteId, written)
  return {
    note: {
      id: noteId,
      title,
      datetime,
      teams,
      participants,
      openTodos: items.todos.filter((todo) => !todo.done).length,
      todos: items.todos.length,
      decisions: items.decisions.length,
      updatedAt: at.updatedAt,
      frontMatter: data,
      topics: topicsOf(content, title),
      agenda: agendaOf(content, readAgendaMarks(doc)),
    },
    meetsAt: meetingTime(datetime, meetingDay(datetime)),
    blocks: blocksOf(content, written),
    ...items,
    names: namesOf(content),
    upTo: at.upTo,
    previous: previousOf(doc),
  }
}

/**
 * The TODOs and decisions of a document. One without an id of its own is named by the note and its paragraph's Yjs id. [L28]
 *
 * @param content what `readNote` gives of the document as it is now
 */
export function readDocItems(doc: Y.Doc, content: NoteContent, noteId: string, written?: Written): Items {
  return itemsOf(content, noteId, namer(doc, noteId), written)
}

/** What a meeting leaves open, by its document. @param content as for `readDocItems` */
export function readOpenEnds(doc: Y.Doc, content: NoteContent, noteId: string): OpenEnds {
  return reviewOf(content, noteId, namer(doc, noteId), readAgendaMarks(doc))
}

function namer(doc: Y.Doc, noteId: string): (path: Path) => string {
  return (path) => {
    const key = itemKey(doc, noteId, path)
    if (key === undefined) throw new Error(`no element at ${path.join('.')}`)
    return key
  }
}
