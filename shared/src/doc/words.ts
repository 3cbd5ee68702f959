import * as Y from 'yjs'
import type { WordEdit } from '../meeting/index.ts'
import type { Path } from '../schema/node.ts'
import { typesOf } from './layout.ts'
import { elementAt } from './read.ts'

/**
 * Changes the words of a paragraph, in one transaction. What is written is plain, also beside bold words.
 *
 * @param edit offsets in `textOf` of the paragraph as it is now
 * @throws if no element stands at `path`
 */
export function editWords(doc: Y.Doc, path: Path, { from, to, insert }: WordEdit): void {
  const paragraph = elementAt(typesOf(doc).body, path)
  if (!paragraph) throw new Error(`no element at ${path.join('.')}`)
  doc.transact(() => {
    remove(paragraph, from, to)
    if (insert !== '') write(paragraph, from, insert)
  })
}

/** Each child with where it begins and ends: an element is one character. */
function placesIn(paragraph: Y.XmlElement) {
  let end = 0
  return paragraph.toArray().map((child, index) => {
    const start = end
    end += child instanceof Y.XmlText ? child.length : 1
    return { child, index, start, end }
  })
}

function remove(paragraph: Y.XmlElement, from: number, to: number): void {
  for (const { child, index, start, end } of placesIn(paragraph).toReversed()) {
    if (end <= from || start >= to) continue
    if (child instanceof Y.XmlText) child.delete(Math.max(from - start, 0), Math.min(to, end) - Math.max(from, start))
    else paragraph.delete(index, 1)
  }
}

function write(paragraph: Y.XmlElement, at: number, words: string): void {
  const places = placesIn(paragraph)
  const text = places.find(({ child, start, end }) => child instanceof Y.XmlText && start <= at && at <= end)
  if (text?.child instanceof Y.XmlText) {
    text.child.insert(at - text.start, words, {})
    return
  }
  const next = places.find(({ start }) => start >= at)
  paragraph.insert(next?.index ?? places.length, [new Y.XmlText(words)])
}
