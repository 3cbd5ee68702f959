import { itemsOf, readMarkdown } from '@minutebook/shared/note'
import { expect, test } from 'vitest'
import { follow } from './follow.ts'
import { blockAt, blockOf, linesAbove, linesOf, rechunk } from './lines.ts'
import { printSource } from './printed.ts'

const file = `---
title: Harbor call
participants: [AnaM, BenK]
---

# Harbor call

AnaM: Paint the crane.

- one
  - [ ] BenK: Order rope by 2024-03-08
- two

| a | b |
|---|---|
| c | d |

Decision: Keep the crane.
`

test('[N60] is the file, with the lines of the API', () => {
  const content = readMarkdown(file)
  const source = printSource(content)
  expect(source.text).toBe(file)
  const lines = linesOf(source.text)
  expect(lines).toHaveLength(18)
  const { todos, decisions } = itemsOf(content, 'n', (path) => path.join('.'))
  for (const item of [...todos, ...decisions]) {
    expect(lines[item.lines[0] - 1]).toContain(item.text)
    expect(source.blocks.some((block) => block.first === item.lines[0])).toBe(true)
  }
  expect(linesOf('a\r\nb\n\n')).toEqual(['a', 'b', ''])
  expect(linesOf('')).toEqual([''])
})

test('[N62] finds the lines of a block, of a row in a table', () => {
  const { blocks } = printSource(readMarkdown(file))
  const lines = linesOf(file)
  const at = (path: number[]) => {
    const block = blockOf(blocks, path)
    return block && lines.slice(block.first - 1, block.last)
  }
  expect(at([0])).toEqual(['# Harbor call'])
  expect(at([2, 0, 1, 0, 0])).toEqual(['  - [ ] BenK: Order rope by 2024-03-08'])
  expect(at([3, 0, 1])).toEqual(['| a | b |'])
  expect(at([3, 1, 1])).toEqual(['| c | d |'])
  expect(at([9])).toBeNull()
})

test('[N63] finds the block of a line', () => {
  const { blocks } = printSource(readMarkdown(file))
  const caretAt = (words: string, below = 0) => blockAt(blocks, linesOf(file).indexOf(words) + 1 + below)?.caret
  expect(caretAt('- two')).toEqual([2, 1, 0])
  expect(caretAt('- two', 1)).toEqual([2, 1, 0])
  expect(caretAt('| c | d |')).toEqual([3, 1, 0])
  expect(caretAt('title: Harbor call')).toBeUndefined()
})

test('[N64] keeps the lines above and below an edit', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`)
  const before = rechunk([], lines)
  expect(before.map((chunk) => chunk.lines.length)).toEqual(Array.from({ length: 10 }, () => 100))
  const edited = lines.toSpliced(450, 1, 'other', 'and more')
  const after = rechunk(before, edited)
  expect(after.flatMap((chunk) => chunk.lines)).toEqual(edited)
  expect(after.filter((chunk) => !before.includes(chunk)).flatMap((chunk) => chunk.lines)).toHaveLength(101)
  expect(linesAbove(after)).toEqual([0, 100, 200, 300, 400, 500, 501, 601, 701, 801, 901])
  expect(new Set(after.map((chunk) => chunk.key)).size).toBe(after.length)
  for (const next of [[], ['line 0'], lines.toSpliced(0, 1), [...lines, 'x'], lines.toSpliced(200, 200)]) {
    expect(rechunk(after, next).flatMap((chunk) => chunk.lines)).toEqual(next)
  }
})

/** A note whose printing and waiting the test drives by hand. */
function drive() {
  let text = 'a'
  const shown: string[] = []
  const printings: (() => void)[] = []
  const waits: (() => void)[] = []
  let calledOff = 0
  const follower = follow<string>({
    print: () => {
      const now = text
      return new Promise((resolve) => printings.push(() => resolve(now)))
    },
    show: (printed) => shown.push(printed),
    fail: () => shown.push('failed'),
    wait: (task) => {
      waits.push(task)
      return () => (calledOff += 1)
    },
  })
  const settle = async () => {
    printings.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  const change = (next: string) => {
    text = next
    follower.changed()
  }
  return { follower, shown, printings, waits, settle, change, calledOff: () => calledOff }
}

test('[N61] prints at once, one at a time, and shows the last change', async () => {
  const { shown, printings, waits, settle, change } = drive()
  change('b')
  expect(printings).toHaveLength(1)
  await settle()
  expect(shown).toEqual(['a'])
  change('c')
  expect(printings).toHaveLength(0)
  waits.shift()?.()
  await settle()
  expect(shown).toEqual(['a', 'c'])
  waits.shift()?.()
  expect(printings).toHaveLength(0)
  change('d')
  expect(printings).toHaveLength(1)
})

test('[N61] shows nothing after it is stopped', async () => {
  const first = drive()
  first.follower.stop()
  await first.settle()
  expect(first.shown).toEqual([])
  const second = drive()
  await second.settle()
  second.follower.stop()
  expect(second.calledOff()).toBe(1)
})
