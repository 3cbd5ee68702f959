import type { SearchHit } from '@minutebook/shared/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../api/request.ts'
import { searchNotes } from '../api/search.ts'
import { knownHits } from './known-hits.ts'

/** What a search has found so far. */
export interface Found {
  /** what these are the hits of; while another one is under way it is the one before */
  query: string
  hits: readonly SearchHit[]
  nextCursor: string | null
  /** why there are none, or no more; `unreachable`: the hits are those among the notes that this browser knows */
  refusal: Refusal | null
}

/**
 * Searches all notes. What was found last stays until the next answer is here, and the answer to an older query never
 * comes after that of a newer one. [L90]
 *
 * @param query '' finds nothing
 */
export function useSearch(query: string, team: string) {
  const [found, setFound] = useState<Found | null>(null)
  const [isLoadingMore, setLoadingMore] = useState(false)
  const calling = useRef<AbortController | null>(null)
  const ask = useCallback(async () => {
    calling.current?.abort()
    if (query.trim() === '') return
    const { signal } = (calling.current = new AbortController())
    const answer = await searchNotes({ query, team, cursor: null }, signal)
    if (signal.aborted) return
    if (answer.ok) setFound({ query, ...answer.value, refusal: null })
    else setFound({ query, ...noMore(answer.refusal, query, team), refusal: answer.refusal })
  }, [query, team])
  const tryAgain = useCallback(() => void ask(), [ask])
  useEffect(() => {
    tryAgain()
    addEventListener('online', tryAgain)
    return () => {
      calling.current?.abort()
      removeEventListener('online', tryAgain)
    }
  }, [tryAgain])

  const loadMore = useCallback(async () => {
    if (!found || found.nextCursor === null) return
    setLoadingMore(true)
    const answer = await searchNotes(
      { query: found.query, team, cursor: found.nextCursor },
      new AbortController().signal,
    )
    setLoadingMore(false)
    setFound((now) => {
      if (now !== found) return now // something else is looked for by now
      if (!answer.ok) return { ...now, refusal: answer.refusal }
      const known = new Set(now.hits.map(({ note }) => note.id))
      const added = answer.value.hits.filter(({ note }) => !known.has(note.id))
      return { ...now, hits: [...now.hits, ...added], nextCursor: answer.value.nextCursor, refusal: null }
    })
  }, [found, team])

  const isOver = query.trim() === ''
  return {
    found: isOver ? null : found,
    isLoading: !isOver && found?.query !== query,
    isLoadingMore,
    loadMore: () => void loadMore(),
    tryAgain,
  }
}

function noMore(refusal: Refusal, query: string, team: string): Pick<Found, 'hits' | 'nextCursor'> {
  return { hits: refusal.code === 'unreachable' ? knownHits(query, team) : [], nextCursor: null }
}
