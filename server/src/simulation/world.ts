import { limits } from '@minutebook/shared/wire'
import * as Y from 'yjs'
import type { Bus } from '../bus/bus.ts'
import { createLocalBus } from '../bus/local.ts'
import type { Limits } from '../config.ts'
import { silentLog } from '../observe/log.ts'
import { createMetrics } from '../observe/metrics.ts'
import { LiveRooms } from '../sync/live-rooms.ts'
import type { Client } from './client.ts'
import { HandClock } from './hand-clock.ts'
import { createHeldStore, type HeldStore } from './held-store.ts'

/** A server's rooms without a network, a disk or a clock: a test moves each of them by hand. */
export interface World {
  clock: HandClock
  store: HeldStore
  rooms: LiveRooms
  limits: Limits
  /** Makes a note that says `text`. */
  note(id: string, text?: string): Promise<void>
  /** Everything that is stored of a note. */
  stored(id: string): Promise<Y.Doc>
}

/**
 * @param store what an earlier server has left, or what another process writes, where there is one
 * @param bus joins it with other worlds
 */
export function createWorld(
  changed: Partial<Limits> = {},
  store: HeldStore = createHeldStore(),
  bus: Bus = createLocalBus(),
): World {
  const clock = new HandClock()
  let ids = 0
  const worldLimits = { ...limits, ...changed }
  const rooms = new LiveRooms({
    store,
    clock,
    limits: worldLimits,
    bus,
    newId: () => `id${++ids}`,
    log: silentLog,
    metrics: createMetrics(),
  })
  return {
    clock,
    store,
    rooms,
    limits: worldLimits,
    async note(id, text = '') {
      const doc = new Y.Doc()
      doc.getText('frontMatter').insert(0, text)
      doc.getMap('meta').set('format', 1)
      await rooms.create(id, Y.encodeStateAsUpdate(doc))
    },
    async stored(id) {
      const doc = new Y.Doc()
      for (const { update } of (await store.load(id)) ?? []) Y.applyUpdate(doc, update)
      return doc
    },
  }
}

/** Delivers and reads everything, until nothing is under way. */
export async function exchange(world: World, ...clients: readonly Client[]): Promise<void> {
  await world.clock.settle()
  while (clients.some(({ toServer, fromServer }) => toServer.length + fromServer.length > 0)) {
    for (const client of clients) {
      client.deliver()
      client.read()
    }
    await world.clock.advance(gatherMs)
  }
}

/** Longer than a crowded room gathers updates. */
const gatherMs = 10
