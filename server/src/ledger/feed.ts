import type { Clock } from '../clock.ts'

/** Tells pages which notes' rows have changed, as it happens. Nothing is kept for anybody: each reader is a place in one short list. */
export interface Feed {
  /** Says that the rows of these notes have changed, or who is in them. */
  publish(noteIds: readonly string[], what?: 'rows' | 'people'): void
  /**
   * A reader of what comes from now on, or after a position that an event gave. Null where there are too many readers, or
   * the feed is closed.
   */
  open(after: string | null): FeedReader | null
  /** how many read now */
  readers(): number
  /** Ends every reader. */
  close(): void
}

export interface FeedReader {
  /**
   * What has changed since it was called last, as soon as something has; after `patienceMs` nothing. Null when the feed is
   * closed or the reader has ended.
   */
  next(patienceMs: number): Promise<FeedEvent | null>
  end(): void
}

export interface FeedEvent {
  /** the position after it */
  id: string
  /** whose rows have changed */
  notes: string[]
  /** in which others are than before */
  present: string[]
  /** more has changed than is known: everything has to be asked for again */
  isGap: boolean
}

export interface FeedOptions {
  clock: Pick<Clock, 'after'>
  newId: () => string
  /** so many changes are remembered for who comes back */
  remembered?: number
  mostReaders?: number
}

export function createFeed({ clock, newId, remembered = 1000, mostReaders = 2000 }: FeedOptions): Feed {
  /** positions of another process mean nothing here */
  const origin = newId()
  let changes: { noteId: string; what: 'rows' | 'people' }[] = []
  /** how many changes there were before the first that is remembered */
  let forgotten = 0
  let isClosed = false
  const waiting = new Set<() => void>()
  const ends = new Set<() => void>()

  const last = () => forgotten + changes.length
  const wakeAll = () => {
    for (const wake of waiting) wake()
  }
  /** Resolves when something changes, the reader ends, or time is up. */
  const sleep = (ms: number, onWake: (wake: () => void) => void) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        cancel()
        waiting.delete(wake)
        resolve()
      }
      const cancel = clock.after(ms, wake)
      waiting.add(wake)
      onWake(wake)
    })

  return {
    publish(noteIds, what = 'rows') {
      changes.push(...noteIds.map((noteId) => ({ noteId, what })))
      if (changes.length > 2 * remembered) {
        forgotten += changes.length - remembered
        changes = changes.slice(-remembered)
      }
      wakeAll()
    },
    open(after) {
      if (isClosed || ends.size >= mostReaders) return null
      let position = after === null ? last() : readPosition(after, origin)
      let isOver = false
      let wakeUp: (() => void) | null = null
      const end = () => {
        isOver = true
        ends.delete(end)
        wakeUp?.()
      }
      ends.add(end)
      return {
        end,
        async next(patienceMs) {
          if (!isOver && patienceMs > 0 && position === last()) {
            await sleep(patienceMs, (wake) => {
              wakeUp = wake
            })
          }
          if (isOver) return null
          const isGap = position < forgotten || position > last()
          const since = isGap ? [] : changes.slice(position - forgotten)
          const of = (kind: 'rows' | 'people') => [
            ...new Set(since.flatMap(({ noteId, what }) => (what === kind ? [noteId] : []))),
          ]
          position = last()
          return { id: `${origin}.${position}`, notes: of('rows'), present: of('people'), isGap }
        },
      }
    },
    readers: () => ends.size,
    close() {
      isClosed = true
      for (const end of ends) end()
    },
  }
}

/** -1 where it is none of this origin: that is a gap. */
function readPosition(id: string, origin: string): number {
  const [from, number = ''] = id.split('.')
  return from === origin && /^\d{1,15}$/.test(number) ? Number(number) : -1
}
