import type * as Y from 'yjs'
import { typesOf } from './layout.ts'

/** The key in the live state of the meeting. It is no word that stands in notes: see `mayBeFinished`. */
const key = 'finished:note'

const keyBytes = Array.from(key, (letter) => letter.charCodeAt(0))

/** Who finished a meeting, and when. */
export interface Finished {
  /** ISO time */
  at: string
  /** what they call themselves; null where they did not say */
  by: string | null
}

/** By whom and when the meeting was finished; null while it is open. */
export function readFinished(doc: Y.Doc): Finished | null {
  const value = typesOf(doc).meeting.get(key)
  return isFinished(value) ? value : null
}

/** Finishes the meeting. One that is finished stays as it is. */
export function finish(doc: Y.Doc, finished: Finished): Finished {
  const before = readFinished(doc)
  if (before) return before
  typesOf(doc).meeting.set(key, finished)
  return finished
}

/** Opens the meeting again. */
export function reopen(doc: Y.Doc): void {
  if (typesOf(doc).meeting.has(key)) typesOf(doc).meeting.delete(key)
}

/** Whether the document that an update holds may be finished: false is certain, without a look at the document. */
export function mayBeFinished(update: Uint8Array): boolean {
  const [first = 0] = keyBytes
  for (let at = update.indexOf(first); at >= 0; at = update.indexOf(first, at + 1)) {
    if (keyBytes.every((byte, index) => update[at + index] === byte)) return true
  }
  return false
}

/** What others put there is checked. */
function isFinished(value: unknown): value is Finished {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('by' in value)) return false
  const isTime = typeof value.at === 'string' && !Number.isNaN(Date.parse(value.at))
  return isTime && (value.by === null || typeof value.by === 'string')
}
