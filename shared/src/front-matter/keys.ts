/** What the front matter of a note says. */
export interface FrontMatter {
  /** as written, null when absent or empty */
  title: string | null
  datetime: string | null
  location: string | null
  /** a list, or one comma-separated line; empty entries and placeholders left out */
  teams: string[]
  tags: string[]
  participants: string[]
  /** the other keys with their YAML source, in order */
  others: { key: string; source: string }[]
  /** everything as plain JSON; dates stay strings */
  data: Record<string, unknown>
  /** a mistake in the YAML, with its line from 1: then everything else is empty */
  error: { message: string; line: number } | null
}

/** Keys of one line. */
export const scalarKeys = ['title', 'datetime', 'location'] as const
/** Keys of several entries. */
export const listKeys = ['teams', 'tags', 'participants'] as const

export type ScalarKey = (typeof scalarKeys)[number]
export type ListKey = (typeof listKeys)[number]
