import { blocksOfCarets } from '@minutebook/shared/doc'
import type { OutlineEntry } from '@minutebook/shared/meeting'
import type * as Y from 'yjs'
import type { Person, PresenceStates } from '../../person/presence.ts'

/** Where the caret of everybody was last, by Yjs client, for as long as they are here. */
export type LastCarets = Map<number, unknown>

/** Remembers the carets that presence tells; whoever looks elsewhere for a moment stays where they were. */
export function rememberCarets(last: LastCarets, states: PresenceStates): void {
  for (const client of last.keys()) if (!states.has(client)) last.delete(client)
  for (const [client, state] of states) {
    const head = headOf(state)
    if (head != null) last.set(client, head)
  }
}

/** The end of a caret that a presence tells; null without one. */
export function headOf(state: unknown): unknown {
  const cursor = isRecord(state) ? state['cursor'] : null
  return isRecord(cursor) ? (cursor['head'] ?? null) : null
}

/** Where each of the others is: by their first client, the index of the block. */
export function placesOf(doc: Y.Doc, people: readonly Person[], last: LastCarets): Map<number, number> {
  const here = people.flatMap((person) => {
    const client = person.isMe ? undefined : person.clients.findLast((each) => last.has(each))
    return client === undefined ? [] : [{ key: keyOf(person), caret: last.get(client) }]
  })
  const blocks = blocksOfCarets(
    doc,
    here.map(({ caret }) => caret),
  )
  const places = new Map<number, number>()
  for (const [index, { key }] of here.entries()) {
    const block = blocks[index]
    if (block != null) places.set(key, block)
  }
  return places
}

/** A number by which a person is known while they are here. */
export function keyOf(person: Person): number {
  return person.clients[0] ?? 0
}

/** The heading under which a person is, as an index; -1 where they are under none, or nobody knows. */
export function headingIndex(
  outline: readonly OutlineEntry[],
  places: ReadonlyMap<number, number>,
  person: Person,
): number {
  const block = places.get(keyOf(person))
  return block === undefined ? -1 : outline.findLastIndex(({ path }) => (path[0] ?? 0) <= block)
}

/** The words of that heading. */
export function headingOf(
  outline: readonly OutlineEntry[],
  places: ReadonlyMap<number, number>,
  person: Person,
): string | null {
  return outline[headingIndex(outline, places, person)]?.text ?? null
}

/** Who is under each heading, by its index, in the order in which they came. */
export function peopleAtHeadings(
  outline: readonly OutlineEntry[],
  people: readonly Person[],
  places: ReadonlyMap<number, number>,
): Map<number, Person[]> {
  const found = new Map<number, Person[]>()
  for (const person of people) {
    const heading = headingIndex(outline, places, person)
    if (heading < 0) continue
    const there = found.get(heading)
    if (there) there.push(person)
    else found.set(heading, [person])
  }
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Which windows somebody follows, as their presence tells. */
export function followsOf(state: unknown): number[] {
  const follows = isRecord(state) ? state['follows'] : null
  return Array.isArray(follows) ? follows.filter((client): client is number => typeof client === 'number') : []
}

/** Which block somebody has at the top of their sheet, as they tell those who follow them. */
export function viewOf(state: unknown): number | null {
  const view = isRecord(state) ? state['view'] : null
  return typeof view === 'number' && Number.isInteger(view) && view >= 0 ? view : null
}
