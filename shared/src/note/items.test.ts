import { expect, test } from 'vitest'
import { nodeAt } from '../schema/node.ts'
import { readMarkdown, writeMarkdown } from './file.ts'
import { itemsOf, nameItems, readingsOf } from './items.ts'

const file = `---
title: Weekly
datetime: 2024-03-06T16:00:00+01:00
participants:
- JanaW
- JörgK
- Pavel
- Priya
---

## Talk

TB: it works

## TODOs and Decisions

JW: Fill in the \`LIGHT\` sheet (due 2024-03-13).
Ask *everybody*.

JW/PV: Check:
- the list
  - twice
- the end

* [x] JK: Call

We use arm64.

TODO: buy a lamp
`

const keyOf = (path: readonly number[]) => `key-${path.join('.')}`
const items = () => itemsOf(readMarkdown(file), 'note', keyOf)
const line = (words: string) => file.split('\n').indexOf(words) + 1

test('[T4] lines are those of the whole file', () => {
  const { todos, decisions } = items()
  expect(todos.map((todo) => todo.lines)).toEqual([
    [line('JW: Fill in the `LIGHT` sheet (due 2024-03-13).'), line('Ask *everybody*.')],
    [line('JW/PV: Check:'), line('- the end')],
    [line('* [x] JK: Call'), line('* [x] JK: Call')],
    [line('TODO: buy a lamp'), line('TODO: buy a lamp')],
  ])
  expect(decisions.map((decision) => decision.lines)).toEqual([[line('We use arm64.'), line('We use arm64.')]])
})

test('[T5] the text is the item in its own words', () => {
  const { todos, decisions } = items()
  expect(todos.map((todo) => todo.text)).toEqual([
    'Fill in the `LIGHT` sheet.\nAsk *everybody*.',
    'Check:\n- the list\n  - twice\n- the end',
    'Call',
    'buy a lamp',
  ])
  expect(decisions.map((decision) => decision.text)).toEqual(['We use arm64.'])
  expect(todos.map((todo) => [todo.due, todo.done, todo.section])).toEqual([
    ['2024-03-13', false, 'TODOs and Decisions'],
    [null, false, 'TODOs and Decisions'],
    [null, true, 'TODOs and Decisions'],
    [null, false, 'TODOs and Decisions'],
  ])
})

test('[T6] an id that is missing or stands earlier is the key of the paragraph', () => {
  let next = 0
  const named = nameItems(readMarkdown(file), () => `id${(next += 1)}`)
  const first = readingsOf(named).find((reading) => reading.kind === 'todo')
  const paragraph = first && nodeAt(named.body, first.path)
  if (!paragraph) throw new Error('there is no TODO')
  const copied = { ...named, body: { ...named.body, content: [...(named.body.content ?? []), paragraph] } }
  const ids = itemsOf(copied, 'note', keyOf).todos.map((todo) => todo.id)
  expect(ids.slice(0, -1)).toEqual(itemsOf(named, 'note', keyOf).todos.map((todo) => todo.id))
  expect(ids.at(-1)).toBe(`key-${copied.body.content.length - 1}`)
  expect(new Set(ids).size).toBe(ids.length)
})

test('[T7] naming items changes nothing in the file', () => {
  const content = readMarkdown(file)
  const named = nameItems(content, () => 'x')
  expect(writeMarkdown(named).text).toBe(file)
  expect(readingsOf(content).every((reading) => reading.id === null)).toBe(true)
  expect(
    readingsOf(named)
      .filter((reading) => reading.kind !== 'speaker')
      .every((reading) => reading.id === 'x'),
  ).toBe(true)
})

test('[T11] an owner is a participant only where that is certain', () => {
  expect(items().todos.map((todo) => todo.owners)).toEqual([
    [{ label: 'JW', participant: 'JanaW' }],
    [
      { label: 'JW', participant: 'JanaW' },
      { label: 'PV', participant: null },
    ],
    [{ label: 'JK', participant: 'JörgK' }],
    [],
  ])
})

test.each([
  ['Decision: We meet weekly.', true],
  ['Decision: ~~We meet weekly.~~', false],
  ['~~Decision: We meet weekly.~~', false],
  ['Decision: ~~We *meet* `weekly`~~.', false],
  ['Decision: ~~We meet weekly~~ daily.', true],
  ['~~Decision:~~ We meet weekly.', true],
  ['Decision: We meet:\n- ~~weekly~~', true],
  ['Decision: ~~We meet:~~\n- weekly', false],
])('[A147] %j stands: %j', (text, isStanding) => {
  const { decisions } = itemsOf(readMarkdown(`${text}\n`), 'note', keyOf)
  expect(decisions.map(({ struck }) => struck !== true)).toEqual([isStanding])
})
