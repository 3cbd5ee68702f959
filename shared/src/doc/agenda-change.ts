import * as Y from 'yjs'
import { longestSeconds, secondsBetween, type AgendaItem } from '../meeting/index.ts'
import type { AttributeValue } from '../schema/node.ts'
import { agendaKeys, readAgendaMarks } from './agenda.ts'
import { typesOf } from './layout.ts'
import { elementAt, elementKey } from './read.ts'

const { discussed, started, spent, present, begun } = agendaKeys

/** What is to become of one point of the agenda; what is not named stays. */
export interface AgendaChange {
  point: Pick<AgendaItem, 'path' | 'item' | 'box' | 'id'>
  discussed?: boolean
  started?: true
}

/**
 * Says of points of the agenda that they are discussed or started, in one transaction with `origin`. Only a box is part
 * of the text; everything else is kept beside it, under the id of the point's paragraph. One that has none gets it
 * before, in a transaction without an origin: taking a tick back must not take the name from what others ticked.
 *
 * @param at ISO time of the change
 */
export function changeAgenda(doc: Y.Doc, changes: readonly AgendaChange[], at: string, origin?: unknown): void {
  const ids = doc.transact(() =>
    changes.map(({ point }) => point.id ?? nameOf(doc, elementAt(typesOf(doc).body, point.path))),
  )
  doc.transact(() => {
    for (const [index, change] of changes.entries()) apply(doc, change, ids[index] ?? null, at)
  }, origin)
}

function apply(
  doc: Y.Doc,
  { point, discussed: isDiscussed, started: isStarted }: AgendaChange,
  id: string | null,
  at: string,
): void {
  const { body, meeting } = typesOf(doc)
  if (id === null) return
  if (isDiscussed !== undefined) {
    if (point.box !== null) withAttributes(elementAt(body, point.item))?.setAttribute('checked', isDiscussed)
    stop(doc, id, at)
    if (isDiscussed) meeting.set(discussed + id, at)
    else meeting.delete(discussed + id)
  }
  if (isStarted) start(doc, id, at)
}

/** Begins with a point; those that were begun before, and are not discussed, stand still. */
function start(doc: Y.Doc, id: string, at: string): void {
  const { meeting } = typesOf(doc)
  const marks = readAgendaMarks(doc)
  for (const other of marks.started.keys()) if (!marks.discussed.has(other)) stop(doc, other, at)
  if (marks.begun === null || secondsBetween(marks.begun, at) === 0) meeting.set(begun, at)
  meeting.set(started + id, at)
  meeting.set(present, id)
}

/** Keeps how long a point took until now. */
function stop(doc: Y.Doc, id: string, at: string): void {
  const { meeting } = typesOf(doc)
  const marks = readAgendaMarks(doc)
  const since = marks.started.get(id)
  if (since === undefined) return
  const seconds = (marks.spent.get(id) ?? 0) + secondsBetween(since, marks.discussed.get(id) ?? at)
  meeting.set(spent + id, Math.min(seconds, longestSeconds))
  meeting.delete(started + id)
}

/**
 * Names a paragraph after its Yjs element, so that two people who tick it at the same time give it the same name. Where
 * another has that name, because the words of two elements changed places, it gets a longer one.
 */
function nameOf(doc: Y.Doc, paragraph: Y.XmlElement | undefined): string | null {
  const element = withAttributes(paragraph)
  if (!paragraph || !element) return null
  let name = elementKey(paragraph)
  while (isTaken(doc, name)) name += 'x'
  element.setAttribute('id', name)
  return name
}

function isTaken(doc: Y.Doc, name: string): boolean {
  const walker = typesOf(doc).body.createTreeWalker((type) => type instanceof Y.XmlElement)
  for (const element of walker) if (withAttributes(element as Y.XmlElement)?.getAttribute('id') === name) return true
  return false
}

function withAttributes(element: Y.XmlElement | undefined) {
  return element as unknown as Y.XmlElement<Record<string, AttributeValue>> | undefined
}
