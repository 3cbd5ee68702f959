import { attribute, textOf, type DocNode } from '../schema/node.ts'
import { readLine } from './line.ts'
import type { Known, Line, Place } from './reading.ts'

/** What a paragraph is at its place; null where it is text. */
export type ReadParagraph = (paragraph: DocNode, place: Place) => Line | null

/** Reads paragraphs as lines of a meeting. @param day the meeting's, "YYYY-MM-DD" */
export function paragraphReader(day: string | null, known: Known): ReadParagraph {
  return (paragraph, place) =>
    attribute(paragraph, 'plain') === true ? null : readLine(textOf(paragraph), place, day, known)
}

/**
 * The same, for a note that is read again after each letter: a paragraph that is the same object at the same kind of place
 * is not read again.
 */
export function rememberingReader(day: string | null, known: Known): ReadParagraph {
  const read = paragraphReader(day, known)
  const last = new WeakMap<DocNode, { place: Place; line: Line | null }>()
  return (paragraph, place) => {
    const before = last.get(paragraph)
    if (before && readsAlike(before.place, place)) return before.line
    const line = read(paragraph, place)
    last.set(paragraph, { place, line })
    return line
  }
}

function readsAlike(a: Place, b: Place): boolean {
  return (
    a.section === b.section &&
    a.heading === b.heading &&
    a.box === b.box &&
    a.points === b.points &&
    a.list === b.list &&
    a.lead?.kind === b.lead?.kind &&
    a.lead?.owners === b.lead?.owners
  )
}
