import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { listItems } from '../api/ledger.ts'
import { Refused, valueOf } from '../api/refused.ts'
import { readStored, writeStored } from '../ui/storage.ts'
import { askFor, isNarrowed, type Filters, type LedgerKind } from './filters.ts'
import { lastListKey, narrowRows, readLastList, writeLastList } from './last-list.ts'
import { mergeRows, readPage, type Row, type RowPage } from './rows.ts'

const pageRows = 100
/** Where more notes than these change at once, everything is asked for again. */
const mostNotes = 8

/** What has changed since the list was asked for. */
interface Live {
  /** the list that it belongs to */
  list: string
  changed: ReadonlyMap<string, readonly Row[]>
  shown: ReadonlySet<string>
}

const nothing: Live = { list: '', changed: new Map(), shown: new Set() }

/** The rows that filters leave, page by page, as they are now. */
export function useItems(kind: LedgerKind, filters: Filters) {
  const today = new Date().toDateString()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- days are counted from today
  const asked = useMemo(() => askFor(kind, filters, new Date()), [kind, filters, today])
  const list = `${kind}?${asked}`
  const fetchPage = useCallback(
    async (more: Record<string, string>, signal?: AbortSignal) => {
      const search = new URLSearchParams(asked)
      search.set('places', '1')
      for (const [name, value] of Object.entries(more)) search.set(name, value)
      return readPage(valueOf(await listItems(kind, search, signal)))
    },
    [kind, asked],
  )
  const result = useInfiniteQuery<RowPage, Refused, InfiniteData<RowPage>, readonly string[], string>({
    queryKey: ['items', list],
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(
        { limit: String(pageRows), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      )
      if (pageParam === '' && !isNarrowed(kind, filters)) writeStored(lastListKey(kind), writeLastList(page.rows))
      return page
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    retry: false,
    networkMode: 'always',
  })

  const [kept, setLive] = useState(nothing)
  const live = kept.list === list ? kept : nothing
  const isCutOff = result.error?.refusal.code === 'unreachable'
  const hasMore = result.hasNextPage && !isCutOff
  const { pages } = result.data ?? {}
  const remembered = useMemo(
    () => (isCutOff && !pages ? readLastList(readStored(lastListKey(kind))) : null),
    [isCutOff, pages, kind],
  )
  const rows = useMemo(() => {
    if (!pages) return remembered && narrowRows(remembered, filters)
    const { changed, shown } = live
    return mergeRows(
      pages.flatMap((page) => page.rows),
      changed,
      { state: kind === 'todos' ? filters.state : filters.show === 'standing' ? 'open' : 'all', hasMore, shown },
    )
  }, [pages, remembered, live, kind, filters, hasMore])

  const { refetch } = result
  /** Asks for everything again. */
  const renew = useCallback(async () => {
    await refetch()
    setLive(nothing)
  }, [refetch])
  /** Asks for the rows of these notes as they are now. Resolves when they are shown. */
  const take = async (noteIds: readonly string[]) => {
    if (noteIds.length > mostNotes) return renew()
    const every = { ...(kind === 'todos' ? { state: 'all' } : { standing: '0' }), limit: '200' }
    const found = await Promise.all(noteIds.map((note) => fetchPage({ ...every, note }).catch(() => null)))
    if (found.some((page) => page && page.nextCursor !== null)) return renew()
    const fresh = noteIds.flatMap((id, index) => {
      const page = found[index]
      return page ? ([[id, page.rows]] as const) : []
    })
    const keys = rows?.map(({ key }) => key) ?? []
    return setLive((before) => {
      const known = before.list === list ? before : nothing
      return { list, changed: new Map([...known.changed, ...fresh]), shown: new Set([...known.shown, ...keys]) }
    })
  }

  return {
    rows,
    /** stays the same while the same is asked for */
    list,
    asked,
    refusal: result.error?.refusal ?? null,
    /** nobody answers: the rows are those that this browser knows */
    isCutOff,
    isWaiting: result.isPlaceholderData,
    hasMore,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage()
    },
    renew,
    take,
  }
}

export type Items = ReturnType<typeof useItems>
