import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { format, typesOf } from '@minutebook/shared/doc'
import { close } from '@minutebook/shared/wire'
import { FakeSocket } from './fake-socket.ts'
import { MemoryCopy } from './memory-copy.ts'
import { Session } from './session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server's document that holds a note. */
function serverNote(noteFormat = format): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    typesOf(doc).meta.set('format', noteFormat)
    typesOf(doc).frontMatter.insert(0, 'title: Weekly\n')
  })
  return doc
}

/** Opens a session whose network and copy the test holds. */
async function open({ copy = new MemoryCopy(), isCopyBroken = false } = {}) {
  const sockets: FakeSocket[] = []
  const network = { isOnline: true }
  class Socket extends FakeSocket {
    constructor(url: string | URL) {
      super(url)
      sockets.push(this)
    }
  }
  const session = new Session('note-1', {
    url: 'ws://example.test/sync',
    socket: Socket,
    openCopy: () => (isCopyBroken ? Promise.reject(new Error('private mode')) : Promise.resolve(copy)),
    now: () => Date.now(),
    random: () => 0.5,
    isOnline: () => network.isOnline,
  })
  const started = session.start()
  expect(sockets).toHaveLength(0)
  await started
  const text = typesOf(session.doc).frontMatter
  return {
    session,
    sockets,
    network,
    copy,
    server: serverNote(),
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
async function openSynced(options: Parameters<typeof open>[0] = {}) {
  const opened = await open(options)
  opened.socket().open()
  opened.socket().syncWith(opened.server)
  await turn()
  return opened
}

/** Lets what was put off to the end of this turn happen. */
async function turn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

describe('saved', () => {
  test('[N1] [N3] is connecting until both sides have sent their part, then saved', async () => {
    const { session, socket, server, line } = await open()
    expect(line()).toBe('Connecting')
    socket().open()
    expect(line()).toBe('Connecting')
    expect(session.state.hasNote).toBe(false)
    socket().syncWith(server)
    await turn()
    expect(line()).toBe('Connected · Saved')
    expect(session.state.hasNote).toBe(true)
    await session.destroy()
  })

  test('[N2] [N8] [N50] asks about a change, and about what came meanwhile when the answer comes', async () => {
    const { session, socket, write, line } = await openSynced()
    socket().answer(0)
    write('a')
    write('b')
    expect(line()).toBe('Saving')
    await turn()
    expect(socket().questions).toEqual([0, 2])
    write('c')
    await turn()
    expect(socket().questions).toEqual([0, 2])
    socket().answer(2)
    expect(line()).toBe('Saving')
    expect(socket().questions).toEqual([0, 2, 3])
    socket().answer(3)
    expect(line()).toBe('Saving')
    await vi.advanceTimersByTimeAsync(500)
    expect(line()).toBe('Connected · Saved')
    await session.destroy()
  })

  test('[N2] says that nothing is saved after 10 s without an answer, and saves on', async () => {
    const { session, socket, write, line } = await openSynced()
    socket().answer(0)
    write('a')
    await vi.advanceTimersByTimeAsync(9_999)
    expect(line()).toBe('Saving')
    await vi.advanceTimersByTimeAsync(1)
    expect(line()).toBe('Not saved')
    socket().answer(1)
    expect(line()).toBe('Connected · Saved')
    await session.destroy()
  })

  test('[N9] asks nothing before the server has been sent what it lacked', async () => {
    const { session, socket, server, write } = await open()
    write('written before ')
    socket().open()
    write('and after ')
    await turn()
    expect(socket().questions).toEqual([])
    socket().syncWith(server)
    await turn()
    expect(socket().questions).toEqual([2])
    socket().deliverTo(server)
    expect(typesOf(server).frontMatter.toString()).toContain('written before and after ')
    await session.destroy()
  })

  test('[N10] counts only what is made here', async () => {
    const { session, socket, server } = await openSynced()
    typesOf(server).frontMatter.insert(0, 'location: Hall\n')
    socket().syncWith(server)
    await turn()
    expect(session.state.unsaved).toBe(0)
    await session.destroy()
  })

  test('[N11] does not believe an answer to what was not asked', async () => {
    const { session, socket, write, line } = await openSynced()
    socket().answer(0)
    write('a')
    await turn()
    socket().answer(7)
    expect(line()).toBe('Saving')
    await session.destroy()
  })

  test('[N12] waits until everything is saved, but not for ever', async () => {
    const { session, socket, write } = await openSynced()
    write('a')
    const late = session.whenSaved(1000)
    const early = session.whenSaved(60_000)
    await vi.advanceTimersByTimeAsync(1000)
    await expect(late).resolves.toBe(false)
    socket().answer(1)
    await expect(early).resolves.toBe(true)
    await expect(session.whenSaved(0)).resolves.toBe(true)
    await session.destroy()
  })

  test('[N7] says not saved when the server cannot store, until an answer comes', async () => {
    const { session, socket, server, line } = await openSynced()
    socket().end(close.notStored.code)
    expect(line()).toBe('Not saved')
    await vi.advanceTimersByTimeAsync(400)
    socket().end()
    expect(line()).toBe('Not saved')
    await vi.advanceTimersByTimeAsync(800)
    socket().open()
    socket().syncWith(server)
    await turn()
    expect(line()).toBe('Not saved')
    socket().answer(0)
    expect(line()).toBe('Connected · Saved')
    await session.destroy()
  })
})

describe('connecting', () => {
  test('[N7] [N14] knocks ever more rarely where each connection is accepted and closed again', async () => {
    const { session, sockets, socket, server, line } = await open()
    for (const waitMs of [300, 600, 1200]) {
      socket().open()
      socket().syncWith(server)
      await turn()
      socket().end(close.tooLarge.code)
      expect(line()).toBe('Not saved')
      const count = sockets.length
      await vi.advanceTimersByTimeAsync(waitMs - 1)
      expect(sockets).toHaveLength(count)
      await vi.advanceTimersByTimeAsync(1)
      expect(sockets).toHaveLength(count + 1)
    }
    await session.destroy()
  })

  test('[N13] [N21] connects after the copy is read, and names the format', async () => {
    const { session, sockets } = await open()
    expect(sockets.map((socket) => socket.url)).toEqual([`ws://example.test/sync/note-1?format=${format}`])
    await session.destroy()
  })

  test('[N4] [N14] tries again, later each time', async () => {
    const { session, sockets, socket, line } = await openSynced()
    socket().end()
    expect(line()).toBe('Reconnecting')
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = Date.now()
      expect(session.state.nextAttemptAt).toBeGreaterThan(before)
      const count = sockets.length
      while (sockets.length === count) await vi.advanceTimersByTimeAsync(50)
      waits.push(Date.now() - before)
      socket().end()
    }
    expect(waits).toEqual([300, 600, 1200])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(line()).toBe('Offline')
    await session.destroy()
  })

  test('[N5] [N6] counts what is written meanwhile, and says when it is back', async () => {
    const { session, socket, server, network, write, line } = await openSynced()
    socket().answer(0)
    network.isOnline = false
    session.sleep()
    for (const letter of 'abc') write(letter)
    expect(line()).toBe('Offline, 3 changes kept here')
    network.isOnline = true
    session.wake()
    socket().open()
    socket().syncWith(server)
    await turn()
    expect(line()).toBe('Saving')
    expect(socket().questions).toEqual([3])
    socket().answer(3)
    expect(line()).toBe('Back online, 3 changes synced')
    await vi.advanceTimersByTimeAsync(4000)
    expect(line()).toBe('Connected · Saved')
    socket().deliverTo(server)
    expect(typesOf(server).frontMatter.toString()).toBe('title: Weekly\nabc')
    await session.destroy()
  })

  test('[N15] connects at once when it is woken', async () => {
    const { session, sockets, socket } = await openSynced()
    socket().end()
    expect(sockets).toHaveLength(1)
    session.wake()
    expect(sockets).toHaveLength(2)
    await session.destroy()
  })

  test('[N15] makes sure that an open socket answers when it is woken', async () => {
    const { session, sockets, socket } = await openSynced()
    await vi.advanceTimersByTimeAsync(1000)
    session.wake()
    socket().answer(0)
    await vi.advanceTimersByTimeAsync(5000)
    expect(sockets).toHaveLength(1)
    session.wake()
    await vi.advanceTimersByTimeAsync(4000)
    expect(sockets).toHaveLength(2)
    await session.destroy()
  })

  test('[N16] closes the socket when the network goes', async () => {
    const { session, socket, network, line } = await openSynced()
    network.isOnline = false
    session.sleep()
    expect(socket().readyState).toBe(3)
    expect(line()).toBe('Offline')
    await session.destroy()
  })

  test.each([close.noAccess, close.noSuchNote, close.deleted, close.outdated])(
    '[N17] stops after the final code $code and keeps the text',
    async ({ code }) => {
      const { session, sockets, socket, write, words, copy, line } = await openSynced()
      write('mine')
      await turn()
      socket().end(code)
      await vi.advanceTimersByTimeAsync(60_000)
      session.wake()
      expect(sockets).toHaveLength(1)
      expect(session.state.finalCode).toBe(code)
      expect(session.state.canEdit).toBe(false)
      expect(words()).toContain('mine')
      expect(copy.rows.length).toBeGreaterThan(0)
      expect(line()).toBe('Disconnected, 1 change kept here')
      await session.destroy()
    },
  )

  test('[N18] ends as outdated where the note has a newer format', async () => {
    const fromServer = await open()
    fromServer.socket().open()
    fromServer.socket().syncWith(serverNote(format + 1))
    await turn()
    expect(fromServer.session.state.finalCode).toBe(close.outdated.code)
    await fromServer.session.destroy()

    const copy = new MemoryCopy()
    await copy.append(Y.encodeStateAsUpdate(serverNote(format + 1)), 0)
    const fromCopy = await open({ copy })
    expect(fromCopy.session.state.finalCode).toBe(close.outdated.code)
    expect(fromCopy.sockets).toHaveLength(0)
    await fromCopy.session.destroy()
  })

  test('[N19] finds out that a connection is silent', async () => {
    const { session, sockets, socket } = await openSynced()
    socket().answer(0)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(socket().questions).toEqual([0, 0])
    socket().answer(0)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(15_000) // the last question has no answer
    expect(sockets).toHaveLength(2)
    await session.destroy()
  })

  test('[N51] comes back with a newer presence', async () => {
    const { session, socket, sockets } = await openSynced()
    const { awareness } = session
    awareness.setLocalState({ user: { name: 'Ada', color: 'var(--person-1)' } })
    const clock = () => awareness.meta.get(awareness.clientID)?.clock ?? -1
    const before = clock()
    socket().end()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sockets).toHaveLength(2)
    expect(clock()).toBeGreaterThan(before)
    expect(awareness.getLocalState()).toEqual({ user: { name: 'Ada', color: 'var(--person-1)' } })
    await session.destroy()
  })

  test('[N20] is not present without a name, and ends everything when it is left', async () => {
    const { session, socket, sockets } = await openSynced()
    expect(session.awareness.getStates().size).toBe(0)
    await session.destroy()
    expect(socket().readyState).toBe(3)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sockets).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the copy', () => {
  test('[N23] [N10] begins with what was written offline, counts it, and sends it once', async () => {
    const first = await openSynced()
    first.network.isOnline = false
    first.session.sleep()
    first.write('on the train')
    await turn()
    await first.session.destroy()

    const second = await open({ copy: first.copy })
    expect(second.session.state.hasNote).toBe(true)
    expect(second.session.state.unsaved).toBe(1)
    expect(second.line()).toBe('Connecting')
    second.socket().open()
    second.socket().syncWith(second.server)
    await turn()
    second.socket().answer(1)
    expect(second.line()).toBe('Back online, 1 change synced')
    second.socket().deliverTo(first.server)
    expect(typesOf(first.server).frontMatter.toString()).toBe('title: Weekly\non the train')
    await second.session.destroy()
    expect(first.copy.rows.every((row) => row.unsaved === 0)).toBe(true)
  })

  test('[N27] goes on without a copy, and says so', async () => {
    const { session, network, write, line } = await openSynced({ isCopyBroken: true })
    expect(session.state.isCopied).toBe(false)
    network.isOnline = false
    session.sleep()
    write('a')
    expect(line()).toBe('Offline, 1 change only in this tab')
    await session.destroy()
  })

  test('[N28] leaves no copy of a note that is not there', async () => {
    const { session, socket, copy } = await open()
    socket().open()
    socket().end(close.noSuchNote.code)
    await turn()
    expect(copy.isRemoved).toBe(true)
    await session.destroy()
  })
})
