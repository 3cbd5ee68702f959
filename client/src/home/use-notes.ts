import type { NoteList, NoteSummary } from '@minutebook/shared/api'
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { listNotes } from '../api/notes.ts'
import { Refused, valueOf } from '../api/refused.ts'
import { followChanges } from '../navigation/follow-changes.ts'
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

/** What comes within this time is asked for together. */
const gatherMs = 150
/** Where more notes than these change at once, everything is asked for again. */
const mostNotes = 20

type Pages = InfiniteData<NoteList>

/** The beginning of the key of each list of notes. */
const lists = ['notes', 'list'] as const

/** Keeps the lists of notes as the notes are now, and who is in them. Use it once on a page. [L104] */
export function useLiveNotes(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const ids = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const askAnew = () => void queries.invalidateQueries({ queryKey: lists })
    const gather = (noteIds: readonly string[]) => {
      for (const id of noteIds) ids.add(id)
      timer ??= setTimeout(() => void look(), gatherMs)
    }
    // one at a time: of two answers the older one may come last
    const look = async () => {
      const asked = [...ids]
      ids.clear()
      if (!(await takeIn(queries, asked))) askAnew()
      timer = undefined
      if (ids.size > 0) gather([])
    }
    const stop = followChanges(queries, { onChanged: gather, onPresent: gather, onGap: askAnew })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [queries])
}

/** Puts notes as they are now in their places in the lists. False where the lists have to be asked for again. */
async function takeIn(queries: QueryClient, ids: readonly string[]): Promise<boolean> {
  if (ids.length > mostNotes) return false
  const answer = await listNotes({ ids, limit: mostNotes })
  if (!answer.ok) return false
  const now = new Map(answer.value.notes.map((note) => [note.id, note]))
  const shown = queries.getQueriesData<Pages>({ queryKey: lists })
  const before = new Map(
    shown.flatMap(([, data]) => data?.pages ?? []).flatMap(({ notes }) => notes.map((note) => [note.id, note])),
  )
  if (!ids.every((id) => standsStill(before.get(id), now.get(id)))) return false
  queries.setQueriesData<Pages>(
    { queryKey: lists },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, notes: page.notes.map((note) => now.get(note.id) ?? note) })),
      },
  )
  return true
}

/** One that is new, gone or elsewhere in the lists moves the others. */
function standsStill(before: NoteSummary | undefined, after: NoteSummary | undefined): boolean {
  return (
    !before === !after && before?.datetime === after?.datetime && before?.teams.join('\n') === after?.teams.join('\n')
  )
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
