import * as Y from 'yjs'
import { readLine, type Place } from '@minutebook/shared/meeting'
import { typesOf } from '@minutebook/shared/doc'

/** The longest mark that is looked for. */
const mostLetters = 24

const elsewhere: Place = { section: 'other', points: false, heading: null, list: 'none', lead: null, box: false }

/**
 * Takes the second of two marks away that two people put before one line at the same time, in all texts or those of a
 * transaction. Everybody who sees both takes away the same one, so that it does no harm if many do. [E199]
 */
export function mendMarks(doc: Y.Doc, texts: Iterable<unknown> = textsIn(typesOf(doc).body)): void {
  const found = [...texts].flatMap((text) => (text instanceof Y.XmlText ? (secondMark(text) ?? []) : []))
  if (found.length === 0) return
  doc.transact(() => {
    for (const { text, index, length } of found) text.delete(index, length)
  }, mendMarks)
}

function* textsIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlText> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield child
    else if (child instanceof Y.XmlElement) yield* textsIn(child)
  }
}

/** A mark at the start of a text behind the same one, neither of which was put there with a knowledge of the other. */
function secondMark(text: Y.XmlText): { text: Y.XmlText; index: number; length: number } | null {
  const [start, first, second] = firstWords(text)
  for (const [one, other] of [[start, first] as const, [first, second] as const]) {
    const words = one && other ? wordsOf(one) : ''
    if (!one || !other || words !== wordsOf(other) || one.id.client === other.id.client) continue
    const isSamePlace = isSame(one.origin, other.origin) && isSame(one.rightOrigin, other.rightOrigin)
    const index = one === start ? 0 : wordsOf(start ?? one).length
    if (!isSamePlace || !isMark(text, words.length, index)) continue
    return { text, index: index + words.length, length: words.length }
  }
  return null
}

/** The first stretches of a text that are seen. A letter that mark and line begin with stays in the first of them. */
function firstWords(text: Y.XmlText): Y.Item[] {
  const found: Y.Item[] = []
  for (let item = text._start; item && found.length < 3; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (!(item.content instanceof Y.ContentString) || item.length > mostLetters) break
    found.push(item)
  }
  return found
}

function wordsOf({ content }: Y.Item): string {
  return content instanceof Y.ContentString ? content.str : ''
}

function isSame(a: Y.ID | null, b: Y.ID | null): boolean {
  return Y.compareIDs(a, b)
}

/** Whether the text begins with the same mark twice. */
function isMark(text: Y.XmlText, length: number, index: number): boolean {
  if (index >= length) return false
  const start = text.toDelta().reduce((all: string, { insert }: { insert: unknown }) => {
    return all.length < 2 * length && typeof insert === 'string' ? all + insert : all
  }, '')
  const words = start.slice(0, length)
  return words === start.slice(length, 2 * length) && readLine(`${words}Do it`, elsewhere, null)?.kind === 'todo'
}
