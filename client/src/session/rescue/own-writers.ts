import * as Y from 'yjs'
import { readStored, writeStored } from '../../ui/storage.ts'
import type { Session } from '../session.ts'
import type { Writers } from './lost.ts'

/** Of more page loads than this the words are not looked after any more. */
const mostWriters = 20

const keyOf = (noteId: string) => `writers:${noteId}`

/**
 * Whose words this page looks after: what it writes itself, and what earlier pages of this browser wrote that are gone.
 * Each of them is looked after by one page, which holds its lock; where the browser has no locks, by none. [N214]
 */
export class OwnWriters {
  readonly #session: Session
  readonly #writers = new Map<number, number>()
  #isStored = false

  private constructor(session: Session) {
    this.#session = session
  }

  /** Resolves when it is known which of the earlier pages are gone. Ends with `signal`. */
  static async of(session: Session, signal: AbortSignal): Promise<OwnWriters> {
    const own = new OwnWriters(session)
    own.#learn()
    signal.addEventListener(
      'abort',
      session.subscribe(() => own.#learn()),
    )
    const earlier = storedWriters(session.noteId).filter((writer) => writer !== session.doc.clientID)
    void locked(session, session.doc.clientID, signal, false)
    await Promise.all(earlier.map((writer) => own.#adopt(writer, signal)))
    return own
  }

  get writers(): Writers {
    return this.#writers
  }

  async #adopt(writer: number, signal: AbortSignal): Promise<void> {
    const take = () => this.#writers.set(writer, Number.POSITIVE_INFINITY)
    if (await locked(this.#session, writer, signal, true)) take()
    else void locked(this.#session, writer, signal, false).then((isMine) => isMine && take())
  }

  /** What this page wrote up to now may be durable by now. */
  #learn(): void {
    const { doc, noteId, state } = this.#session
    const { clientID } = doc
    const written = Y.getState(doc.store, clientID)
    if (state.unsaved === 0 || !this.#writers.has(clientID))
      this.#writers.set(clientID, state.unsaved === 0 ? written : 0)
    if (this.#isStored || written === 0) return
    this.#isStored = true
    const others = storedWriters(noteId).filter((writer) => writer !== clientID)
    writeStored(keyOf(noteId), [...others, clientID].slice(-mostWriters).join(' '))
  }
}

function storedWriters(noteId: string): number[] {
  return (readStored(keyOf(noteId)) ?? '')
    .split(' ')
    .map(Number)
    .filter((writer) => Number.isInteger(writer) && writer > 0)
}

/**
 * Resolves with true when this page holds the lock of a writer, which it keeps until `signal`.
 *
 * @param isAtOnce resolves with false where another page holds it, instead of waiting for that to go
 */
function locked({ noteId }: Session, writer: number, signal: AbortSignal, isAtOnce: boolean): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(false) // a page that came over http
  return new Promise((resolve) => {
    const held = new Promise<void>((release) => signal.addEventListener('abort', () => release()))
    const hold = (lock: Lock | null) => {
      resolve(lock !== null)
      return lock ? held : undefined
    }
    const options = isAtOnce ? { ifAvailable: true } : { signal }
    navigator.locks.request(`minutebook:${noteId}:${writer}`, options, hold).catch(() => resolve(false))
  })
}
