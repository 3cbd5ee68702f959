import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hono } from 'hono'
import type { Access } from './access/access.ts'
import { createOriginCheck } from './access/origin.ts'
import { createRoutes } from './api/routes.ts'
import type { Bus } from './bus/bus.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { createFeed } from './ledger/feed.ts'
import { createIndexer } from './ledger/indexer.ts'
import { createSpread } from './ledger/spread.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LedgerNames } from './ledger/names.ts'
import { createPeople } from './ledger/people.ts'
import type { Log } from './observe/log.ts'
import { createLoopLoad } from './observe/loop-load.ts'
import { watchLevels, type Metrics } from './observe/metrics.ts'
import { createPages } from './pages.ts'
import { addSecurityHeaders } from './security.ts'
import { createReader } from './reader/threaded.ts'
import type { CalendarStore } from './store/calendars.ts'
import type { ImageStore } from './store/images.ts'
import type { PeopleStore } from './store/people.ts'
import type { Store } from './store/store.ts'
import type { VersionStore } from './store/versions.ts'
import { createEndpoint } from './sync/endpoint.ts'
import { LiveRooms } from './sync/live-rooms.ts'
import type { Rooms } from './sync/rooms.ts'

export { NotStored, type Person, type Rooms } from './sync/rooms.ts'

/** How long stopping may take. */
const stopMs = 10_000

/** What a server is made of. */
export interface Parts {
  /** The server closes it when it stops. */
  store: Store
  /** The server closes it when it stops, before the store. */
  images: ImageStore
  /** The server closes it when it stops, before the store. */
  versions: VersionStore
  calendars: CalendarStore
  /** The server closes it when it stops. */
  bus: Bus
  access: Access
  ledger: Ledger
  /** what the ledger's notes say of people */
  names: LedgerNames
  /** The server closes it when it stops, before the store. */
  corrections: PeopleStore
  config: Config
  log: Log
  metrics: Metrics
  clock: Clock
  /** An id that nobody can guess and that has not been given before: letters, digits, `-` and `_`, 21 of them. */
  newId: () => string
  /** folder of the built application */
  pages: string
  /** the port that is listened on: another than the configured one where that is 0 */
  port: () => number
}

/** A server that listens on nothing: hand its parts to an HTTP server, or drive them from a test. */
export interface Server {
  /** Answers a request. */
  fetch: Hono['fetch']
  /** Takes the `upgrade` event of an HTTP server. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  rooms: Rooms
  /** Reads up what the ledger lacks; call it once, before listening. */
  start(): Promise<void>
  /** Stops in order: sockets, rooms and ledger, store. Resolves with the ids of notes that hold something not stored. [C11] */
  stop(): Promise<string[]>
}

export function createServer(parts: Parts): Server {
  const { store, images, versions, calendars, bus, access, ledger, names, corrections } = parts
  const { config, log, metrics, clock, newId } = parts
  const { limits } = config
  const rooms = new LiveRooms({ store, bus, clock, log, metrics, limits, newId })
  const reader = createReader({ clock })
  const feed = createFeed({ clock, newId })
  const people = createPeople({
    names,
    corrections,
    clock,
    changed: (noteIds) => feed.publish(noteIds),
    failed: (error) => log.error('who the people are could not be read', { err: error }),
  })
  people.onCorrected(() => rooms.tellPeople())
  const indexer = createIndexer({
    rooms,
    reader,
    ledger: {
      ...ledger,
      put: (entry) => ledger.put({ ...entry, whose: people.ownersIn({ ...entry.names, noteId: entry.note.id }) }),
    },
    spread: createSpread({ rooms, ledger, clock, log }),
    clock,
    log,
    load: createLoopLoad(),
    failed: () => metrics.indexFailures.inc(),
    changed: (noteIds) => {
      feed.publish(noteIds)
      if (feed.readers() > 0) people.refresh() // [L100]
    },
    isWatched: () => feed.readers() > 0,
  })
  rooms.onPeople((noteId) => feed.publish([noteId], 'people'))
  rooms.onDurable((noteId, upTo) => indexer.mark(noteId, upTo))
  const isOwnOrigin = createOriginCheck(config.publicUrl, parts.port)
  const endpoint = createEndpoint({ rooms, access, isOwnOrigin, limits, log, clock, metrics })
  watchLevels(metrics, {
    rooms: () => rooms.counts().rooms,
    connections: endpoint.connections,
    failingRooms: () => rooms.counts().failingRooms,
    indexing: () => indexer.lag(),
    traffic: () => endpoint.traffic,
  })

  const app = new Hono()
  app.use(addSecurityHeaders)
  app.route('/', createPages(parts.pages))
  app.route(
    '/',
    createRoutes({
      rooms,
      images,
      versions,
      reader,
      ledger,
      indexer,
      feed,
      calendars,
      names,
      people,
      corrections,
      access,
      clock,
      log,
      limits,
      newId,
      isOwnOrigin,
      publicUrl: config.publicUrl,
      eventReaders: (count) => metrics.eventReaders.set(count),
      eventSent: () => metrics.events.inc(),
      refused: (code) => metrics.refusals.inc({ code }),
      metrics: metrics.registry,
    }),
  )

  return {
    fetch: app.fetch,
    upgrade: endpoint.upgrade,
    rooms,
    start: () => indexer.start(),
    async stop() {
      endpoint.stop()
      feed.close()
      // What was not indexed is stale at the next start: waiting for it would only make stopping slower.
      const [notStored] = await Promise.all([rooms.stop(stopMs), indexer.stop(), reader.close()])
      await bus.close()
      await images.close()
      await versions.close()
      await calendars.close()
      await corrections.close()
      await store.close()
      return notStored
    },
  }
}
