import { whenAtRest } from '../ui/when-at-rest.ts'
import type { Message } from '../worker/message.ts'

/** How often the server is asked for a new version while the page is open. */
const askEveryMs = 3_600_000

/** How long a new version may take to be fetched, and to begin, where somebody waits for it. */
const fetchMs = 20_000
const beginMs = 3000

/** null where the browser has none: on plain http, and in some private windows */
function container(): ServiceWorkerContainer | null {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : null
}

/** Lets the files of this page be kept on the device, and for as long as it is open. @param entry the path of its script */
export function keepForOffline(entry: string): void {
  const workers = container()
  if (!workers) return // [N110]
  navigator.locks.request(`minutebook page ${entry}`, { mode: 'shared' }, forever).catch(() => undefined)
  const begin = async () => {
    await workers.register('/sw.js')
    const { active, waiting } = await workers.ready
    // what came before the worker did is kept as well [N101]; one that is about to be replaced is left to sleep: while it
    // wakes, a version that is told to begin waits until it sleeps again, for half a minute
    if (active && !waiting) tell(active, { kind: 'used', paths: usedPaths() })
  }
  whenAtRest(() => {
    begin().catch(() => undefined) // without it everything works that needs no start without a network
  })
}

/** Calls `ready` when a newer version waits on this device, or has begun for another tab. */
export async function watchVersions(ready: () => void): Promise<void> {
  const workers = container()
  if (!workers) return
  if (workers.controller !== null) workers.addEventListener('controllerchange', ready)
  const registration = await workers.ready
  const look = () => {
    const { installing, waiting, active } = registration
    if (waiting && active) ready()
    else installing?.addEventListener('statechange', look)
  }
  registration.addEventListener('updatefound', look)
  look()
  askNowAndThen(registration)
}

function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let askedAt = performance.now()
  const ask = () => {
    if (document.visibilityState !== 'visible' || performance.now() - askedAt < askEveryMs) return
    askedAt = performance.now()
    registration.update().catch(() => undefined) // in an hour it is asked again
  }
  document.addEventListener('visibilitychange', ask)
  setInterval(ask, askEveryMs)
}

/** The version that waits on this device. @param where `ask the server`: what it has is fetched first */
export async function installedVersion(where?: 'ask the server'): Promise<ServiceWorkerRegistration | null> {
  const registration = await container()?.getRegistration()
  if (!registration) return null
  if (where) await registration.update().catch(() => undefined)
  const { installing } = registration
  if (installing) await settled(installing, fetchMs)
  return registration
}

/**
 * Lets the version that waits begin. Where none does, or not in time, nothing happens; or, where only the newest is of use,
 * the next page comes from the server.
 */
export async function beginVersion(registration: ServiceWorkerRegistration | null, wanted?: 'newest'): Promise<void> {
  if (!registration) return
  const { waiting } = registration
  if (waiting) {
    tell(waiting, { kind: 'begin' })
    await settled(waiting, beginMs, 'activated')
  }
  // one that waits until the version before it has no work left may wait for this very page
  if (wanted && waiting?.state !== 'activated') await registration.unregister()
}

/** Resolves when the worker is no longer in the state that it is in, or has reached `state`; at the latest after `limitMs`. */
function settled(worker: ServiceWorker, limitMs: number, state?: ServiceWorkerState): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, limitMs)
    const look = () => {
      if (state === undefined || worker.state === state || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', look)
  })
}

function tell(worker: ServiceWorker, message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of one origin
  worker.postMessage(message)
}

/** The files of ours that this page has loaded so far. */
function usedPaths(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  return addresses.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
}

function forever(): Promise<never> {
  return new Promise(() => undefined)
}
