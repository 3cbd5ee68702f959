import { vi } from 'vitest'
import * as Y from 'yjs'
import { format, typesOf } from '@minutebook/shared/doc'
import { FakeSocket } from './fake-socket.ts'
import { MemoryCopy } from './memory-copy.ts'
import { Session } from './session.ts'

/** A server's document that holds a note. */
export function serverNote(noteFormat = format): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    typesOf(doc).meta.set('format', noteFormat)
    typesOf(doc).frontMatter.insert(0, 'title: Weekly\n')
  })
  return doc
}

interface OpenOptions {
  /** what this device has of the note */
  copy?: MemoryCopy
  isCopyBroken?: boolean
  /** what the server has of it */
  server?: Y.Doc
}

/** Opens a session whose network, clock and copy the test holds. Timers are to be fake. */
export async function open({ copy = new MemoryCopy(), isCopyBroken = false, server = serverNote() }: OpenOptions = {}) {
  const sockets: FakeSocket[] = []
  const network = { isOnline: true }
  const clock = { sleptMs: 0 }
  class Socket extends FakeSocket {
    constructor(url: string | URL) {
      super(url)
      sockets.push(this)
    }
  }
  const session = new Session('note-1', {
    url: 'ws://example.test/sync',
    socket: Socket,
    openCopy: () => (isCopyBroken ? Promise.reject(new Error('private mode')) : Promise.resolve(copy.tab())),
    now: () => performance.now() + clock.sleptMs,
    random: () => 0.5,
    isOnline: () => network.isOnline,
  })
  const started = session.start()
  const early = sockets.length
  await started
  const text = typesOf(session.doc).frontMatter
  return {
    session,
    sockets,
    /** how many sockets were opened before the copy was read */
    early,
    network,
    /** what the clock has gone on while no timer ran: the device slept */
    clock,
    copy,
    server,
    socket: () => newest(sockets),
    write: (words: string) => text.insert(text.length, words),
    words: () => text.toString(),
    line: () => session.state.status.words,
  }
}

function newest(sockets: readonly FakeSocket[]): FakeSocket {
  const socket = sockets.at(-1)
  if (!socket) throw new Error('no socket was opened')
  return socket
}

/** The same, connected and synced. */
export async function openSynced(options: OpenOptions = {}) {
  const opened = await open(options)
  opened.socket().open()
  opened.socket().syncWith(opened.server)
  await turn()
  return opened
}

/** Lets what was put off to the end of this turn happen. */
export async function turn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}
