import type { NoteSummary, SearchHit, SearchSnippet } from '@minutebook/shared/api'

/** A line of the results that can be opened. */
export interface Option {
  id: string
  href: string
}

/** What a search shows of a note: its title, and the places that say what was looked for. */
export interface HitLines {
  note: NoteSummary
  title: Option & { marks: SearchSnippet['marks'] }
  places: readonly (Option & { snippet: SearchSnippet })[]
}

/**
 * The lines of the hits. The title leads to the note, or to the place in it that says the most where the title itself
 * does not say it.
 *
 * @param listId begins every id
 */
export function linesOf(hits: readonly SearchHit[], listId: string): HitLines[] {
  return hits.map(({ note, snippets }) => {
    const title = snippets.find(({ kind }) => kind === 'title')
    const places = snippets.filter((snippet) => snippet !== title)
    return {
      note,
      title: { id: `${listId}-${note.id}`, href: hrefOf(note.id, title ?? places[0]), marks: title?.marks ?? [] },
      places: places.map((snippet, index) => ({
        id: `${listId}-${note.id}-${index}`,
        href: hrefOf(note.id, snippet),
        snippet,
      })),
    }
  })
}

/** The address that opens a note at a place. */
export function hrefOf(noteId: string, snippet: Pick<SearchSnippet, 'place'> | undefined): string {
  const place = snippet?.place
  if (!place) return `/n/${noteId}`
  return `/n/${noteId}#${new URLSearchParams({ line: String(place.lines[0]), find: place.words })}`
}

/** All lines from top to bottom. */
export function optionsOf(lines: readonly HitLines[]): Option[] {
  return lines.flatMap(({ title, places }) => [title, ...places])
}
