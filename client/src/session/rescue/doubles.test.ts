import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Hub, li, movable, p, prng, ul, type Writer } from './test-writers.ts'

const letters = ['one', 'two', 'three', 'four', 'five', 'six']

function note(): Hub {
  return new Hub([p('one'), p('two'), ul(li(p('three')), li(p('four'))), p('five'), p('six')])
}

/** Moves the block that holds the words to a place in the body, or an item to one in a list. */
function move(writer: Writer, words: string, index: number, target: Y.XmlFragment = writer.body): void {
  writer.replace(movable(writer.text(words)), target, index, (copy) =>
    copy.nodeName === 'listItem' && target === writer.body ? ul(copy) : copy,
  )
}

const linesOf = (writer: Writer) => writer.words
const countOf = (writer: Writer, words: string) => linesOf(writer).filter((line) => line.includes(words)).length

async function two(): Promise<{ hub: Hub; ann: Writer; ben: Writer }> {
  const hub = note()
  const [ann, ben] = [hub.join(1), hub.join(2)]
  await hub.settle()
  return { hub, ann, ben }
}

describe('[E200] two who move one block at the same time', () => {
  test('leave one, and what they did else', async () => {
    const { hub, ann, ben } = await two()
    move(ann, 'one', 3)
    move(ben, 'one', 1)
    ben.edit(() => ben.text('six').insert(0, 'a '))
    await hub.settle()
    for (const writer of [ann, ben]) expect(linesOf(writer)).toEqual(['two', 'three', 'four', 'five', 'one', 'a six'])
  })

  test('leave one that was away', async () => {
    const { hub, ann, ben } = await two()
    ben.disconnect()
    move(ben, 'five', 0)
    move(ann, 'five', 0)
    await hub.settle()
    for (const writer of [ann, ben]) expect(countOf(writer, 'five')).toBe(1)
  })

  test('leave one where both make a heading of it, and both where they make other things of it', async () => {
    const { hub, ann, ben } = await two()
    for (const writer of [ann, ben]) {
      writer.replace(movable(writer.text('two')), writer.body, 1, () => p('two', 'heading'))
    }
    ann.replace(movable(ann.text('six')), ann.body, 4, () => p('six', 'heading'))
    move(ben, 'six', 0)
    await hub.settle()
    expect([countOf(ann, 'two'), countOf(ann, 'six')]).toEqual([1, 2])
  })

  test('keep what either writes in it right after, and what a third writes at that moment', async () => {
    const { hub, ann, ben } = await two()
    const cleo = hub.join(3)
    move(ann, 'five', 0)
    move(ben, 'five', 4)
    ann.type('five', ' of Ann')
    cleo.type('five', ' of Cleo')
    await hub.settle()
    const all = linesOf(ben).join('\n')
    expect([countOf(ben, 'five'), all.includes('of Ann'), all.includes('of Cleo')]).toEqual([1, true, true])

    move(ann, 'one', 4)
    move(ben, 'one', 3)
    ben.type('one', ' of Ben')
    await hub.settle()
    expect(linesOf(ann).filter((line) => line.includes('one'))).toHaveLength(2) // none of both holds all
    expect(linesOf(ann)).toContain('one of Ben')
  })

  test('can both take it back', async () => {
    for (const first of [0, 1]) {
      const { hub, ann, ben } = await two()
      move(ann, 'one', 3)
      move(ben, 'one', 1)
      await hub.settle()
      for (const writer of first === 0 ? [ann, ben] : [ben, ann]) {
        writer.undo.undo()
        await hub.settle()
        expect(countOf(ann, 'one')).toBe(1)
      }
    }
  })

  test('do not empty a list', async () => {
    const { hub, ann, ben } = await two()
    const { parent } = movable(ann.text('three'))
    if (parent instanceof Y.XmlElement) move(ann, 'four', 0, parent)
    move(ben, 'four', 0)
    await hub.settle()
    expect(countOf(ann, 'four')).toBe(2) // one is an item, the other a list
    for (const writer of [ann, ben]) expect(writer.body.toString()).not.toContain('<bulletlist></bulletlist>')
  })

  test('who copies a block on purpose keeps both', async () => {
    const { hub, ann, ben } = await two()
    ann.edit(() => ann.body.insert(1, [p('one')]))
    move(ben, 'one', 3)
    await hub.settle()
    expect(countOf(ann, 'one')).toBe(2)
  })
})

interface Game {
  people: number
  rounds: number
  /** how often each moves the block before all have heard of all */
  moves: number
}

/** Rounds in which all move one block, while what they do is under way; some are away. Gives what is not as it should be. */
async function play(seed: number, { people, rounds, moves }: Game): Promise<string[]> {
  const random = prng(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const hub = note()
  const writers = Array.from({ length: people }, (_, index) => hub.join(index + 1))
  await hub.settle()
  const faults: string[] = []
  for (let round = 0; round < rounds; round++) {
    const words = letters[pick(letters.length)] ?? 'one'
    for (let turn = 0; turn < moves * people; turn++) {
      const writer = writers[pick(people)]
      if (!writer) break
      if (pick(4) === 0) writer.disconnect()
      const { parent } = movable(writer.text(words))
      if (parent instanceof Y.XmlElement) move(writer, words, pick(parent.length), parent)
      else move(writer, words, pick(writer.body.length))
      if (moves > 1) {
        const other = writers[pick(people)]
        if (pick(2) === 0) other?.send()
        else other?.receive()
      }
      await Promise.resolve()
    }
    await hub.settle()
    const final = writers.map(linesOf)
    for (const lines of new Set(final.map((each) => each.join(' ')))) {
      if (lines.split(' ').toSorted().join() !== letters.toSorted().join()) faults.push(`seed ${seed}: ${lines}`)
    }
    if (new Set(final.map((lines) => lines.join())).size > 1) faults.push(`seed ${seed}: not the same for all`)
  }
  return faults
}

test.each([
  { people: 2, rounds: 4, moves: 3 },
  { people: 3, rounds: 4, moves: 1 },
])('[E200] in random games nothing is doubled or lost: %o', async (game) => {
  const faults: string[] = []
  for (let seed = 1; seed <= 60 * Number(process.env['FUZZ'] ?? 1); seed++) faults.push(...(await play(seed, game)))
  expect(faults).toEqual([])
})
