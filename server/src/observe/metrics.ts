import { collectDefaultMetrics, Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the server counts. Each name begins with `minutebook_`; sizes and times carry their unit. */
export interface Metrics {
  registry: Registry
  /** edits that were taken */
  updates: Counter
  /** sockets that were closed by the server, by close code */
  closes: Counter<'code'>
  /** changes that could not be told to other processes */
  busFailures: Counter
  /** notes that could not be read into the ledger */
  indexFailures: Counter
  /** Counts one commit of the store: how long it took, how many changes it made, whether it failed. */
  commit: (ms: number, changes: number, failed: boolean) => void
}

/** What is asked for at the moment of a scrape. */
export interface Levels {
  rooms(): number
  connections(): number
  failingRooms(): number
}

/** @param registry a new one for each server: metrics are registered in it */
export function createMetrics(registry: Registry): Metrics {
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
    commit(ms, changes, failed) {
      if (failed) commitFailures.inc()
      commitSeconds.observe(ms / 1_000)
      commitChanges.observe(changes)
    },
  }
}

/** Adds the levels that are read when somebody asks. */
export function watchLevels({ registry }: Metrics, levels: Levels): void {
  const add = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  add('minutebook_rooms', 'Notes that are live in memory.', () => levels.rooms())
  add('minutebook_connections', 'Open sockets.', () => levels.connections())
  add('minutebook_failing_rooms', 'Notes whose edits cannot be stored at present.', () => levels.failingRooms())
}
