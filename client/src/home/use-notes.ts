import type { NoteList, NoteSummary } from '@minutebook/shared/api'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listNotes } from '../api/notes.ts'
import { Refused, valueOf } from '../api/refused.ts'
import { readStored, writeStored } from '../ui/storage.ts'
import { teamsOf } from './groups.ts'
import { lastNotesKey, narrow, readLastNotes, writeLastNotes } from './last-notes.ts'

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
    networkMode: 'always',
  })
  const refusal = result.error?.refusal ?? null
  const isCutOff = refusal?.code === 'unreachable'
  const remembered = useMemo(() => (isCutOff ? readLastNotes(readStored(lastNotesKey)) : null), [isCutOff])
  const known = result.data?.notes ?? (remembered && narrow(remembered, query, team))
  return {
    notes: known && isCutOff ? known.map((note) => ({ ...note, present: [] })) : (known ?? null),
    refusal,
    /** nobody answers: the notes are those that this browser knows */
    isCutOff,
    hasMore: result.hasNextPage && !isCutOff,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    tryAgain: () => void result.refetch(),
  }
}

/** The teams of the newest notes. These are remembered, for when nobody answers. */
export function useTeams(): string[] {
  const { data } = useQuery<string[], Refused>({
    queryKey: ['notes', 'teams'],
    queryFn: async ({ signal }) => {
      const answer = await listNotes({ limit: 200 }, signal)
      if (answer.ok) writeStored(lastNotesKey, writeLastNotes(answer.value.notes))
      else if (answer.refusal.code === 'unreachable') return teamsOf(readLastNotes(readStored(lastNotesKey)) ?? [])
      return teamsOf(valueOf(answer).notes)
    },
    retry: false,
    networkMode: 'always',
  })
  return data ?? []
}
