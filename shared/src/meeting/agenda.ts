import { attribute, textOf, type DocNode, type Path } from '../schema/node.ts'
import { headingText, type OutlineEntry } from './outline.ts'
import { folded } from './people.ts'
import type { Span } from './reading.ts'

/** One point of the agenda: an item of a list that stands directly in a section for it. */
export interface AgendaItem {
  /** the list item */
  item: Path
  /** its first paragraph, whose words name it */
  path: Path
  /** the section's heading */
  heading: Path
  /** its words, without what says how long it is to take */
  text: string
  /** how long it is to take; null where it does not say */
  minutes: number | null
  /** the words that say no more than that, with the blank before them, as offsets in the paragraph; null without such */
  minutesAt: Span | null
  /** whether its Markdown box is ticked; null where it has none */
  box: boolean | null
  /** the paragraph's id, by which the live state knows it; null before it has any */
  id: string | null
}

/** What people did to the agenda, by the ids of its points; times in ISO form. */
export interface AgendaMarks {
  discussed: ReadonlyMap<string, string>
  started: ReadonlyMap<string, string>
}

/** A point of the agenda, and where the meeting stands with it. */
export interface AgendaPoint extends AgendaItem {
  state: 'discussed' | 'now' | 'open'
  /** when it was started, null where nobody did */
  since: string | null
}

const before = /^(?:(?:the|our|your|call|meeting|team|today['’]?s|new|proposed|suggested|draft|open) )*/
const after = /(?: (?:items?|topics?|points?))?(?: for (?:today|(?:this|the|today['’]?s) (?:meeting|call)))?$/
const title = new RegExp(`${before.source}agendas?${after.source}`)

/** Whether a heading, without its leading emoji, begins the agenda of this meeting. */
export function isAgendaTitle(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/\([^)]*\)|:[\w+-]+:|[*_`]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim()
  return title.test(plain)
}

/** The points of the agenda in the order of the note. */
export function readAgenda(body: DocNode): AgendaItem[] {
  const items: AgendaItem[] = []
  let heading: Path | null = null
  for (const [index, block] of (body.content ?? []).entries()) {
    if (block.type === 'heading') heading = isAgendaTitle(headingText(block)) ? [index] : null
    else if (heading && (block.type === 'bulletList' || block.type === 'orderedList')) {
      for (const [place, item] of (block.content ?? []).entries()) {
        const point = pointOf(item, [index, place], heading)
        if (point) items.push(point)
      }
    }
  }
  return items
}

function pointOf(item: DocNode, path: Path, heading: Path): AgendaItem | null {
  const paragraph = item.content?.[0]
  if (paragraph?.type !== 'paragraph') return null
  const words = textOf(paragraph)
  if (words.trim() === '') return null
  const time = readMinutes(words)
  const id = attribute(paragraph, 'id')
  const box = attribute(item, 'checked')
  const text = time?.at ? words.slice(0, time.at.from) + words.slice(time.at.to) : words
  return {
    item: path,
    path: [...path, 0],
    heading,
    text: (text.split('\n')[0] ?? '').replaceAll('\uFFFC', '').trim(),
    minutes: time?.minutes ?? null,
    minutesAt: time?.at ?? null,
    box: typeof box === 'boolean' ? box : null,
    id: typeof id === 'string' ? id : null,
  }
}

const unit = String.raw`(?:min(?:ute)?s?\.?|m|['’′])`
const bracketed = new RegExp(String.raw`\s*[([]\s*(\d{1,3})\s?${unit}(?=[\s,;)\]])([^()[\]\n]*)[)\]]`, 'i')
const trailing = /\s*[-–—:,·|]\s*(\d{1,3})\s?min(?:ute)?s?\.?\s*$/i

/** `(10 min)`, `(5m, Ann)`, `– 10 minutes`: how long, and the words where they say no more than that. */
function readMinutes(words: string): { minutes: number; at: Span | null } | null {
  const line = words.split('\n')[0] ?? ''
  const match = bracketed.exec(line) ?? trailing.exec(line)
  const minutes = Number(match?.[1])
  if (!match || !(minutes > 0)) return null
  const isAlone = (match[2] ?? '').trim() === ''
  return { minutes, at: isAlone ? { from: match.index, to: match.index + match[0].length } : null }
}

/** Where the meeting stands: the first point that is not discussed and was started is now. A box is its own state. */
export function agendaState(items: readonly AgendaItem[], marks: AgendaMarks): AgendaPoint[] {
  let isNowFound = false
  return items.map((item) => {
    const since = item.id === null ? null : (marks.started.get(item.id) ?? null)
    const isDiscussed = item.box ?? (item.id !== null && marks.discussed.has(item.id))
    const isNow = !isNowFound && !isDiscussed && since !== null
    isNowFound ||= isNow
    return { ...item, since, state: isDiscussed ? 'discussed' : isNow ? 'now' : 'open' }
  })
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
