import { attribute, nodeAt, type DocNode, type Path } from '../schema/node.ts'
import { paragraphReader, type ReadParagraph } from './paragraph.ts'
import type { Known, Line, Place, Reading } from './reading.ts'
import { walk, type Visit } from './walk.ts'

/**
 * The spoken lines, TODOs and decisions of a note, in document order: the same on client and server. `day` is the
 * meeting's ("YYYY-MM-DD"), for "by Friday"; `known.participants` are the entries of the note's own list, by which
 * names outside of sections for TODOs are told from other words before a colon.
 */
export function readItems(body: DocNode, day: string | null, known: Known = {}): Reading[] {
  return readItemsBy(body, paragraphReader(day, known))
}

/** The same with a reader of one's own, such as one that remembers. */
export function readItemsBy(body: DocNode, read: ReadParagraph): Reading[] {
  const readings: Reading[] = []
  for (const visit of walk(body, read)) {
    const { line } = visit
    if (!line || line.kind === 'lead') continue
    if (isBare(line, visit) && isLinkAlone(visit.paragraph)) continue
    readings.push(readingOf(body, visit, line, line.kind))
  }
  return readings
}

/** Where the paragraph at `path` stands, for reading it alone while it is typed; null where no item can stand there. */
export function placeAt(body: DocNode, path: Path, known: Known = {}): Place | null {
  for (const visit of walk(body, paragraphReader(null, known))) {
    if (visit.path.length === path.length && visit.path.every((step, index) => step === path[index])) return visit.place
  }
  return null
}

function readingOf(body: DocNode, visit: Visit, line: Line, kind: Reading['kind']): Reading {
  const { paragraph, path, place, below } = visit
  const inherited =
    kind !== 'speaker' && line.owners.length === 0 && place.list === 'item' ? place.lead?.owners : undefined
  const box = place.box && kind === 'todo' ? path.slice(0, -1) : null
  const id = attribute(paragraph, 'id')
  return {
    kind,
    path,
    last: below ?? path,
    marker: line.marker,
    owners: inherited ? [...inherited] : line.owners,
    ownersFrom: inherited && inherited.length > 0 ? 'above' : 'line',
    textFrom: line.textFrom,
    due: line.due,
    box,
    done: box ? isChecked(body, box) : attribute(paragraph, 'done') !== null,
    id: typeof id === 'string' ? id : null,
    section: place.heading,
  }
}

function isChecked(body: DocNode, path: Path): boolean {
  const item = nodeAt(body, path)
  return item !== undefined && attribute(item, 'checked') === true
}

/** A line that only its section makes an item. */
function isBare(line: Line, { place }: Visit): boolean {
  return (
    line.kind !== 'speaker' && line.marker === null && line.owners.length === 0 && !place.box && place.lead === null
  )
}

function isLinkAlone(paragraph: DocNode): boolean {
  return (paragraph.content ?? []).every(
    (node) => (node.text ?? '').trim() === '' || (node.marks ?? []).some((mark) => mark.type === 'link'),
  )
}
