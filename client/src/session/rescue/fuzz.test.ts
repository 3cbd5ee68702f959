import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textsOf } from './place.ts'
import { Hub, li, movable, p, prng, remove, ul, type Writer } from './test-writers.ts'

interface Options {
  people: number
  steps: number
  /** how many of them move, turn into and delete blocks; what two make of one block, each with words of their own, is there twice */
  movers: number
  /** a fault: nobody looks after their words */
  isCareless?: boolean
}

/** People write, move, delete and go away at random. Every letter is another, so that each can be followed. */
async function play(seed: number, { people, steps, movers, isCareless = false }: Options): Promise<string[]> {
  const random = prng(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const from = <T>(list: readonly T[]): T | undefined => list[pick(list.length)]
  let next = 0x4e00
  const writerOf = new Map<string, Writer>()
  const letter = (writer: Writer): string => {
    const made = String.fromCharCode(next++)
    writerOf.set(made, writer)
    return made
  }
  /** letters that somebody who saw them deleted */
  const deleted = new Set<string>()
  const hub = new Hub([p('Head', 'heading'), ul(li(p('one')), li(p('two')), li(p('three'))), p('para'), p('graph')])
  const writers = Array.from({ length: people }, (_, index) => hub.join(index + 1, isCareless))
  const textOf = (writer: Writer) => from(textsOf(writer.doc))
  const seenIn = (element: Y.XmlElement) => {
    for (const char of element.toString()) if (writerOf.has(char)) deleted.add(char)
  }

  const write = (writer: Writer) => {
    const text = textOf(writer)
    if (!text) return writer.edit(() => writer.body.insert(0, [p(letter(writer))]))
    const at = pick(text.length + 1)
    const words = letter(writer) + (pick(3) === 0 ? letter(writer) : '')
    writer.edit(() => text.insert(at, words))
    writer.caret = Y.createRelativePositionFromTypeIndex(text, at + words.length, -1)
  }
  const erase = (writer: Writer) => {
    const text = textOf(writer)
    if (!text || text.length < 3) return
    const at = pick(text.length - 1)
    for (const char of text.toString().slice(at, at + 1)) if (writerOf.has(char)) deleted.add(char)
    writer.edit(() => text.delete(at, 1))
  }
  const addItem = (writer: Writer) => {
    const text = textOf(writer)
    const item = text && movable(text)
    if (item?.nodeName !== 'listItem' || !(item.parent instanceof Y.XmlElement)) return
    const list = item.parent
    writer.edit(() => list.insert(list.toArray().indexOf(item) + 1, [li(p(letter(writer)))]))
  }
  const addBlock = (writer: Writer) =>
    writer.edit(() => writer.body.insert(pick(writer.body.length + 1), [p(letter(writer))]))
  const moveBlock = (writer: Writer) => {
    const text = textOf(writer)
    if (!text || writer.body.length < 2) return
    const block = movable(text)
    const lists = writer.body.toArray().filter((each) => each instanceof Y.XmlElement && each.nodeName === 'bulletList')
    const list = from(lists) as Y.XmlElement | undefined
    if (block.nodeName === 'listItem' && list && list !== block.parent) {
      writer.replace(block, list, pick(list.length + 1), (copy) => copy)
    } else if (block.nodeName === 'listItem') {
      writer.replace(block, writer.body, pick(writer.body.length), (copy) => ul(copy))
    } else writer.replace(block, writer.body, pick(writer.body.length), (copy) => copy)
  }
  const moveList = (writer: Writer) => {
    const list = from(
      writer.body.toArray().filter((each) => each instanceof Y.XmlElement && each.nodeName === 'bulletList'),
    )
    if (list instanceof Y.XmlElement) writer.replace(list, writer.body, pick(writer.body.length), (copy) => copy)
  }
  const turnInto = (writer: Writer) => {
    const text = textOf(writer)
    const block = text && movable(text)
    if (!block || block.parent !== writer.body) return
    const words = block.toString().replace(/<[^>]*>/g, '')
    const index = writer.body.toArray().indexOf(block)
    const made = from([() => p(words, 'heading'), () => ul(li(p(words))), () => p(`Decision: ${words}`)])
    writer.replace(block, writer.body, index, () => made?.() ?? p(words))
  }
  const drop = (writer: Writer) => {
    const text = textOf(writer)
    if (!text || textsOf(writer.doc).length < 4) return
    const block = movable(text)
    seenIn(block)
    writer.edit(() => remove(block))
  }
  const undo = (writer: Writer, turn: 'undo' | 'redo' = 'undo') => {
    const before = writer.body.toString()
    writer.undo[turn]()
    const after = writer.body.toString()
    for (const char of before) if (writerOf.get(char) === writer && !after.includes(char)) deleted.add(char)
  }

  const redo = (writer: Writer) => undo(writer, 'redo')

  const all = [write, write, write, write, write, erase, addItem, addBlock]
  const strong = [...all, moveBlock, moveBlock, moveList, turnInto, turnInto, drop, undo, undo, redo]
  for (let step = 0; step < steps; step++) {
    const writer = from(writers)
    if (!writer) break
    const act = pick(10)
    if (act < 5) from(writers.indexOf(writer) < movers ? strong : all)?.(writer)
    else if (act < 7) writer.send()
    else if (act < 9) writer.receive()
    else if (pick(3) > 0) continue
    else if (writer.isOnline) writer.disconnect()
    else writer.reconnect()
    await Promise.resolve()
  }
  await hub.settle()

  const faults: string[] = []
  const final = hub.doc.getXmlFragment('body').toString()
  for (const writer of writers)
    if (writer.body.toString() !== final) faults.push(`${writer.doc.clientID} has another text`)
  for (const [char, writer] of writerOf) {
    const count = final.split(char).length - 1
    // by its writer, or by who wrote it anew elsewhere
    const isKept = writers.some((each) => each.keptWords.includes(char))
    if (count === 0 && !isKept && !deleted.has(char)) faults.push(`${char} of ${writer.doc.clientID} is lost`)
    if (count > 1 && movers < 2) faults.push(`${char} of ${writer.doc.clientID} is there ${count} times`)
  }
  return faults
}

async function faultsOf(seeds: number, options: Options): Promise<string[]> {
  const found: string[] = []
  for (let seed = 1; seed <= seeds * Number(process.env['FUZZ'] ?? 1); seed++) {
    for (const fault of await play(seed, options)) found.push(`seed ${seed}: ${fault}`)
  }
  return found
}

test('[N212] one moves, several write: no letter is lost or doubled', async () => {
  expect(await faultsOf(400, { people: 3, steps: 60, movers: 1 })).toEqual([])
})

test('[N212] all move and write: no letter is lost', async () => {
  expect(await faultsOf(400, { people: 4, steps: 60, movers: 4 })).toEqual([])
})

test('[N212] where nobody looks after words, the same games lose some', async () => {
  expect((await faultsOf(40, { people: 3, steps: 60, movers: 1, isCareless: true })).length).toBeGreaterThan(10)
})
