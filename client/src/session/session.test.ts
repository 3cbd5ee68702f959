import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { format, typesOf } from '@minutebook/shared/doc'
import { close } from '@minutebook/shared/wire'
import { MemoryCopy } from './memory-copy.ts'
import { open, openSynced, serverNote, turn } from './test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('saved', () => {
  test('[N1] [N3] is connecting until both sides have sent their part, then saved', async () => {
    const { session, socket, server, line } = await open()
    expect(line()).toBe('Connecting')
    socket().open()
    expect(line()).toBe('Connecting')
    expect(session.state.hasNote).toBe(false)
    socket().syncWith(server)
    await turn()
    expect(session.state.hasNote).toBe(true)
    expect(line()).toBe('Connecting')
    socket().answer(0)
    expect(line()).toBe('Connected · Saved')
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
    const { session, sockets, early } = await open()
    expect(early).toBe(0)
    expect(sockets.map((socket) => socket.url)).toEqual([`ws://example.test/sync/note-1?format=${format}`])
    await session.destroy()
  })

  test('[N4] [N14] tries again, later each time', async () => {
    const { session, sockets, socket, line } = await openSynced()
    socket().answer(0)
    socket().end()
    expect(line()).toBe('Reconnecting')
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = performance.now()
      expect(session.state.nextAttemptAt).toBeGreaterThan(before)
      const count = sockets.length
      while (sockets.length === count) await vi.advanceTimersByTimeAsync(50)
      waits.push(Math.round(performance.now() - before))
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
    await copy.tab().append(Y.encodeStateAsUpdate(serverNote(format + 1)), 0)
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
    const ada = { user: { name: 'Ada', color: 'var(--person-1)' } }
    awareness.setLocalState(ada)
    const [before] = socket().presence.slice(-1)
    expect(before).toMatchObject({ client: awareness.clientID, state: ada })
    socket().end()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sockets).toHaveLength(2)
    socket().open()
    expect(socket().presence).toMatchObject([{ client: awareness.clientID, state: ada }])
    expect(socket().presence[0]?.clock).toBeGreaterThan(before?.clock ?? Infinity)
    await session.destroy()
  })

  test('[N85] says goodbye when the page goes, and is there again when it comes back', async () => {
    const { session, socket } = await openSynced()
    session.awareness.setLocalState({ user: { name: 'Ada' } })
    session.sayGoodbye()
    expect(socket().presence.at(-1)?.state).toBeNull()
    socket().end()
    session.wake()
    socket().open()
    expect(socket().presence.at(-1)?.state).toEqual({ user: { name: 'Ada' } })
    await session.destroy()
    expect(socket().presence.at(-1)?.state).toBeNull()
  })

  test('[N261] says no goodbye when the network goes', async () => {
    const { session, socket } = await openSynced()
    const ada = { user: { name: 'Ada' } }
    session.awareness.setLocalState(ada)
    session.sleep()
    expect(socket().readyState).toBe(3)
    expect(socket().presence.at(-1)?.state).toEqual(ada)
    await session.destroy()
  })

  test('[N70] gives up a socket that does not open, and one that does not bring the text', async () => {
    const { session, sockets, socket } = await open()
    await vi.advanceTimersByTimeAsync(9_999)
    expect(socket().readyState).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(socket().readyState).toBe(3)
    await vi.advanceTimersByTimeAsync(300)
    expect(sockets).toHaveLength(2)
    socket().open()
    await vi.advanceTimersByTimeAsync(119_999)
    expect(socket().readyState).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(socket().readyState).toBe(3)
    await session.destroy()
  })

  test('[N71] a date that jumps changes nothing', async () => {
    const { session, sockets, socket, write, line } = await openSynced()
    socket().answer(0)
    write('a')
    for (const date of ['2001-01-01', '2099-01-01', '2001-01-01']) {
      vi.setSystemTime(new Date(date))
      session.wake()
      expect(line()).toBe('Saving')
      expect(sockets).toHaveLength(1)
    }
    socket().answer(1)
    vi.setSystemTime(new Date('2050-01-01'))
    await vi.advanceTimersByTimeAsync(500)
    expect(line()).toBe('Connected · Saved')
    socket().end()
    expect(line()).toBe('Reconnecting')
    await vi.advanceTimersByTimeAsync(300)
    expect(sockets).toHaveLength(2)
    await session.destroy()
  })

  test('[N72] after a sleep finds out in 30 s that a socket is dead, and keeps one that is not', async () => {
    const dead = await openSynced()
    dead.socket().answer(0)
    dead.clock.sleptMs += 8 * 3600 * 1000
    await vi.advanceTimersByTimeAsync(29_999)
    expect(dead.sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(dead.sockets).toHaveLength(2)
    await dead.session.destroy()

    const alive = await openSynced()
    alive.socket().answer(0)
    alive.clock.sleptMs += 8 * 3600 * 1000
    for (let beat = 0; beat < 3; beat += 1) {
      await vi.advanceTimersByTimeAsync(15_000)
      alive.socket().answer(0)
    }
    expect(alive.sockets).toHaveLength(1)
    await alive.session.destroy()
  })

  test('[N15] is woken before it has begun, and while a socket opens, without a second one', async () => {
    const { session, sockets } = await open()
    session.wake()
    expect(sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(4000)
    session.wake() // this one takes long: perhaps there was no network when it began
    expect(sockets).toHaveLength(2)
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
