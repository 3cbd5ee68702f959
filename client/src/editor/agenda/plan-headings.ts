import { discussionsOf, headingText, readOutline, type AgendaItem, type OutlineEntry } from '@minutebook/shared/meeting'
import { nodeAt, textOf, type DocNode } from '@minutebook/shared/schema'

/** A heading that is to be made. */
export interface PlannedHeading {
  /** the index in the body of the block that it goes before; the number of blocks for the end */
  before: number
  level: number
  /** emoji or a shortcode, with the blank behind it; '' without one */
  sign: string
  /** what it is for; null for the section of the discussions itself */
  item: AgendaItem | null
}

const discussionsTitle = /^(?:discussions?|minutes|meeting notes|notes)\b/i
const lowestLevel = 6

/**
 * The headings that an agenda lacks, in the order in which they are to stand: each behind that of the item above it,
 * else before that of the one below it, else at the end of the section of the discussions, which is made where there is
 * none. Their level and their sign are those of the headings there.
 */
export function planHeadings(body: DocNode, items: readonly AgendaItem[]): PlannedHeading[] {
  const outline = readOutline(body)
  const own = new Map(Array.from(discussionsOf(items, outline), ([index, item]) => [item, index]))
  const planned: PlannedHeading[] = []
  const places = new Map<AgendaItem, Place>()
  for (const [index, item] of items.entries()) {
    const there = own.get(item)
    if (there !== undefined) {
      places.set(item, { ...styleAt(body, outline, there), before: endOf(body, outline, there) })
      continue
    }
    const isAlike = ({ heading }: AgendaItem) => heading[0] === item.heading[0]
    const above = items.slice(0, index).findLast(isAlike)
    const below = items.slice(index + 1).find((other) => isAlike(other) && own.has(other))
    const belowAt = below && own.get(below)
    const place =
      (above && places.get(above)) ??
      (belowAt === undefined ? inDiscussions(body, outline, item, planned) : placeBefore(body, outline, belowAt))
    places.set(item, place)
    planned.push({ ...place, item })
  }
  return planned
}

type Place = Omit<PlannedHeading, 'item'>

function inDiscussions(
  body: DocNode,
  outline: readonly OutlineEntry[],
  { heading }: AgendaItem,
  planned: PlannedHeading[],
): Place {
  const agendaAt = outline.findIndex(({ path }) => path[0] === heading[0])
  const agenda = outline[agendaAt]
  const home = outline.findIndex(({ text }, index) => index > agendaAt && discussionsTitle.test(text))
  if (home >= 0) {
    const end = endOf(body, outline, home)
    const inside = outline.findIndex(({ path }, index) => index > home && (path[0] ?? 0) < end)
    const level = Math.min((outline[home]?.level ?? 1) + 1, lowestLevel)
    return { ...(inside < 0 ? { level, sign: '' } : styleAt(body, outline, inside)), before: end }
  }
  const before = endOf(body, outline, agendaAt)
  const level = agenda?.level ?? 2
  const agendaSign = signOf(body, agenda)
  const sign = agendaSign === '' ? '' : agendaSign.startsWith(':') ? ':closed_book: ' : '📕 '
  planned.push({ before, level, sign, item: null })
  return { before, level: Math.min(level + 1, lowestLevel), sign: '' }
}

function placeBefore(body: DocNode, outline: readonly OutlineEntry[], index: number): Place {
  return { ...styleAt(body, outline, index), before: outline[index]?.path[0] ?? 0 }
}

/** The level of a heading, and the sign that it shares with those of that level beside it. */
function styleAt(body: DocNode, outline: readonly OutlineEntry[], index: number): Pick<Place, 'level' | 'sign'> {
  const level = outline[index]?.level ?? 2
  const isEdge = (entry: OutlineEntry) => entry.level < level
  const first = outline.findLastIndex((entry, at) => at < index && isEdge(entry)) + 1
  const end = outline.findIndex((entry, at) => at > index && isEdge(entry))
  const beside = outline.slice(first, end < 0 ? undefined : end).filter((entry) => entry.level === level)
  const signs = new Set(beside.map((entry) => signOf(body, entry)))
  return { level, sign: signs.size === 1 ? ([...signs][0] ?? '') : '' }
}

function signOf(body: DocNode, entry: OutlineEntry | undefined): string {
  const heading = entry && nodeAt(body, entry.path)
  if (!heading) return ''
  const text = textOf(heading).trim()
  const words = headingText(heading)
  return text.endsWith(words) ? text.slice(0, text.length - words.length).replaceAll('\uFFFC', '') : ''
}

/** The index of the block behind the section of a heading. */
function endOf(body: DocNode, outline: readonly OutlineEntry[], index: number): number {
  const heading = outline[index]
  const next = outline.find((entry, at) => at > index && entry.level <= (heading?.level ?? 1))
  return next?.path[0] ?? body.content?.length ?? 0
}
