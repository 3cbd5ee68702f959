import type { Path } from '../schema/node.ts'

/** An owner or speaker as written. The range holds its words, the `@` of `@ann` included; `label` leaves the `@` out. */
export interface Label {
  label: string
  /** offsets in `textOf(paragraph)`, which are offsets in a ProseMirror text block */
  from: number
  to: number
}

/** A due date, "YYYY-MM-DD", and the range of its words with their brackets, surrounding blanks excluded. */
export interface Due {
  date: string
  from: number
  to: number
}

/** A part of a line's text. */
export interface Span {
  from: number
  to: number
}

/**
 * What one line is.
 * - `speaker`: somebody said it
 * - `todo`, `decision`: an item
 * - `lead`: it holds no words of its own; it says what each item of the list below it is
 */
export interface Line {
  kind: 'speaker' | 'todo' | 'decision' | 'lead'
  /** words such as "TODO: " or "Decision: ", the blank after them included */
  marker: Span | null
  owners: Label[]
  /** where the words of the item begin: after marker, labels, colon and blanks */
  textFrom: number
  due: Due | null
  /** for a `lead`: what the items of the list below it are */
  lead?: 'todo' | 'decision' | 'attendance' | 'points'
}

/** What a heading says about the lines below it. */
export type SectionKind = 'todos' | 'decisions' | 'both' | 'attendance' | 'other'

/** Where a paragraph stands, as far as it matters for what its words mean. */
export interface Place {
  section: SectionKind
  /** text of the nearest heading above, without leading emoji; null before the first heading */
  heading: string | null
  /** it is the first paragraph of a list item with a check box */
  box: boolean
  /** boxes there say what was gone through: points of an agenda, announcements, items of the last meeting */
  points: boolean
  /**
   * - `none`: outside of lists
   * - `item`: the first paragraph of an item of an outer list
   * - `detail`: deeper in a list, or in a list that belongs to the item above it
   */
  list: 'none' | 'item' | 'detail'
  /** the line over the list says what its items are; its labels are offsets in that line */
  lead: { kind: 'todo' | 'decision'; owners: readonly Label[] } | null
}

/** What the note knows about people: the entries of its `participants`. */
export interface Known {
  participants?: readonly string[]
}

/** One speaker's line, TODO or decision of a note, read from its words and its place. */
export interface Reading {
  kind: 'speaker' | 'todo' | 'decision'
  /** the paragraph in the body */
  path: Path
  /** the last block that belongs to it: a list below it, else `path` */
  last: Path
  /** words such as "TODO: " or "Decision: ", the blank after them included */
  marker: Span | null
  /** the owners, or the one who speaks */
  owners: Label[]
  /** `above`: inherited from an owner-only line over the list; then the labels' ranges are of that line */
  ownersFrom: 'line' | 'above'
  /** where the words of the item begin: after marker, labels, colon and blanks */
  textFrom: number
  due: Due | null
  /** the list item whose check box holds the state; null: the paragraph's `done` does */
  box: Path | null
  done: boolean
  /** the paragraph's `id` */
  id: string | null
  /** text of the nearest heading above, without leading emoji or `:shortcode:` */
  section: string | null
}
