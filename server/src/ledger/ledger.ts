import type { Decision, NoteSummary, Todo } from '@minutebook/shared/api'

/**
 * What the notes say, as rows that can be asked for: one row a note, TODO and decision. It can be thrown away and built
 * again from the log at any time.
 */
export interface Ledger {
  /** Puts in the rows of one note, in place of those that it had, and remembers up to which log row they speak. */
  put(entry: LedgerEntry): Promise<void>
  /** Forgets a note. */
  remove(noteId: string): Promise<void>
  /** Notes whose rows do not say what the log says: changed, unknown or gone since; oldest change first. */
  stale(): Promise<{ noteId: string; upTo: number }[]>
  note(id: string): Promise<LedgerNote | null>
  /** @throws BadCursor, as the other lists do */
  notes(query: { query?: string; team?: string } & Paging): Promise<Page<LedgerNote>>
  todo(id: string): Promise<Todo | null>
  todos(query: TodoQuery & Paging): Promise<Page<Todo>>
  decisions(query: ItemQuery & Paging): Promise<Page<Decision>>
}

export interface ItemQuery {
  query?: string
  owner?: string
  team?: string
}

export interface TodoQuery extends ItemQuery {
  state: 'open' | 'done' | 'all'
  /** due on or before this day */
  due?: string
}

export interface Paging {
  /** rows on a page, at least 1 */
  limit: number
  /** what the page before gave as `nextCursor` */
  cursor?: string
}

export interface Page<Row> {
  rows: Row[]
  nextCursor: string | null
}

/** A note as the ledger knows it. Who is present is not in it: that is asked of the rooms. */
export interface LedgerNote extends Omit<NoteSummary, 'present'> {
  frontMatter: Record<string, unknown>
}

export interface LedgerEntry {
  note: LedgerNote
  /** when the meeting is, ISO in UTC; null where the note does not say: then the time counts at which it was made */
  meetsAt: string | null
  /** plain text of the whole note, for searching */
  text: string
  todos: Todo[]
  decisions: Decision[]
  /** the last log row that these rows speak of */
  upTo: number
}

/** A cursor that this ledger did not give. */
export class BadCursor extends Error {
  override name = 'BadCursor'
  constructor() {
    super('the cursor is not one that this server gave')
  }
}
