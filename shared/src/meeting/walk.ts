import { attribute, textOf, type DocNode, type Path } from '../schema/node.ts'
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
interface Context {
  section: SectionKind
  points: boolean
  heading: string | null
  list: Place['list']
  lead: Place['lead']
}

const outside = { kind: 'other', points: false } as const

/**
 * Meets every paragraph of a note that can be an item: those in quotes, tables, footnotes and code cannot. A line's
 * meaning decides what the list below it is, so the lines are read on the way.
 */
export function* walk(body: DocNode, read: ReadParagraph): Generator<Visit> {
  let open: { level: number; kind: SectionKind; points: boolean }[] = []
  let heading: string | null = null
  let hasHeading = false
  const blocks = body.content ?? []
  let pending: Context | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const level = levelOf(block)
      heading = headingText(block)
      const isTitle = !hasHeading && level === 1
      hasHeading = true
      open = open.filter((section) => section.level < level)
      const around = open.at(-1)
      const kind = sectionKind(heading)
      const points = isOfPoints(heading, kind, isTitle) ?? around?.points ?? false
      open.push({ level, kind: kind ?? around?.kind ?? 'other', points })
      pending = null
      continue
    }
    const { kind: section, points } = open.at(-1) ?? outside
    const context: Context = { section, points, heading, list: 'none', lead: null }
    pending = yield* walkBlock(block, [index], context, pending, blocks[index + 1], read)
  }
}

/** Meets the paragraphs of one block; returns what holds for a list directly below it, if that is special. */
function* walkBlock(
  block: DocNode,
  path: Path,
  context: Context,
  pending: Context | null,
  next: DocNode | undefined,
  read: ReadParagraph,
): Generator<Visit, Context | null> {
  if (isList(block)) {
    const list = pending ?? { ...context, list: context.list === 'none' ? 'item' : 'detail', lead: null }
    for (const [index, item] of (block.content ?? []).entries()) yield* walkItem(item, [...path, index], list, read)
    return null
  }
  if (block.type !== 'paragraph') return null
  const below = next && isList(next) ? [...path.slice(0, -1), (path.at(-1) ?? 0) + 1] : null
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
    const below = next && isList(next) ? [...path, 1] : null
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

function isList(block: DocNode): boolean {
  return block.type === 'bulletList' || block.type === 'orderedList'
}
