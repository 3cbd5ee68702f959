import { attribute, nodeAt, textOf, type DocNode, type Path } from '../schema/node.ts'
import { readLine } from './line.ts'
import type { Offer } from './offers.ts'
import type { Known, Label, Place, Reading } from './reading.ts'

/** What makes a line a TODO and leaves all its words as they are: a box for its item of a list, or words before them. */
export type Mark = { kind: 'box' } | { kind: 'words'; words: string }

/** The words before a TODO that are not of that one alone, as a number or a name would be. */
const plainMarker = /^\p{L}+(?: \p{L}+)?:? $/u

/**
 * How a line that offers something becomes a TODO of those who promise: as the note itself marks the TODO above it, else
 * the one below, of those that stand in lists like it, or do not; without such with a box in a list, with `TODO`
 * elsewhere. Null where nothing would be read as a TODO of the same people.
 */
export function markFor(
  body: DocNode,
  { path, owners, place }: Offer,
  readings: readonly Reading[],
  known: Known = {},
): Mark | null {
  const paragraph = nodeAt(body, path)
  if (!paragraph) return null
  const text = textOf(paragraph)
  const own = ownMark(body, path, readings)
  const marks: Mark[] = [...(own ? [own] : []), { kind: 'box' }, ...['TODO ', 'TODO: ', 'Action: '].map(wordsMark)]
  return (
    marks.find((mark) => {
      if (mark.kind === 'box') return isBoxless(body, path) && isTodoOf(owners, text, { ...place, box: true }, known)
      return isTodoOf(owners, mark.words + text, place, known)
    }) ?? null
  )
}

function wordsMark(words: string): Mark {
  return { kind: 'words', words }
}

function isTodoOf(owners: readonly Label[], text: string, place: Place, known: Known): boolean {
  const line = readLine(text, place, null, known)
  return line?.kind === 'todo' && labelsOf(line.owners) === labelsOf(owners)
}

function labelsOf(owners: readonly Label[]): string {
  return owners.map(({ label }) => label).join('\n')
}

/** Whether the paragraph begins an item of a list that has no box. */
function isBoxless(body: DocNode, path: Path): boolean {
  const item = nodeAt(body, path.slice(0, -1))
  return item?.type === 'listItem' && path.at(-1) === 0 && attribute(item, 'checked') === null
}

function ownMark(body: DocNode, path: Path, readings: readonly Reading[]): Mark | null {
  const isInList = (at: Path) => nodeAt(body, at.slice(0, -1))?.type === 'listItem'
  let found: Mark | null = null
  for (const reading of readings) {
    if (isInList(reading.path) !== isInList(path)) continue
    const isBelow = isBefore(path, reading.path)
    if (isBelow && found) break
    found = markOf(body, reading) ?? found
  }
  return found
}

function markOf(body: DocNode, { kind, path, box, marker }: Reading): Mark | null {
  if (kind !== 'todo') return null
  if (box) return { kind: 'box' }
  const words = marker?.from === 0 ? textOf(nodeAt(body, path) ?? body).slice(0, marker.to) : ''
  return plainMarker.test(words) ? wordsMark(words) : null
}

function isBefore(a: Path, b: Path): boolean {
  const level = a.findIndex((step, index) => step !== b[index])
  return level >= 0 && (a[level] ?? 0) < (b[level] ?? -1)
}
