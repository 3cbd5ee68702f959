import { z } from 'zod'
import { NoteSummary } from './shapes.ts'

/** The shapes of `GET /api/search`. */

/** Searching reads no more of a query than this. */
export const longestSearch = 300

export const SearchQuery = z.object({
  query: z
    .string()
    .default('')
    .describe(`Words, each perhaps only begun. What is longer than ${longestSearch} characters counts up to there.`),
  team: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().optional(),
})

export const SearchSnippet = z
  .object({
    kind: z.enum(['title', 'person', 'todo', 'decision', 'text']),
    text: z
      .string()
      .describe('The piece of the note, or the part of it around the words; "…" where something is left out.'),
    marks: z
      .array(z.tuple([z.int(), z.int()]))
      .describe('What was found: from and to, in UTF-16 units of `text`, in order.'),
    heading: z.string().nullable().describe('The heading above it.'),
    place: z
      .object({
        lines: z.tuple([z.int(), z.int()]).describe("First and last line in the note's Markdown, from 1, inclusive."),
        words: z.string().describe('What stands there, to find it near those lines when they have moved.'),
      })
      .nullable()
      .describe('Where it stands; null for the front matter. The page `/n/ID#line=LINE&find=WORDS` shows it.'),
  })
  .meta({ id: 'SearchSnippet' })

export const SearchHit = z
  .object({ note: NoteSummary, snippets: z.array(SearchSnippet).describe('The best ones, at most 3.') })
  .meta({ id: 'SearchHit' })

export const SearchList = z.object({ hits: z.array(SearchHit), nextCursor: z.string().nullable() })

export type SearchSnippet = z.infer<typeof SearchSnippet>
export type SearchHit = z.infer<typeof SearchHit>
export type SearchList = z.infer<typeof SearchList>
