import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { awayMs, Company, missingMs } from './company.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Somebody else in the note. */
function somebody(name: string): Awareness {
  const awareness = new Awareness(new Y.Doc())
  clearInterval(awareness._checkInterval)
  awareness.setLocalState({ user: { name } })
  return awareness
}

/** What is shown of the company of one page, whose socket the test holds. */
function page() {
  const shown = new Awareness(new Y.Doc())
  shown.setLocalState(null)
  const company = new Company(shown)
  const { wire } = company
  let changes = 0
  shown.on('change', () => (changes += 1))
  return {
    company,
    shown,
    changes: () => changes,
    /** The socket brings what they say of themselves. */
    hear: (...people: Awareness[]) => {
      for (const one of people) applyAwarenessUpdate(wire, encodeAwarenessUpdate(one, [one.clientID]), 'socket')
    },
    /** The server says that their connection has ended. */
    hearEnd: (one: Awareness) => {
      applyAwarenessUpdate(wire, encodeAwarenessUpdate(one, [one.clientID], new Map()), 'socket')
    },
    /** The own socket closes, and what was heard over it is forgotten. */
    lose: () => {
      company.parted()
      const others = [...wire.states.keys()].filter((client) => client !== wire.clientID)
      removeAwarenessStates(wire, others, 'socket')
    },
    names: () => [...shown.states.values()].map((state) => (state['user'] as { name: string }).name),
  }
}

test('[N83] the others stay while the connection is away, and nothing flickers when they are back', () => {
  const { company, hear, lose, names, changes } = page()
  const ben = somebody('Ben')
  company.returned()
  hear(ben)
  const before = changes()
  lose()
  vi.advanceTimersByTime(awayMs - 1)
  expect(names()).toEqual(['Ben'])
  hear(ben)
  company.returned()
  vi.advanceTimersByTime(60_000)
  expect(names()).toEqual(['Ben'])
  expect(changes()).toBe(before)
  company.destroy()
})

test('[N83] the others vanish when the connection is away for longer, and come back with it', () => {
  const { company, hear, lose, names } = page()
  const ben = somebody('Ben')
  company.returned()
  hear(ben)
  lose()
  vi.advanceTimersByTime(awayMs)
  expect(names()).toEqual([])
  hear(ben)
  company.returned()
  expect(names()).toEqual(['Ben'])
  company.destroy()
})

test('[N83] whoever went while the connection was away vanishes soon after it is there again', () => {
  const { company, hear, lose, names } = page()
  const [ben, cleo] = [somebody('Ben'), somebody('Cleo')] as const
  company.returned()
  hear(ben, cleo)
  lose()
  hear(ben)
  company.returned()
  vi.advanceTimersByTime(missingMs - 1)
  expect(names()).toEqual(['Ben', 'Cleo'])
  vi.advanceTimersByTime(1)
  expect(names()).toEqual(['Ben'])
  company.destroy()
})

test('[N84] somebody whose connection breaks stays for a moment, and is back without a flicker', () => {
  const { company, hear, hearEnd, names, changes } = page()
  const ben = somebody('Ben')
  company.returned()
  hear(ben)
  const before = changes()
  hearEnd(ben)
  vi.advanceTimersByTime(missingMs - 1)
  expect(names()).toEqual(['Ben'])
  ben.setLocalState(ben.getLocalState())
  hear(ben)
  vi.advanceTimersByTime(60_000)
  expect(names()).toEqual(['Ben'])
  expect(changes()).toBe(before)
  hearEnd(ben)
  vi.advanceTimersByTime(missingMs)
  expect(names()).toEqual([])
  company.destroy()
})

test('[N84] somebody who says goodbye goes at once', () => {
  const { company, hear, names } = page()
  const ben = somebody('Ben')
  company.returned()
  hear(ben)
  ben.setLocalState(null)
  hear(ben)
  expect(names()).toEqual([])
  company.destroy()
  expect(vi.getTimerCount()).toBe(0)
})

test('[N84] a cursor that moves is shown at once', () => {
  const { company, shown, hear } = page()
  const ben = somebody('Ben')
  company.returned()
  hear(ben)
  ben.setLocalStateField('cursor', { anchor: 3 })
  hear(ben)
  expect(shown.states.get(ben.clientID)).toEqual({ user: { name: 'Ben' }, cursor: { anchor: 3 } })
  company.destroy()
})
