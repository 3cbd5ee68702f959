/** What is known of a note's connection; `statusOf` says what that means to people. */
export interface Facts {
  socket: 'opening' | 'open' | 'closed'
  /** what the browser says of the network */
  isOnline: boolean
  /** on this connection both sides have sent the other what it lacked */
  isSynced: boolean
  /** on this connection the server has answered a question, so it holds what was sent when both began */
  isConfirmed: boolean
  /** a connection was confirmed at least once since the page was opened */
  wasConfirmed: boolean
  /** changes made here that the server has not called durable */
  unsaved: number
  /** milliseconds without a confirmed connection; 0 while there is one */
  lostMs: number
  /** milliseconds that the oldest unsaved change waits on this connection */
  waitedMs: number
  /** milliseconds since the last change made here */
  quietMs: number
  /** the server said that it does not take what it was sent, and nothing has been saved since */
  isRefused: boolean
  /** changes that the last reconnection brought to the server, while that is news */
  returned: number
  /** the offline copy on this device */
  copy: CopyState
  /** the code after which the server will not have this page again */
  finalCode: number | null
}

/** `writing`: the newest change is not in it yet. `failed`: this browser keeps none. */
export type CopyState = 'loading' | 'writing' | 'kept' | 'failed'

export type StatusState = 'connecting' | 'saved' | 'saving' | 'reconnecting' | 'offline' | 'notSaved' | 'closed'

export interface Status {
  state: StatusState
  /** the line in the top bar */
  words: string
}

/** A connection may be away this long before the page says more than "Reconnecting". */
export const reconnectingMs = 10_000

/** An answer may be away this long before the page says that nothing is saved. */
export const slowMs = 10_000

/** The line says "Saving" this long after the last change, so that it does not flicker with each key. */
export const calmMs = 500

/** What the top bar says. It never says "Saved" while a change made here is not durable on the server. */
export function statusOf(facts: Facts): Status {
  if (facts.finalCode !== null) return { state: 'closed', words: keptWords('Disconnected', facts) }
  if (facts.isRefused) return { state: 'notSaved', words: 'Not saved' }
  const isTold = facts.isConfirmed || facts.unsaved > 0
  if (facts.socket === 'open' && facts.isSynced && isTold) return onlineStatus(facts)
  if (!facts.isOnline) return { state: 'offline', words: keptWords('Offline', facts) }
  if (facts.lostMs >= reconnectingMs) return { state: 'offline', words: keptWords('Offline', facts) }
  return facts.wasConfirmed
    ? { state: 'reconnecting', words: 'Reconnecting' }
    : { state: 'connecting', words: 'Connecting' }
}

function onlineStatus({ unsaved, waitedMs, quietMs, returned }: Facts): Status {
  if (unsaved > 0) {
    return waitedMs >= slowMs ? { state: 'notSaved', words: 'Not saved' } : { state: 'saving', words: 'Saving' }
  }
  if (returned > 0) return { state: 'saved', words: `Back online, ${changes(returned)} synced` }
  if (quietMs < calmMs) return { state: 'saving', words: 'Saving' }
  return { state: 'saved', words: 'Connected · Saved' }
}

function keptWords(state: string, { unsaved, copy }: Facts): string {
  if (unsaved === 0) return state
  return copy === 'failed'
    ? `${state}, ${changes(unsaved)} only in this tab`
    : `${state}, ${changes(unsaved)} kept here`
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

/** Whether a connection is there, so that who is shown is here for certain. */
export function isLive({ state }: Status): boolean {
  return state === 'saved' || state === 'saving' || state === 'notSaved'
}
