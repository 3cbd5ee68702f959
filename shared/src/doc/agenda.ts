import * as Y from 'yjs'
import type { AgendaItem, AgendaMarks } from '../meeting/index.ts'
import type { AttributeValue } from '../schema/node.ts'
import { typesOf } from './layout.ts'
import { elementAt, elementKey } from './read.ts'

const discussed = 'discussed:'
const started = 'started:'

/** What is to become of one point of the agenda; what is not named stays. */
export interface AgendaChange {
  point: Pick<AgendaItem, 'path' | 'item' | 'box' | 'id'>
  discussed?: boolean
  started?: true
}

/** What people did to the agenda, from the live state of the meeting. What others put there is checked. */
export function readAgendaMarks(doc: Y.Doc): AgendaMarks {
  const marks = { discussed: new Map<string, string>(), started: new Map<string, string>() }
  for (const [key, value] of typesOf(doc).meeting.entries()) {
    if (typeof value !== 'string') continue
    if (key.startsWith(discussed)) marks.discussed.set(key.slice(discussed.length), value)
    else if (key.startsWith(started)) marks.started.set(key.slice(started.length), value)
  }
  return marks
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
  if (isStarted) meeting.set(started + id, at)
  if (isDiscussed === undefined) return
  if (point.box !== null) withAttributes(elementAt(body, point.item))?.setAttribute('checked', isDiscussed)
  if (isDiscussed) meeting.set(discussed + id, at)
  else meeting.delete(discussed + id)
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

/** The Yjs clients of those who started a point last, by its id: who moved the meeting on. */
export function agendaMovers(doc: Y.Doc): Map<string, number> {
  const movers = new Map<string, number>()
  for (const [key, item] of typesOf(doc).meeting._map) {
    if (!item.deleted && key.startsWith(started)) movers.set(key.slice(started.length), item.id.client)
  }
  return movers
}
