import { beginVersion, installedVersion, keepForOffline, watchVersions } from './service-worker.ts'

/** How long a reload waits until what was written is kept. After that the browser asks whether to leave. */
const patienceMs = 5000

/** What the pages know of the program that they belong to. */
export interface Shell {
  /** a newer version is on this device, or on the server while this one is gone from there */
  readonly isUpdateReady: boolean
  /** Calls `listener` when that changes. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Makes reloads wait for something. Returns how to stop. */
  beforeReload(wait: () => Promise<unknown>): () => void
  /** Loads the page again, with the newest version that is on this device. */
  reload(): Promise<void>
  /** The same with the newest version that the server has: this one is of no use any more. [N111] */
  renew(): Promise<void>
}

/** Keeps the program on this device, where the browser can. @param entry the address of the script that began */
export function openShell(entry: string): Shell {
  const listeners = new Set<() => void>()
  const waits = new Set<() => Promise<unknown>>()
  let isUpdateReady = false
  const ready = () => {
    isUpdateReady = true
    for (const listener of listeners) listener()
  }
  const kept = () => {
    const all = Promise.allSettled([...waits].map((wait) => wait()))
    return Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  }
  if (import.meta.env.PROD) {
    keepForOffline(new URL(entry).pathname)
    void watchVersions(ready)
    // a part of the program could not be loaded: it may be gone from the server [N107]
    addEventListener('vite:preloadError', () => {
      void isReplaced(entry).then((isGone) => isGone && ready())
    })
  }
  return {
    get isUpdateReady() {
      return isUpdateReady
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    beforeReload: (wait) => {
      waits.add(wait)
      return () => waits.delete(wait)
    },
    reload: async () => {
      await kept()
      await beginVersion(await installedVersion())
      location.reload()
    },
    renew: async () => {
      await kept()
      await beginVersion(await installedVersion('ask the server'), 'newest')
      location.reload()
    },
  }
}

/** Whether the server has another version than the one that begins with `entry`. */
async function isReplaced(entry: string): Promise<boolean> {
  try {
    const answer = await fetch(`/?version`, { cache: 'no-store', headers: { accept: 'text/html' } })
    return answer.ok && !(await answer.text()).includes(new URL(entry).pathname)
  } catch {
    return false // there is no server now
  }
}
