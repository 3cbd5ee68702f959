import { discussionsOf, type AgendaPoint, type OutlineEntry } from '@minutebook/shared/meeting'

/** What the outline says of the agenda, by the index of a heading. */
export interface AgendaOutline {
  /** the state of the point that is discussed under the heading */
  states: ReadonlyMap<number, AgendaPoint['state']>
  /** how much is discussed of the agenda that stands under the heading, such as `4 of 6` */
  counts: ReadonlyMap<number, string>
}

/** Reads the outline with the agenda: which headings are discussions of its points, and how many are done. */
export function agendaOutline(points: readonly AgendaPoint[], outline: readonly OutlineEntry[]): AgendaOutline {
  const states = new Map([...discussionsOf(points, outline)].map(([index, { state }]) => [index, state]))
  const counts = new Map<number, string>()
  for (const [index, entry] of outline.entries()) {
    const own = points.filter(({ heading }) => heading[0] === entry.path[0])
    const done = own.filter(({ state }) => state === 'discussed').length
    if (own.length > 0) counts.set(index, `${done} of ${own.length}`)
  }
  return { states, counts }
}
