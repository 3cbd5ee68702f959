import type { Decision, NoteSummary, SearchSnippet, Todo } from '@minutebook/shared/api'
import type { NoteNames } from '@minutebook/shared/meeting'
import type { NoteBlock } from '@minutebook/shared/note'
import type { LabelOwner } from './names.ts'
import type { OwnerGroup } from './owner-group.ts'
import type { AwaitedState } from './states.ts'

/**
 * What the notes say, as rows that can be asked for: one row a note, TODO and decision. It can be thrown away and built
 * again from the log at any time.
 */
export interface Ledger {
  /**
   * Puts in the rows of one note, in place of those that it had, and remembers up to which log row they speak. Resolves
   * with the other notes whose rows changed by it: those that have the same TODOs. [L42]
   */
  put(entry: LedgerEntry): Promise<string[]>
  /** Forgets a note. Resolves as `put` does. */
  remove(noteId: string): Promise<string[]>
  /** Notes whose rows do not say what the log says: changed, unknown or gone since; oldest change first. */
  stale(): Promise<{ noteId: string; upTo: number }[]>
  note(id: string): Promise<LedgerNote | null>
  /** @throws BadCursor, as the other lists do */
  notes(query: { query?: string; team?: string; id?: string | readonly string[] } & Paging): Promise<Page<LedgerNote>>
  /** Notes that say something, best first, each with the places that say it. @throws BadCursor */
  search(query: { query: string; team?: string } & Paging): Promise<Page<Hit>>
  /** The TODO of this id, in the newest note that has it. */
  todo(id: string): Promise<Todo | null>
  todos(query: TodoQuery & Grouping & Paging): Promise<ItemPage<Todo>>
  /** @param query `open`: only those that stand */
  decisions(query: ItemQuery & { state?: 'open' | 'all' } & Paging): Promise<ItemPage<Decision>>
  /** How many items a filter leaves, by group. @param hidden notes that count for nothing */
  counts(query: TodoQuery & Grouping, kind: 'todo' | 'decision', hidden: readonly string[]): Promise<Count[]>
  /** What there is to choose from in filters. @param hidden notes that count for nothing */
  facets(hidden: readonly string[]): Promise<Facets>
  noteIds(): Promise<string[]>
  /** The other notes of a note's series, and those made as the next meeting after it, oldest meeting first. [A125] */
  series(noteId: string): Promise<SeriesNote[]>
  /** The TODOs of a note that stood in earlier notes. */
  carriedFrom(noteId: string): Promise<CarriedFrom[]>
  /** States of TODOs that notes have still to be brought to. [L73] */
  awaited(): Promise<AwaitedState[]>
  /** Says that the notes have these states now. */
  reached(states: readonly AwaitedState[]): Promise<void>
}

export interface ItemQuery {
  query?: string
  /** a label or participant as written, or the key of a group: then that group alone */
  owner?: string
  /** the keys of the groups that are meant by `owner` beside what is written so */
  groups?: readonly string[]
  /** several: any of them */
  team?: string | readonly string[]
  /** only what stands in this note */
  note?: string
  /** only of meetings on or after this day */
  since?: string
}

export interface TodoQuery extends ItemQuery {
  state: 'open' | 'done' | 'all'
  /** due on or before this day; `none`: without one */
  due?: string
}

export interface Grouping {
  /** `meeting` where it is left out */
  group?: 'owner' | 'meeting'
}

export interface ItemPage<Row> extends Page<Row> {
  /** of each row */
  places: Place[]
}

/** Where a row stands. */
export interface Place {
  group: OwnerGroup
  note: { title: string; day: string }
  /** each part ascends, but the last but two and the last but one descend */
  order: (string | number)[]
}

export interface Count {
  group: OwnerGroup
  count: number
  open: number
  /** those that no other group before this one has: added up, each item counts once */
  firsts: number
}

export interface Facets {
  notes: { id: string; openTodos: number; todos: number; decisions: number; teams: string[] }[]
  owners: { owner: OwnerGroup; open: number }[]
}

/** A meeting of a series. */
export interface SeriesNote {
  id: string
  title: string
  /** "YYYY-MM-DD"; null where the note does not say */
  day: string | null
  /** when it meets, else when the note was made: ISO in UTC */
  meetsAt: string
  updatedAt: string
  /** the note after which it was made */
  previous: string | null
}

/** A TODO that came along, and where it was first. */
export interface CarriedFrom {
  id: string
  /** "YYYY-MM-DD" */
  since: string
  /** how many meetings had it before this one */
  times: number
  first: { noteId: string; title: string; day: string }
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
  /** what the note says, piece by piece, for searching */
  blocks: readonly NoteBlock[]
  todos: Todo[]
  decisions: Decision[]
  /** what it says of people */
  names: Omit<NoteNames, 'noteId' | 'at'>
  /** whose its labels are; where that is left out, it is as it was */
  whose?: readonly LabelOwner[] | undefined
  /** the last log row that these rows speak of */
  upTo: number
  /** the note after which this one was made */
  previous?: string | null
}

/** A note that a search finds. */
export interface Hit {
  note: LedgerNote
  /** the best ones, at most 3 */
  snippets: SearchSnippet[]
}

/** A cursor that this ledger did not give. */
export class BadCursor extends Error {
  override name = 'BadCursor'
  constructor() {
    super('the cursor is not one that this server gave')
  }
}
