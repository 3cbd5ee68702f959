import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { agendaState, readAgenda } from '../meeting/index.ts'
import { readMarkdown, writeMarkdown } from '../note/index.ts'
import { changeAgenda } from './agenda-change.ts'
import { agendaMovers, readAgendaMarks } from './agenda.ts'
import { typesOf } from './layout.ts'
import { readBody, readNote } from './read.ts'
import { writeNote } from './write.ts'

const markdown = '## Agenda\n\n- Tools (10 min)\n* [ ] Boxes\n- Others\n'
const at = '2024-03-06T15:00:00.000Z'

function open(text = markdown): Y.Doc {
  const doc = new Y.Doc()
  writeNote(doc, readMarkdown(text))
  return doc
}

function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other
}

const points = (doc: Y.Doc) => agendaState(readAgenda(readBody(typesOf(doc).body)), readAgendaMarks(doc))
const states = (doc: Y.Doc) => points(doc).map(({ text, state }) => `${text}: ${state}`)
function point(doc: Y.Doc, index: number) {
  const found = points(doc)[index]
  if (!found) throw new Error(`no point ${index}`)
  return found
}

test('[I45] what is ticked and started is beside the text: the file stays the same to the byte', () => {
  const doc = open()
  changeAgenda(
    doc,
    [
      { point: point(doc, 0), discussed: true },
      { point: point(doc, 2), started: true },
    ],
    at,
  )
  expect(states(doc)).toEqual(['Tools: discussed', 'Boxes: open', 'Others: now'])
  expect(writeMarkdown(readNote(doc)).text).toEqual(markdown)
  changeAgenda(doc, [{ point: point(doc, 0), discussed: false }], at)
  expect(states(doc)).toEqual(['Tools: open', 'Boxes: open', 'Others: now'])
})

test('[I45] a box is ticked in the text', () => {
  const doc = open()
  changeAgenda(doc, [{ point: point(doc, 1), discussed: true }], at)
  expect(states(doc)[1]).toBe('Boxes: discussed')
  expect(writeMarkdown(readNote(doc)).text).toEqual(markdown.replace('[ ]', '[x]'))
})

test('[I46] two people who tick at the same time tick the same point', () => {
  const doc = open()
  const other = copy(doc)
  changeAgenda(doc, [{ point: point(doc, 0), discussed: true }], at)
  changeAgenda(
    other,
    [
      { point: point(other, 0), discussed: true },
      { point: point(other, 2), started: true },
    ],
    at,
  )
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(states(doc)).toEqual(['Tools: discussed', 'Boxes: open', 'Others: now'])
  expect(states(other)).toEqual(states(doc))
  expect(agendaMovers(doc).get(point(doc, 2).id ?? '')).toBe(other.clientID)
})

test('[I46] two points never have one name', () => {
  const doc = open('## Agenda\n\n- One\n- Two\n')
  const first = point(doc, 0)
  changeAgenda(doc, [{ point: first, discussed: true }], at)
  const { id } = point(doc, 0)
  // as when the words of both change places: the second element has the name of the first
  const [, second] = points(doc)
  const list = typesOf(doc).body.get(1) as Y.XmlElement
  const paragraphs = list.toArray().map((item) => (item as Y.XmlElement).get(0) as Y.XmlElement)
  paragraphs[0]?.removeAttribute('id')
  paragraphs[1]?.setAttribute('id', id ?? '')
  expect(second?.text).toBe('Two')
  changeAgenda(doc, [{ point: point(doc, 0), started: true }], at)
  expect(states(doc)).toEqual(['One: now', 'Two: discussed'])
})

test('[I46] what others put into the live state that is no time is nothing', () => {
  const doc = open()
  typesOf(doc).meeting.set('discussed:x', 7)
  typesOf(doc).meeting.set('else', 'what')
  typesOf(doc).meeting.set('spent:x', -1)
  typesOf(doc).meeting.set('spent:y', 'long')
  typesOf(doc).meeting.set('present', 7)
  typesOf(doc).meeting.set('begun', {})
  expect(readAgendaMarks(doc)).toEqual({
    discussed: new Map(),
    started: new Map(),
    spent: new Map(),
    present: null,
    begun: null,
  })
})

test('[I81] a point that is left for another keeps how long it took, and goes on from there', () => {
  const doc = open()
  const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
  changeAgenda(doc, [{ point: point(doc, 0), started: true }], at)
  changeAgenda(doc, [{ point: point(doc, 2), started: true }], later(4))
  expect(points(doc).map(({ state, spent }) => `${state} ${spent}`)).toEqual(['open 240', 'open 0', 'now 0'])
  changeAgenda(doc, [{ point: point(doc, 0), started: true }], later(5))
  expect(point(doc, 0)).toMatchObject({ state: 'now', spent: 240, since: later(5) })
  changeAgenda(doc, [{ point: point(doc, 0), discussed: true }], later(7))
  expect(points(doc).map(({ spent }) => spent)).toEqual([360, 0, 60])
  expect(readAgendaMarks(doc).begun).toBe(at)
  expect(writeMarkdown(readNote(doc)).text).toEqual(markdown)
})

test('[I81] two people who go on at the same time leave one present point, the same for both', () => {
  const doc = open()
  changeAgenda(doc, [{ point: point(doc, 0), started: true }], at)
  const other = copy(doc)
  changeAgenda(doc, [{ point: point(doc, 1), started: true }], at)
  changeAgenda(other, [{ point: point(other, 2), started: true }], at)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(states(doc)).toEqual(states(other))
  expect(states(doc).filter((state) => state.endsWith('now'))).toHaveLength(1)
})
