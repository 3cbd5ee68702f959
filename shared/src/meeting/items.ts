import { attribute, nodeAt, type DocNode, type Path } from '../schema/node.ts'
import { paragraphReader, rememberingReader, type ReadParagraph } from './paragraph.ts'
import type { Known, Line, Place, Reading } from './reading.ts'
import { blockPlaces, readsAlikeAt, walk, walkPlace, type BlockPlace, type Visit } from './walk.ts'

/**
 * The spoken lines, TODOs and decisions of a note, in document order: the same on client and server. `day` is the
 * meeting's ("YYYY-MM-DD"), for "by Friday"; `known.participants` are the entries of the note's own list, by which
 * names outside of sections for TODOs are told from other words before a colon.
 */
export function readItems(body: DocNode, day: string | null, known: Known = {}): Reading[] {
  return readVisits(body, walk(body, paragraphReader(day, known)))
}

/** Reads the items of a note that is read again after each letter: what stays as it is, is not read again. */
export class ItemReader {
  readonly #read: ReadParagraph
  readonly #last = new WeakMap<DocNode, { place: BlockPlace; readings: Reading[] }>()

  /** @param day the meeting's, "YYYY-MM-DD" */
  constructor(day: string | null, known: Known) {
    this.#read = rememberingReader(day, known)
  }

  /** The same as `readItems`. A block that is the same object where it was gives the same objects again. */
  read(body: DocNode): Reading[] {
    const readings: Reading[] = []
    for (const place of blockPlaces(body)) readings.push(...this.#readBlock(body, place))
    return readings
  }

  #readBlock(body: DocNode, place: BlockPlace): Reading[] {
    const last = this.#last.get(place.block)
    if (last?.place.index === place.index && readsAlikeAt(last.place, place)) {
      place.below = last.place.below
      return last.readings
    }
    const readings = readVisits(body, noting(place, this.#read))
    this.#last.set(place.block, { place, readings })
    return readings
  }
}

/** Meets the paragraphs of a block, and notes at its place what it says of the list below it. */
function* noting(place: BlockPlace, read: ReadParagraph): Generator<Visit> {
  place.below = yield* walkPlace(place, read)
}

function readVisits(body: DocNode, visits: Iterable<Visit>): Reading[] {
  const readings: Reading[] = []
  for (const visit of visits) {
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
