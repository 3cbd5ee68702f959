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
  /** Notes whose log goes on beyond what the ledger knows, oldest first; run at start. */
  stale(): Promise<string[]>
  note(id: string): Promise<LedgerNote | null>
  notes(query: { query?: string; team?: string } & Paging): Promise<Page<LedgerNote>>
  todo(id: string): Promise<Todo | null>
  todos(query: { owner?: string; team?: string; state: 'open' | 'done' | 'all'; due?: string } & Paging): Promise<Page<Todo>>
  decisions(query: { query?: string; owner?: string; team?: string } & Paging): Promise<Page<Decision>>
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
  /** plain text of the whole note, for searching */
  text: string
  todos: Todo[]
  decisions: Decision[]
  /** the last log row that these rows speak of */
  upTo: number
}
