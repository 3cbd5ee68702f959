import { describe, expect, test } from 'vitest'
import { calmMs, reconnectingMs, slowMs, statusOf, type Facts } from './status.ts'

const connected: Facts = {
  socket: 'open',
  isOnline: true,
  isSynced: true,
  isConfirmed: true,
  wasConfirmed: true,
  unsaved: 0,
  lostMs: 0,
  waitedMs: 0,
  quietMs: calmMs,
  isRefused: false,
  returned: 0,
  copy: 'kept',
  finalCode: null,
}
const lost: Facts = { ...connected, socket: 'closed', isSynced: false, isConfirmed: false, lostMs: 1 }

describe('the line in the top bar', () => {
  test('[N1] says saved when everything is', () => {
    expect(statusOf(connected)).toEqual({ state: 'saved', words: 'Connected · Saved' })
  })

  test('[N1] never says saved while a change is unanswered or a side has not sent its part', () => {
    for (const socket of ['opening', 'open', 'closed'] as const) {
      for (const isSynced of [true, false]) {
        for (const unsaved of [0, 3]) {
          for (const finalCode of [null, 4404]) {
            const status = statusOf({ ...connected, socket, isSynced, unsaved, finalCode })
            const isSaved = socket === 'open' && isSynced && unsaved === 0 && finalCode === null
            expect(status.state === 'saved').toBe(isSaved)
            expect(/saved/i.test(status.words)).toBe(isSaved)
          }
        }
      }
    }
  })

  test('[N74] does not say saved before the server has answered', () => {
    const fresh: Facts = { ...connected, isConfirmed: false }
    expect(statusOf(fresh).words).toBe('Reconnecting')
    expect(statusOf({ ...fresh, wasConfirmed: false }).words).toBe('Connecting')
    expect(statusOf({ ...fresh, unsaved: 1 }).words).toBe('Saving')
  })

  test('[N2] says saving, and that nothing is saved when it takes long', () => {
    expect(statusOf({ ...connected, unsaved: 1, waitedMs: slowMs - 1 }).words).toBe('Saving')
    expect(statusOf({ ...connected, unsaved: 1, waitedMs: slowMs })).toEqual({ state: 'notSaved', words: 'Not saved' })
  })

  test('[N50] says saving for half a second after the last change', () => {
    expect(statusOf({ ...connected, quietMs: calmMs - 1 }).words).toBe('Saving')
    expect(statusOf({ ...connected, quietMs: calmMs }).words).toBe('Connected · Saved')
  })

  test('[N3] says connecting before the first sync', () => {
    const first: Facts = { ...lost, wasConfirmed: false }
    expect(statusOf({ ...first, socket: 'opening' }).words).toBe('Connecting')
    expect(statusOf({ ...first, socket: 'open', unsaved: 2 }).words).toBe('Connecting')
  })

  test('[N4] says reconnecting, then offline; without a network offline at once', () => {
    expect(statusOf({ ...lost, lostMs: reconnectingMs - 1 })).toEqual({ state: 'reconnecting', words: 'Reconnecting' })
    expect(statusOf({ ...lost, lostMs: reconnectingMs })).toEqual({ state: 'offline', words: 'Offline' })
    expect(statusOf({ ...lost, isOnline: false }).state).toBe('offline')
    expect(statusOf({ ...connected, isOnline: false }).state).toBe('saved') // this machine's own server needs no network
  })

  test('[N5] counts what waits', () => {
    const offline: Facts = { ...lost, isOnline: false }
    expect(statusOf({ ...offline, unsaved: 1 }).words).toBe('Offline, 1 change kept here')
    expect(statusOf({ ...offline, unsaved: 3 }).words).toBe('Offline, 3 changes kept here')
    expect(statusOf({ ...offline, unsaved: 3, copy: 'failed' }).words).toBe('Offline, 3 changes only in this tab')
    expect(statusOf({ ...offline, unsaved: 3, finalCode: 4410 }).words).toBe('Disconnected, 3 changes kept here')
  })

  test('[N6] says what came back', () => {
    expect(statusOf({ ...connected, returned: 3 })).toEqual({ state: 'saved', words: 'Back online, 3 changes synced' })
    expect(statusOf({ ...connected, returned: 3, unsaved: 1 }).words).toBe('Saving')
  })

  test('[N7] says that the server cannot store', () => {
    expect(statusOf({ ...lost, isRefused: true }).words).toBe('Not saved')
    expect(statusOf({ ...connected, isRefused: true }).words).toBe('Not saved')
  })
})
