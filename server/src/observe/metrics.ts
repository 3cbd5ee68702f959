import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts. Each name begins with `minutebook_`; sizes and times carry their unit. */
export interface Metrics {
  registry: Registry
  /** edits that were taken */
  updates: Counter
  /** requests that the API refused, by the code of the error */
  refusals: Counter<'code'>
  /** sockets that were closed by the server, by close code */
  closes: Counter<'code'>
  /** changes that could not be told to other processes */
  busFailures: Counter
  /** notes that could not be read into the ledger */
  indexFailures: Counter
  /** pages that hear of changes of the lists now */
  eventReaders: Gauge
  /** changes that were told to them */
  events: Counter
  /** Counts one commit of the store: how long it took, how many changes it made, whether it failed. */
  commit: (ms: number, changes: number, failed: boolean) => void
}

/** Frames and their bytes, since the start. They are counted as plain numbers: there are thousands a second. */
export interface Traffic {
  framesReceived: number
  bytesReceived: number
  framesSent: number
  bytesSent: number
}

/** What is asked for at the moment of a scrape. */
export interface Levels {
  rooms(): number
  connections(): number
  failingRooms(): number
  /** notes that wait for the ledger, and how long the first of them has waited */
  indexing(): { notes: number; waitedMs: number }
  traffic(): Readonly<Traffic>
}

/** Makes the metrics of one server, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const commitSeconds = new Histogram({
    name: 'minutebook_commit_seconds',
    help: 'How long a commit of the store took.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers,
  })
  const commitChanges = new Histogram({
    name: 'minutebook_commit_changes',
    help: 'How many changes one commit made.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  })
  const commitFailures = new Counter({
    name: 'minutebook_commit_failures_total',
    help: 'Commits that failed.',
    registers,
  })
  return {
    registry,
    updates: new Counter({ name: 'minutebook_updates_total', help: 'Edits that were taken.', registers }),
    refusals: new Counter({
      name: 'minutebook_refusals_total',
      help: 'Requests that the API refused, by the code of the error.',
      labelNames: ['code'],
      registers,
    }),
    closes: new Counter({
      name: 'minutebook_closes_total',
      help: 'Sockets that the server closed, by close code.',
      labelNames: ['code'],
      registers,
    }),
    busFailures: new Counter({
      name: 'minutebook_bus_failures_total',
      help: 'Edits that could not be told to other processes.',
      registers,
    }),
    indexFailures: new Counter({
      name: 'minutebook_index_failures_total',
      help: 'Notes that could not be read into the ledger.',
      registers,
    }),
    eventReaders: new Gauge({
      name: 'minutebook_event_readers',
      help: 'Pages that hear of changes of the lists now.',
      registers,
    }),
    events: new Counter({
      name: 'minutebook_events_total',
      help: 'Changes of the lists that were told to pages.',
      registers,
    }),
    commit(ms, changes, failed) {
      if (failed) commitFailures.inc()
      commitSeconds.observe(ms / 1_000)
      commitChanges.observe(changes)
    },
  }
}

/** Adds the levels that are read when somebody asks. */
export function watchLevels({ registry }: Metrics, levels: Levels): void {
  const registers = [registry]
  const add = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const count = (name: string, help: string, read: (traffic: Readonly<Traffic>) => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read(levels.traffic()))
      },
    })
  add('minutebook_rooms', 'Notes that are live in memory.', () => levels.rooms())
  add('minutebook_connections', 'Open sockets.', () => levels.connections())
  add('minutebook_failing_rooms', 'Notes whose edits cannot be stored at present.', () => levels.failingRooms())
  add('minutebook_index_waiting', 'Notes that wait to be read into the ledger.', () => levels.indexing().notes)
  add(
    'minutebook_index_lag_seconds',
    'How long the first note that waits for the ledger has waited.',
    () => levels.indexing().waitedMs / 1_000,
  )
  count('minutebook_frames_received_total', 'Frames that came over sockets.', (traffic) => traffic.framesReceived)
  count('minutebook_received_bytes_total', 'Bytes that came over sockets.', (traffic) => traffic.bytesReceived)
  count('minutebook_frames_sent_total', 'Frames that were sent over sockets.', (traffic) => traffic.framesSent)
  count('minutebook_sent_bytes_total', 'Bytes that were sent over sockets.', (traffic) => traffic.bytesSent)
}
