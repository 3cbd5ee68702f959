import { attribute, remembered, textOf, type DocNode, type Path } from '../schema/node.ts'
import { headingText, levelOf } from './outline.ts'
import type { ReadParagraph } from './paragraph.ts'
import type { Line, Place, SectionKind } from './reading.ts'
import { isOfPoints, sectionKind } from './section.ts'
import { leadsOver } from './statement.ts'

/** One paragraph that may be an item, met in document order. */
export interface Visit {
  paragraph: DocNode
  path: Path
  place: Place
  line: Line | null
  /** the list directly below, which belongs to the paragraph if that is an item */
  below: Path | null
}

/** What holds for the blocks of one container. */
export interface Context {
  section: SectionKind
  points: boolean
  heading: string | null
  list: Place['list']
  lead: Place['lead']
}

type Walk = Generator<Visit, Context | null>

/** What holds before the first heading. */
const outside: Context = { section: 'other', points: false, heading: null, list: 'none', lead: null }

/** A block of a note, with what holds at its place. */
export interface BlockPlace {
  block: DocNode
  index: number
  context: Context
  /** what the line above says of the list that this is, if that is special */
  lead: Context | null
  next: DocNode | undefined
  /** what the block says of a list directly below it: set by whoever meets it, before the next one is asked for */
  below: Context | null
}

/**
 * Meets every paragraph of a note that can be an item: those in quotes, tables, footnotes and code cannot. A line's
 * meaning decides what the list below it is, so the lines are read on the way.
 */
export function* walk(body: DocNode, read: ReadParagraph): Generator<Visit> {
  for (const place of blockPlaces(body)) place.below = yield* walkPlace(place, read)
}

/** Meets the blocks of a note that may hold items. */
export function* blockPlaces(body: DocNode): Generator<BlockPlace> {
  let open: { level: number; kind: SectionKind; points: boolean }[] = []
  let context = outside
  let hasHeading = false
  const blocks = body.content ?? []
  let lead: Context | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const level = levelOf(block)
      const heading = headingText(block)
      const isTitle = !hasHeading && level === 1
      hasHeading = true
      open = open.filter((section) => section.level < level)
      const around = open.at(-1)
      const says = isTitle ? titleSays(block) : headingSays(block)
      const points = says.points ?? around?.points ?? false
      const section = says.kind ?? around?.kind ?? 'other'
      open.push({ level, kind: section, points })
      context = { ...outside, section, points, heading }
      lead = null
      continue
    }
    const place: BlockPlace = { block, index, context, lead, next: blocks[index + 1], below: null }
    yield place
    lead = place.below
  }
}

const headingSays = remembered((heading: DocNode) => saysOf(heading, false))
const titleSays = remembered((heading: DocNode) => saysOf(heading, true))

function saysOf(heading: DocNode, isTitle: boolean): { kind: SectionKind | null; points: boolean | null } {
  const text = headingText(heading)
  const kind = sectionKind(text)
  return { kind, points: isOfPoints(text, kind, isTitle) }
}

/** Meets the paragraphs of a block; returns what holds for a list directly below it, if that is special. */
export function walkPlace({ block, index, context, lead, next }: BlockPlace, read: ReadParagraph): Walk {
  return walkBlock(block, [index], context, lead, next, read)
}

/** Whether a block reads alike at both places, apart from how far down they are. */
export function readsAlikeAt(a: BlockPlace, b: BlockPlace): boolean {
  return (
    (a.context === b.context || isAlike(a.context, b.context)) && a.lead === b.lead && isList(a.next) === isList(b.next)
  )
}

function isAlike(a: Context, b: Context): boolean {
  return a.section === b.section && a.points === b.points && a.heading === b.heading
}

/** Meets the paragraphs of one block; returns what holds for a list directly below it, if that is special. */
function* walkBlock(
  block: DocNode,
  path: Path,
  context: Context,
  pending: Context | null,
  next: DocNode | undefined,
  read: ReadParagraph,
): Walk {
  if (isList(block)) {
    const list = pending ?? { ...context, list: context.list === 'none' ? 'item' : 'detail', lead: null }
    for (const [index, item] of (block.content ?? []).entries()) yield* walkItem(item, [...path, index], list, read)
    return null
  }
  if (block.type !== 'paragraph') return null
  const below = isList(next) ? [...path.slice(0, -1), (path.at(-1) ?? 0) + 1] : null
  const place: Place = { ...context, box: false }
  const visit = readParagraph(block, path, place, below, read)
  yield visit
  return below && contextBelow(visit, context)
}

function* walkItem(item: DocNode, path: Path, context: Context, read: ReadParagraph): Generator<Visit> {
  let pending: Context | null = null
  const blocks = item.content ?? []
  for (const [index, block] of blocks.entries()) {
    const inside: Context = index === 0 ? context : { ...context, list: 'detail', lead: null }
    const blockPath = [...path, index]
    if (index > 0 || block.type !== 'paragraph') {
      pending = yield* walkBlock(block, blockPath, inside, pending, blocks[index + 1], read)
      continue
    }
    const next = blocks[1]
    const below = isList(next) ? [...path, 1] : null
    const place: Place = { ...inside, box: attribute(item, 'checked') !== null }
    const visit = readParagraph(block, blockPath, place, below, read)
    yield visit
    pending = below && contextBelow(visit, inside)
  }
}

function readParagraph(paragraph: DocNode, path: Path, place: Place, below: Path | null, read: ReadParagraph): Visit {
  return { paragraph, path, place, line: read(paragraph, place), below }
}

/** What a line makes of the list below it; null where it says nothing of it. */
function contextBelow({ line, paragraph }: Visit, context: Context): Context | null {
  const isForDecisions = context.section === 'both' || context.section === 'decisions'
  if (!line) return isForDecisions && leadsOver(textOf(paragraph)) ? { ...context, list: 'detail', lead: null } : null
  if (line.kind !== 'lead') return { ...context, list: 'detail', lead: null }
  if (line.lead === 'attendance') return { ...context, section: 'attendance', list: 'item', lead: null }
  if (line.lead === 'points') return { ...context, section: 'other', points: true, list: 'item', lead: null }
  return { ...context, list: 'item', lead: { kind: line.lead ?? 'todo', owners: line.owners } }
}

function isList(block: DocNode | undefined): boolean {
  return block?.type === 'bulletList' || block?.type === 'orderedList'
}
