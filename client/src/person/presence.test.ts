import { expect, test } from 'vitest'
import { peopleOf, shownColor } from './presence.ts'

const blue = 'var(--person-8)'
const green = 'var(--person-5)'
const state = (name: unknown, color: unknown, joined: unknown) => ({ user: { name, color }, joined, cursor: null })

test('[N30] people stand in the order in which they came; two windows are one person', () => {
  const states = new Map([
    [1, state('Ben', blue, 200)],
    [2, state('Ana', green, 100)],
    [3, state('Ben', blue, 50)],
  ])
  expect(peopleOf(states, 3)).toEqual([
    { name: 'Ben', color: blue, joined: 50, clients: [1, 3], isMe: true },
    { name: 'Ana', color: green, joined: 100, clients: [2], isMe: false },
  ])
})

test('[N31] what is no person is left out, what is no color is replaced', () => {
  const states = new Map<number, unknown>([
    [1, null],
    [2, {}],
    [3, { user: 'Ana' }],
    [4, state('  ', blue, 1)],
    [5, state(42, blue, 1)],
    [6, state('Eve', 'url(https://example.test/spy)', 'soon')],
  ])
  const people = peopleOf(states, 99)
  expect(people.map((person) => person.name)).toEqual(['Eve'])
  expect(people[0]?.color).toMatch(/^var\(--person-\d+\)$/)
})

test('[N32] whoever came later takes a free color, and only they', () => {
  const states = new Map([
    [1, state('Ana', blue, 100)],
    [2, state('Ben', blue, 200)],
  ])
  const ana = shownColor({ name: 'Ana', color: blue, joined: 100, client: 1 }, states)
  const ben = shownColor({ name: 'Ben', color: blue, joined: 200, client: 2 }, states)
  expect(ana).toBe(blue)
  expect(ben).not.toBe(blue)
})

test('[N32] at the same moment the client number decides; one person in two windows keeps the color', () => {
  const both = new Map([
    [1, state('Ana', blue, 100)],
    [2, state('Ben', blue, 100)],
  ])
  expect(shownColor({ name: 'Ana', color: blue, joined: 100, client: 1 }, both)).toBe(blue)
  expect(shownColor({ name: 'Ben', color: blue, joined: 100, client: 2 }, both)).not.toBe(blue)
  expect(
    shownColor({ name: 'Ana', color: blue, joined: 300, client: 3 }, new Map([[1, state('Ana', blue, 100)]])),
  ).toBe(blue)
})
