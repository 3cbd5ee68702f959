import type { SearchList } from '@minutebook/shared/api'
import { requestJson, type Result } from './request.ts'

/** The notes that say something, best first, a page. */
export function searchNotes(
  { query, team, cursor }: { query: string; team: string; cursor: string | null },
  signal: AbortSignal,
): Promise<Result<SearchList>> {
  const search = new URLSearchParams({ query: query.slice(0, longestQuery) })
  if (team) search.set('team', team)
  if (cursor !== null) search.set('cursor', cursor)
  return requestJson(`/api/search?${search}`, { signal })
}

/** The server reads no more, and an address must stay short. */
const longestQuery = 300
