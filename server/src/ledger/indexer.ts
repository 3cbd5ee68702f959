import type { Clock, Cancel } from '../clock.ts'
import type { Log } from '../observe/log.ts'
import type { NoteReader } from '../reader/reader.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Ledger } from './ledger.ts'
import type { Spread } from './spread.ts'

/** Keeps the ledger up with the log, one note at a time, off the path of typing. */
export interface Indexer {
  /** Says that a note's log goes on up to a row. */
  mark(noteId: string, upTo: number): void
  /** Marks every stale note. */
  start(): Promise<void>
  /** Resolves when the ledger holds all that was marked of a note before the call. Rejects where it cannot be read or stored. */
  settle(noteId: string): Promise<void>
  /** `settle` for every note that is waiting. */
  flush(): Promise<void>
  /** Takes a note that was deleted out of the ledger. */
  forget(noteId: string): Promise<void>
  /** How many notes wait, and for how many milliseconds the first of them has. */
  lag(): { notes: number; waitedMs: number }
  /** Resolves when nothing runs any more. What was waiting is stale at the next start. */
  stop(): Promise<void>
}

export interface IndexerParts {
  rooms: Pick<Rooms, 'whole'>
  reader: Pick<NoteReader, 'entry'>
  ledger: Pick<Ledger, 'put' | 'remove' | 'stale'>
  /** brings states of TODOs to other notes: what follows from rows */
  spread?: Spread
  clock: Clock
  log: Log
  /** the share of its time that the event loop was at work since this was called last, from 0 to 1 */
  load: () => number
  /** counts a failure, for the metrics */
  failed?: () => void
  /** told of the notes whose rows have changed */
  changed?: (noteIds: readonly string[]) => void
  /** whether somebody looks at the lists now */
  isWatched?: () => boolean
}

/** How long a note must be quiet, and how long it may wait at most when it never is. */
const quietMs = 300
const patienceMs = { unseen: 1500, watched: 600 } as const
const retryMs = { first: 1000, longest: 600_000 }
/** For how many times as long as a note took nothing is indexed after it: where nothing else is to do, and beside full work. */
const restFactor = { idle: 9, busy: 49 } as const
const longestRestMs = { unseen: 1000, watched: 250 } as const
/** Above this share of work elsewhere, the rest is as long as where nobody watches. */
const watchedLoad = 0.5

/** A note of which something is not in the ledger. */
interface Waiting {
  upTo: number
  /** when the last mark came */
  updatedAt: Date
  /** elapsed time of the first mark */
  since: number
  failures: number
  /** elapsed time at which its turn comes */
  dueAt: number
  /** ends its timer, which wakes up then or sooner */
  cancel: Cancel | null
}

export function createIndexer(parts: IndexerParts): Indexer {
  const { rooms, reader, ledger, spread, clock, log, load, failed, changed = () => {}, isWatched = () => false } = parts
  const waiting = new Map<string, Waiting>()
  /** the last row of each note that this process has put in */
  const done = new Map<string, number>()
  let queue: Promise<void> = Promise.resolve()
  /** notes whose time has come, in that order */
  const due = new Set<string>()
  let isBusy = false
  let cancelRest: Cancel | null = null
  let cancelSpread: Cancel | null = null
  let failedSpreads = 0
  let stopped = false

  /** One after the other; a failing one does not stop those behind it. [L21] */
  const enqueue = (run: () => Promise<void>): Promise<void> => {
    const ran = queue.then(run)
    queue = ran.catch(() => {})
    return ran
  }

  const seen = () => (isWatched() ? 'watched' : 'unseen')

  const mark = (noteId: string, upTo: number) => {
    if (stopped || upTo <= (done.get(noteId) ?? -1)) return // [L22]
    const now = clock.elapsed()
    const entry = waiting.get(noteId) ?? {
      upTo,
      updatedAt: clock.now(),
      since: now,
      failures: 0,
      dueAt: now,
      cancel: null,
    }
    waiting.set(noteId, entry)
    entry.upTo = Math.max(upTo, entry.upTo)
    entry.updatedAt = clock.now()
    if (entry.failures > 0) return
    const ms = Math.min(quietMs, entry.since + patienceMs[seen()] - now) // [L20]
    // A timer that runs already wakes up sooner, and then sleeps for the rest: letters come faster than that.
    if (entry.cancel && now + ms >= entry.dueAt) entry.dueAt = now + ms
    else plan(noteId, entry, ms)
  }

  const plan = (noteId: string, entry: Waiting, ms: number) => {
    entry.cancel?.()
    entry.dueAt = clock.elapsed() + ms
    entry.cancel = stopped ? null : clock.after(Math.max(0, ms), () => runLater(noteId, entry))
  }

  const runLater = (noteId: string, entry: Waiting) => {
    entry.cancel = null
    const left = entry.dueAt - clock.elapsed()
    if (left > 0 && waiting.get(noteId) === entry) {
      plan(noteId, entry, left)
      return
    }
    due.add(noteId)
    void runDue()
  }

  /** Indexes the next note whose time has come, and rests, so that this takes a tenth of the time at most, and less beside other work. [L29] */
  const runDue = async (): Promise<void> => {
    const [noteId] = due
    if (noteId === undefined || isBusy || stopped) return
    due.delete(noteId)
    isBusy = true
    const began = clock.elapsed()
    try {
      await enqueue(() => index(noteId))
    } catch (error) {
      retry(noteId, error)
    }
    if (stopped) return
    const busy = load()
    const factor = restFactor.idle + (restFactor.busy - restFactor.idle) * busy
    const longestMs = busy > watchedLoad ? longestRestMs.unseen : longestRestMs[seen()] // [L49]
    cancelRest = clock.after(Math.min(longestMs, (clock.elapsed() - began) * factor), () => {
      isBusy = false
      void runDue()
    })
  }

  /** Nobody waits for this note, so its failure is told here. [L24] */
  const retry = (noteId: string, error: unknown) => {
    if (stopped) return
    const entry = waiting.get(noteId)
    failed?.()
    log.error('a note could not be indexed', { noteId, err: error })
    if (!entry) return
    entry.failures += 1
    plan(noteId, entry, Math.min(retryMs.longest, retryMs.first * 2 ** (entry.failures - 1)))
  }

  const index = async (noteId: string) => {
    const entry = waiting.get(noteId)
    if (!entry || stopped) return
    const { upTo, updatedAt } = entry
    const update = await rooms.whole(noteId)
    const others = update
      ? await ledger.put(await reader.entry(update, noteId, { updatedAt: updatedAt.toISOString(), upTo }))
      : await ledger.remove(noteId) // [L26]
    done.set(noteId, upTo)
    changed([noteId, ...others])
    entry.failures = 0
    if (entry.upTo > upTo) {
      entry.since = clock.elapsed()
      plan(noteId, entry, quietMs)
    } else {
      entry.cancel?.()
      waiting.delete(noteId)
    }
    await spreadStates()
  }

  /** Nothing is indexed meanwhile: it is part of the queue. What cannot be brought now is tried again. [L73] */
  const spreadStates = async () => {
    if (stopped || !spread) return
    const { notes, isWhole } = await spread()
    if (notes.length > 0) changed(notes)
    cancelSpread?.()
    failedSpreads = isWhole ? 0 : failedSpreads + 1
    if (isWhole || stopped) return
    const ms = Math.min(retryMs.longest, retryMs.first * 2 ** (failedSpreads - 1))
    cancelSpread = clock.after(ms, () => void enqueue(spreadStates).catch(spreadFailed))
  }

  const spreadFailed = (error: unknown) => {
    failed?.()
    log.error('the states of TODOs could not be read', { err: error })
  }

  const settle = (noteId: string) => (waiting.has(noteId) ? enqueue(() => index(noteId)) : Promise.resolve())

  return {
    mark,
    settle,
    start: async () => {
      for (const { noteId, upTo } of await ledger.stale()) mark(noteId, upTo)
      await enqueue(spreadStates) // what an earlier process did not come to
    },
    flush: async () => {
      await Promise.all([...waiting.keys()].map(settle))
    },
    forget: (noteId) =>
      enqueue(async () => {
        waiting.get(noteId)?.cancel?.()
        waiting.delete(noteId)
        done.delete(noteId)
        changed([noteId, ...(await ledger.remove(noteId))])
      }),
    lag: () => {
      const now = clock.elapsed()
      return { notes: waiting.size, waitedMs: Math.max(0, ...[...waiting.values()].map(({ since }) => now - since)) }
    },
    stop: async () => {
      stopped = true
      for (const { cancel } of waiting.values()) cancel?.()
      cancelRest?.()
      cancelSpread?.()
      await queue
    },
  }
}
