import { useMemo } from 'react'
import { linesOf, optionsOf } from './options.ts'
import { useOptions } from './use-options.ts'
import { useSearch } from './use-search.ts'

/**
 * A search over all notes as it is shown: what was found, its lines, and which of them is chosen.
 *
 * @param listId the id of the element that holds the lines
 * @param onOpen called before a line is opened by its key
 */
export function useResults(query: string, team: string, listId: string, onOpen: () => void) {
  const search = useSearch(query, team)
  const lines = useMemo(() => linesOf(search.found?.hits ?? [], listId), [search.found, listId])
  const options = useMemo(() => optionsOf(lines), [lines])
  return { search, lines, ...useOptions(options, search.found?.query ?? '', onOpen) }
}
