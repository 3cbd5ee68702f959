import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Inbox } from './inbox.ts'
import { mergePresence } from './merge-presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An inbox on a clock that goes on by `costMs` whenever it takes something in. */
function inboxThatCosts(costMs: number) {
  let workedMs = 0
  const taken: string[][] = []
  const inbox = new Inbox<string>({
    now: () => Date.now() + workedMs,
    take: (messages) => {
      taken.push(messages)
      workedMs += costMs
    },
  })
  return { inbox, taken }
}

test('[N206] what costs nothing is taken in at once', () => {
  const { inbox, taken } = inboxThatCosts(0)
  inbox.add('a')
  inbox.add('b')
  expect(taken).toEqual([['a'], ['b']])
})

test('[N206] after what cost something the person here has seven times as long; then what came is taken in together', () => {
  const { inbox, taken } = inboxThatCosts(10)
  inbox.add('a')
  inbox.add('b')
  vi.advanceTimersByTime(69)
  inbox.add('c')
  expect(taken).toEqual([['a']])
  vi.advanceTimersByTime(1)
  expect(taken).toEqual([['a'], ['b', 'c']])
})

test('[N206] nothing waits for more than half a second', () => {
  const { inbox, taken } = inboxThatCosts(5000)
  inbox.add('a')
  inbox.add('b')
  vi.advanceTimersByTime(500)
  expect(taken).toEqual([['a'], ['b']])
})

test('[N206] an inbox is emptied before its time, or forgets', () => {
  const { inbox, taken } = inboxThatCosts(10)
  inbox.add('a')
  inbox.add('b')
  inbox.empty()
  inbox.add('c')
  inbox.close()
  vi.advanceTimersByTime(1000)
  expect(taken).toEqual([['a'], ['b']])
})

test('[N240] what is held is taken in together when it is let go, and no earlier', () => {
  const { inbox, taken } = inboxThatCosts(10)
  inbox.add('a')
  inbox.add('b')
  inbox.hold()
  inbox.add('c')
  vi.advanceTimersByTime(1000)
  expect(taken).toEqual([['a']])
  inbox.release()
  expect(taken).toEqual([['a'], ['b', 'c']])
})

test('[N240] letting go does not shorten the rest of the person here', () => {
  const { inbox, taken } = inboxThatCosts(10)
  inbox.add('a')
  inbox.hold()
  inbox.add('b')
  inbox.release()
  expect(taken).toEqual([['a']])
  vi.advanceTimersByTime(400)
  expect(taken).toEqual([['a'], ['b']])
  inbox.hold()
  inbox.empty()
  inbox.release()
  expect(taken).toEqual([['a'], ['b']])
})

test('[N262] while somebody types it is taken in behind each key, and soon after the last', () => {
  const { inbox, taken } = inboxThatCosts(0)
  const press = () => {
    inbox.hold()
    inbox.release()
  }
  press()
  inbox.add('a')
  vi.advanceTimersByTime(150)
  inbox.add('b')
  expect(taken).toEqual([])
  press()
  expect(taken).toEqual([['a', 'b']])
  inbox.add('c')
  vi.advanceTimersByTime(399)
  expect(taken).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(taken).toEqual([['a', 'b'], ['c']])
  inbox.add('d')
  expect(taken).toHaveLength(3)
})

test('[N206] of who is here, what was said last is kept', () => {
  const people = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())] as const
  const updates = [0, 1, 0, 0].map((index, turn) => {
    const person = people[index === 0 ? 0 : 1]
    person.setLocalState({ turn })
    return encodeAwarenessUpdate(person, [person.clientID])
  })
  const seen = new Awareness(new Y.Doc())
  applyAwarenessUpdate(seen, mergePresence(updates), 'remote')
  expect(people.map(({ clientID }) => seen.getStates().get(clientID))).toEqual([{ turn: 3 }, { turn: 1 }])
  for (const awareness of [...people, seen]) awareness.destroy()
})
