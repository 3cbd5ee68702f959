import { create, int32, oneOf } from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NoteDocument } from './document.ts'
import { clocksAfterTyping } from './typing.ts'

const rounds = 60
const stepsPerRound = 60

const bodyOf = (doc: Y.Doc) => doc.getXmlFragment('body')
const clocksOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc))

/** Three people who edit one document at random, and hear of each other now and then; each edit as an update. */
function* edits(seed: number): Generator<{ update: Uint8Array; before: Y.Doc }> {
  const random = create(seed)
  const server = new Y.Doc()
  server.clientID = 100
  bodyOf(server).insert(0, [new Y.XmlText('Hello there'), new Y.XmlElement('paragraph')])
  const people = [1, 2, 3].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return doc
  })
  for (let step = 0; step < stepsPerRound; step += 1) {
    const person = oneOf(random, people)
    if (int32(random, 0, 2) === 0) Y.applyUpdate(person, Y.encodeStateAsUpdate(server))
    const vector = Y.encodeStateVector(person)
    person.transact(() => edit(person, random))
    const update = Y.encodeStateAsUpdate(person, vector)
    yield { update, before: server }
    Y.applyUpdate(server, update)
  }
}

/** The document of `edits` before the first of them. */
function firstOf(seed: number): Uint8Array {
  for (const { before } of edits(seed)) return Y.encodeStateAsUpdate(before)
  throw new Error('there is an edit')
}

function edit(doc: Y.Doc, random: ReturnType<typeof create>): void {
  const texts = bodyOf(doc)
    .toArray()
    .filter((type) => type instanceof Y.XmlText)
  const text = oneOf(random, texts)
  const place = int32(random, 0, text.length)
  switch (int32(random, 0, 9)) {
    case 0:
      text.delete(0, Math.min(text.length, int32(random, 1, 4)))
      break
    case 1:
      text.format(0, Math.min(text.length, 3), { bold: int32(random, 0, 1) === 0 ? null : {} })
      break
    case 2:
      bodyOf(doc).insert(0, [new Y.XmlText('x')])
      break
    case 3:
      text.insertEmbed(place, { picture: 1 })
      break
    default:
      text.insert(place, oneOf(random, ['a', 'bc', '😀', 'é']))
  }
}

test('[R39] what counts as typing is taken by Yjs as it is', () => {
  let typed = 0
  for (let seed = 0; seed < rounds; seed += 1) {
    for (const { update, before } of edits(seed)) {
      const clocks = clocksAfterTyping(Y.decodeUpdate(update), clocksOf(before))
      if (!clocks) continue
      typed += 1
      expectTaken(before, update, clocks)
    }
  }
  expect(typed).toBeGreaterThan(rounds * stepsPerRound * 0.1)
})

test('[R39] [R13] no damaged update counts as typing on which Yjs fails', () => {
  let typed = 0
  for (let seed = 0; seed < 20; seed += 1) {
    const random = create(1_000 + seed)
    for (const { update, before } of edits(seed)) {
      for (let turn = 0; turn < 120; turn += 1) {
        const damaged = update.with(int32(random, 0, update.length - 1), int32(random, 0, 255))
        const clocks = read(damaged, clocksOf(before))
        if (!clocks) continue
        typed += 1
        expectTaken(before, damaged, clocks)
      }
    }
  }
  expect(typed).toBeGreaterThan(1_000)
})

test('[R39] a document that only notes what is typed answers as one that looks at each letter', () => {
  for (let seed = 0; seed < rounds; seed += 1) {
    const random = create(2_000 + seed)
    const steps = [...edits(seed)]
    const document = new NoteDocument([firstOf(seed)], 1_000_000)
    const plain = new Y.Doc()
    Y.applyUpdate(plain, firstOf(seed))
    const looked: [seen: string, expected: string][] = []
    for (const { update } of steps) {
      document.apply(update)
      Y.applyUpdate(plain, update)
      expect(Y.decodeStateVector(document.vector())).toEqual(clocksOf(plain))
      const look = int32(random, 0, 8)
      if (look === 0) document.rest()
      if (look === 1) looked.push([bodyOf(document.doc()).toJSON(), bodyOf(plain).toJSON()])
    }
    const answered = new Y.Doc()
    Y.applyUpdate(answered, document.whole())
    looked.push([bodyOf(answered).toJSON(), bodyOf(plain).toJSON()])
    for (const [seen, expected] of looked) expect(seen).toBe(expected)
  }
})

test('[R39] [R11] what was typed is in a difference, and in the changes as it came', () => {
  const first = new Y.Doc()
  first.getText('frontMatter').insert(0, 'Hello')
  const document = new NoteDocument([Y.encodeStateAsUpdate(first)], 10_000)
  const vector = document.vector()
  const updates: Uint8Array[] = []
  first.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of ' you') first.getText('frontMatter').insert(first.getText('frontMatter').length, letter)
  for (const update of updates) {
    const applied = document.apply(update)
    expect(applied.kind === 'changed' && applied.change.update).toEqual(update)
    expect(document.apply(update).kind).toBe('unchanged')
  }
  const other = new Y.Doc()
  Y.applyUpdate(other, document.difference(vector))
  expect(other.store.pendingStructs).not.toBeNull() // it lacks what was there before
  Y.applyUpdate(other, document.whole())
  expect(other.getText('frontMatter').toJSON()).toBe('Hello you')
})

test('[R39] [R9] a letter that others waited for brings them', () => {
  const person = new Y.Doc()
  person.getText('frontMatter').insert(0, 'Hello')
  const whole = Y.encodeStateAsUpdate(person)
  const updates: Uint8Array[] = []
  person.on('update', (update: Uint8Array) => updates.push(update))
  person.getText('frontMatter').insert(5, '!')
  person.getText('frontMatter').insert(6, '?')
  const [letter, next] = updates
  if (!letter || !next) throw new Error('two edits make two updates')
  const document = new NoteDocument([whole], 10_000)
  expect(document.apply(next).kind).toBe('changed')
  document.apply(letter)
  expect(document.vector()).toEqual(Y.encodeStateVector(person))
  expect(document.doc().getText('frontMatter').toJSON()).toBe('Hello!?')
})

test('[R40] what Yjs tidies up comes with the edit, not in its place', () => {
  const seed = new Y.Doc()
  const text = new Y.XmlText('hello world')
  bodyOf(seed).insert(0, [text])
  text.format(2, 4, { bold: {} })
  const whole = Y.encodeStateAsUpdate(seed)
  // Two people who have not heard of each other delete the two halves of the bold words: nothing is left to be bold.
  const halves = [2, 4].map((place) => {
    const doc = copyOf(seed)
    const vector = Y.encodeStateVector(doc)
    const half = bodyOf(doc).get(0)
    if (half instanceof Y.XmlText) half.delete(place, 2)
    return Y.encodeStateAsUpdate(doc, vector)
  })
  const document = new NoteDocument([whole], 10_000)
  const log = [whole]
  for (const half of halves) {
    const applied = document.apply(half)
    if (applied.kind === 'changed') log.push(applied.change.update)
  }
  const read = new NoteDocument(log, 10_000)
  expect(bodyOf(read.doc()).toJSON()).toBe('heworld')
})

function read(update: Uint8Array, clocks: ReadonlyMap<number, number>): Map<number, number> | null {
  try {
    return clocksAfterTyping(Y.decodeUpdate(update), clocks)
  } catch {
    return null
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function expectTaken(before: Y.Doc, update: Uint8Array, clocks: Map<number, number>): void {
  const doc = copyOf(before)
  Y.applyUpdate(doc, update)
  expect(clocksOf(doc)).toEqual(clocks)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
}
