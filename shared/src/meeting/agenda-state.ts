import type { AgendaItem } from './agenda.ts'
import type { OutlineEntry } from './outline.ts'
import { folded } from './people.ts'

/** What people did to the agenda, by the ids of its points; times in ISO form. */
export interface AgendaMarks {
  discussed: ReadonlyMap<string, string>
  started: ReadonlyMap<string, string>
  /** the seconds that a point took before it was last started or ticked */
  spent: ReadonlyMap<string, number>
  /** the point that was started last, null where none was */
  present: string | null
  /** when the meeting's first point was started, null where none was */
  begun: string | null
}

/** A point of the agenda, and where the meeting stands with it. */
export interface AgendaPoint extends AgendaItem {
  state: 'discussed' | 'now' | 'open'
  /** when the present point was started, null for any other */
  since: string | null
  /** the seconds that it took before that */
  spent: number
}

/** A point or a meeting that has gone on for longer was left, and is not counted. */
export const longestSeconds = 12 * 3600

/** The seconds from one ISO time to another; 0 where that is none, because two clocks differ, or was left. */
export function secondsBetween(from: string, to: string): number {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000)
  return seconds > 0 && seconds <= longestSeconds ? seconds : 0
}

/**
 * Where the meeting stands: the point that was started last is now, while it is not discussed; else the first other one
 * that was started. A box is its own state.
 */
export function agendaState(items: readonly AgendaItem[], marks: AgendaMarks): AgendaPoint[] {
  const { started, discussed, present } = marks
  const isDiscussed = ({ box, id }: AgendaItem) => box ?? (id !== null && discussed.has(id))
  const candidates = items.filter((item) => item.id !== null && started.has(item.id) && !isDiscussed(item))
  const now = candidates.find(({ id }) => id === present) ?? candidates[0]
  return items.map((item) => ({
    ...item,
    since: item === now && item.id !== null ? (started.get(item.id) ?? null) : null,
    spent: item.id === null ? 0 : spentOn(item.id, marks),
    state: isDiscussed(item) ? 'discussed' : item === now ? 'now' : 'open',
  }))
}

/** What was ticked by a page of an older version has no seconds, but still the time of its start. */
function spentOn(id: string, { spent, started, discussed }: AgendaMarks): number {
  const from = started.get(id)
  const to = discussed.get(id)
  return spent.get(id) ?? (from !== undefined && to !== undefined ? secondsBetween(from, to) : 0)
}

/** The point that comes when the one at `index` is discussed: the next open one below it, else the first; null without any. */
export function nextPoint<Point extends Pick<AgendaPoint, 'state'>>(
  points: readonly Point[],
  index: number,
): Point | null {
  const isOpen = (point: Point, at: number) => point.state !== 'discussed' && at !== index
  return points.find((point, at) => at > index && isOpen(point, at)) ?? points.find(isOpen) ?? null
}

/**
 * The headings below the agenda under which its points are discussed, by the index of the heading in the outline: the
 * same words, or one of both begins with all words of the other, at least two.
 */
export function discussionsOf<Point extends Pick<AgendaPoint, 'text' | 'heading'>>(
  points: readonly Point[],
  outline: readonly OutlineEntry[],
): Map<number, Point> {
  const found = new Map<number, Point>()
  const words = outline.map(({ text }) => plainWords(text))
  const free = (index: number, { heading }: Point) =>
    !found.has(index) && (outline[index]?.path[0] ?? 0) > (heading[0] ?? 0)
  for (const matches of [isSame, isBeginning]) {
    const taken = new Set(found.values())
    for (const point of points) {
      if (taken.has(point)) continue
      const own = plainWords(point.text)
      const index = words.findIndex((other, at) => free(at, point) && matches(own, other))
      if (index >= 0) found.set(index, point)
    }
  }
  return found
}

function plainWords(text: string): string[] {
  return folded(text)
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word, index) => word === b[index])
}

function isBeginning(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length)
  return shorter > 1 && a.slice(0, shorter).every((word, index) => word === b[index])
}
