import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { typesOf } from '@minutebook/shared/doc'
import { close } from '@minutebook/shared/wire'
import { open, openSynced, serverNote, turn } from './test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the copy', () => {
  test('[N23] [N10] begins with what was written offline, counts it, and sends it once', async () => {
    const first = await openSynced()
    first.network.isOnline = false
    first.session.sleep()
    first.write('on the train')
    await turn()
    await first.session.destroy()

    const second = await open({ copy: first.copy, server: first.server })
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

  test('[N103] what was written is kept when the copy has it, or the server, and else not', async () => {
    const { session, copy, socket, network, write } = await openSynced()
    network.isOnline = false
    session.sleep()
    write('a')
    expect(copy.rows.some((row) => row.unsaved === 1)).toBe(false)
    expect(await session.whenKept(100)).toBe(true)
    expect(copy.rows.some((row) => row.unsaved === 1)).toBe(true)

    copy.failure = new Error('the disk is full')
    write('b')
    const kept = session.whenKept(100)
    await vi.advanceTimersByTimeAsync(100)
    expect(await kept).toBe(false)
    expect(socket().readyState).not.toBe(1)
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

/** Two tabs of one browser, connected to one server. */
async function two() {
  const first = await openSynced()
  const second = await openSynced({ copy: first.copy, server: first.server })
  for (const { socket } of [first, second]) socket().answer(0)
  return [first, second] as const
}

describe('several tabs', () => {
  test('[N78] show each other what is written without a network, and send it once', async () => {
    const tabs = await two()
    const [first, second] = tabs
    for (const { session, network } of tabs) {
      network.isOnline = false
      session.sleep()
    }
    first.write('in one, ')
    await turn()
    second.write('in the other')
    await turn()
    for (const { words, line } of tabs) {
      expect(words()).toBe('title: Weekly\nin one, in the other')
      expect(line()).toBe('Offline, 2 changes kept here')
    }
    for (const { session, network, socket, server } of tabs) {
      network.isOnline = true
      session.wake()
      socket().open()
      socket().syncWith(server)
      await turn()
      socket().deliverTo(server)
      socket().answer(newestOf(socket().questions))
    }
    await turn()
    expect(typesOf(first.server).frontMatter.toString()).toBe('title: Weekly\nin one, in the other')
    expect(tabs.map(({ line }) => line())).toEqual(Array(2).fill('Back online, 2 changes synced'))
    expect(first.copy.unsaved.every((unsaved) => unsaved === 0)).toBe(true)
    for (const { session } of tabs) await session.destroy()
  })

  test('[N78] do not talk past the server while it is there', async () => {
    const [first, second] = await two()
    first.write('not durable yet')
    await turn()
    expect(second.words()).not.toContain('not durable yet')
    for (const { session } of [first, second]) await session.destroy()
  })

  test('[N78] a tab that is closed leaves its unsaved changes to the other', async () => {
    const [first, second] = await two()
    first.write('mine')
    await turn()
    await first.session.destroy()
    second.socket().end()
    await turn()
    expect(second.session.state.unsaved).toBe(1)
    second.session.wake()
    second.socket().open()
    second.socket().syncWith(second.server)
    await turn()
    second.socket().deliverTo(second.server)
    second.socket().answer(1)
    await turn()
    expect(typesOf(second.server).frontMatter.toString()).toBe('title: Weekly\nmine')
    expect(second.copy.unsaved.every((unsaved) => unsaved === 0)).toBe(true)
    await second.session.destroy()
  })
})

describe('a server that has less than before', () => {
  test('[N73] [N74] is sent what it lacks, once, and nothing is called saved before it has answered', async () => {
    const server = serverNote()
    const backup = new Y.Doc()
    Y.applyUpdate(backup, Y.encodeStateAsUpdate(server))
    const { session, socket, write, line, words } = await openSynced({ server })
    write('after the backup')
    await turn()
    socket().deliverTo(server)
    socket().answer(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(line()).toBe('Connected · Saved')

    socket().end()
    await vi.advanceTimersByTimeAsync(300)
    socket().open()
    socket().syncWith(backup)
    await turn()
    expect(line()).toBe('Reconnecting')
    socket().deliverTo(backup)
    socket().answer(newestOf(socket().questions))
    expect(line()).toBe('Connected · Saved')
    expect(typesOf(backup).frontMatter.toString()).toBe('title: Weekly\nafter the backup')
    expect(words()).toBe('title: Weekly\nafter the backup')
    await session.destroy()
  })

  test('[N73] gets back what only the copy holds', async () => {
    const { session, copy, server, socket, write } = await openSynced()
    const backup = new Y.Doc()
    Y.applyUpdate(backup, Y.encodeStateAsUpdate(server))
    write('after the backup')
    await turn()
    socket().answer(1)
    await turn()
    await session.destroy()

    const later = await openSynced({ copy, server: backup })
    later.socket().deliverTo(backup)
    expect(typesOf(backup).frontMatter.toString()).toBe('title: Weekly\nafter the backup')
    await later.session.destroy()
  })

  test.each(['question', 'answer'] as const)(
    '[N75] is not mixed with what is here where the note has another history: %s first',
    async (first) => {
      const { session, copy } = await openSynced()
      await turn()
      await session.destroy()
      const other = serverNote()
      typesOf(other).frontMatter.insert(0, 'location: Hall\n')
      const again = await open({ copy, server: other })
      again.write('mine')
      again.socket().open()
      if (first === 'question') again.socket().askFor(other)
      else again.socket().answerFrom(other)
      await turn()
      expect(again.session.state.finalCode).toBe(close.deleted.code)
      expect(again.words()).toBe('title: Weekly\nmine')
      again.socket().deliverTo(other)
      expect(typesOf(other).frontMatter.toString()).toBe('location: Hall\ntitle: Weekly\n')
      expect(again.session.state.isCopyLeft).toBe(true)
      await again.session.destroy()
    },
  )
})

describe('the end', () => {
  test.each([close.noAccess, close.deleted])(
    '[N80] $code deletes the copy where the server has everything',
    async ({ code }) => {
      const { session, socket, copy, words } = await openSynced()
      socket().answer(0)
      socket().end(code)
      await turn()
      expect(copy.isRemoved).toBe(true)
      expect(session.state.isCopyLeft).toBe(false)
      expect(words()).toBe('title: Weekly\n')
      await session.destroy()
    },
  )

  test('[N80] a copy with unsaved changes stays until it is thrown away, also over a reload', async () => {
    const { session, socket, server, copy, write } = await openSynced()
    write('mine')
    await turn()
    socket().end(close.noAccess.code)
    await turn()
    expect(copy.isRemoved).toBe(false)
    await session.destroy()

    const again = await open({ copy, server })
    again.socket().open()
    again.socket().end(close.noAccess.code)
    await turn()
    expect(again.session.state).toMatchObject({ unsaved: 1, isCopyLeft: true, hasNote: true })
    await again.session.discardCopy()
    expect(again.session.state.isCopyLeft).toBe(false)
    expect(copy.isRemoved).toBe(true)
    expect(again.words()).toBe('title: Weekly\nmine')
    await again.session.destroy()
  })

  test('[N80] a copy is not thrown away while the note is open', async () => {
    const { session } = await openSynced()
    await expect(session.discardCopy()).rejects.toThrow('is needed')
    await session.destroy()
  })

  test('[N81] a note that the server does not know stays on this device until it is thrown away', async () => {
    const { session, socket, copy } = await openSynced()
    socket().answer(0)
    await turn()
    socket().end(close.noSuchNote.code)
    await turn()
    expect(copy.isRemoved).toBe(false)
    expect(session.state).toMatchObject({ hasNote: true, isCopyLeft: true })
    await session.discardCopy()
    expect(copy.isRemoved).toBe(true)
    await session.destroy()
  })

  test('[N82] an old page keeps what it wrote, and the new one sends it', async () => {
    const old = await openSynced()
    old.socket().answer(0)
    old.write('with the old page')
    await turn()
    old.socket().end(close.outdated.code)
    await turn()
    expect(old.session.state).toMatchObject({ finalCode: close.outdated.code, unsaved: 1, isCopyLeft: true })
    await old.session.destroy()

    const page = await openSynced({ copy: old.copy, server: old.server })
    page.socket().deliverTo(page.server)
    expect(typesOf(page.server).frontMatter.toString()).toBe('title: Weekly\nwith the old page')
    await page.session.destroy()
  })
})

function newestOf(questions: readonly number[]): number {
  const question = questions.at(-1)
  if (question === undefined) throw new Error('nothing was asked')
  return question
}
