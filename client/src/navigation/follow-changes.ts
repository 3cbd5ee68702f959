import type { QueryClient } from '@tanstack/react-query'
import { listenToChanges, type ChangeListener } from '../api/events.ts'
import { totalsKey } from './use-open-todos.ts'

const gatherMs = 150
/** The counts are asked for again so often at most, however much is written. */
const restMs = 1000

/**
 * Hears of changes as `listenToChanges` does, and keeps the sidebar's count as it is now: a page needs one stream for
 * both. Returns how to stop. [L109]
 */
export function followChanges(queries: QueryClient, listener: Partial<ChangeListener> = {}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let askedAt = -Infinity
  const count = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        askedAt = performance.now()
        void queries.invalidateQueries({ queryKey: totalsKey })
      },
      Math.max(gatherMs, askedAt + restMs - performance.now()),
    )
  }
  const stop = listenToChanges({
    onChanged: (noteIds) => {
      count()
      listener.onChanged?.(noteIds)
    },
    onPresent: (noteIds) => listener.onPresent?.(noteIds),
    onGap: () => {
      count()
      listener.onGap?.()
    },
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
