import type { NoteList, NoteSummary } from '@minutebook/shared/api'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { listNotes } from '../api/notes.ts'
import type { Refusal, Result } from '../api/request.ts'
import { teamsOf } from './groups.ts'

const refreshMs = 10_000

/** The notes that a search and a team leave, page by page. Who is present stays current. */
export function useNotes(query: string, team: string) {
  const result = useInfiniteQuery<NoteList, Refused, { notes: NoteSummary[] }, readonly string[], string>({
    queryKey: ['notes', 'list', query, team],
    queryFn: async ({ pageParam, signal }) => valueOf(await listNotes({ query, team, cursor: pageParam }, signal)),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => ({ notes: pages.flatMap((page) => page.notes) }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    retry: false,
  })
  return {
    notes: result.data?.notes ?? null,
    refusal: result.error?.refusal ?? null,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    tryAgain: () => void result.refetch(),
  }
}

/** The teams of the newest notes. */
export function useTeams(): string[] {
  const { data } = useQuery<string[], Refused>({
    queryKey: ['notes', 'teams'],
    queryFn: async ({ signal }) => teamsOf(valueOf(await listNotes({ limit: 200 }, signal)).notes),
    retry: false,
  })
  return data ?? []
}

/** A refusal on its way through TanStack Query, which knows failures as thrown errors only. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}
