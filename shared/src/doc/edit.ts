import type * as Y from 'yjs'
import type { TextEdit } from '../front-matter/index.ts'
import type { Reading } from '../meeting/index.ts'
import type { AttributeValue } from '../schema/node.ts'
import { elementAt } from './read.ts'
import { typesOf } from './layout.ts'

/**
 * Ticks a TODO, or opens it again, in one transaction: the check box of its list item where it has one, which the file
 * shows, else the paragraph's `done`.
 *
 * @param reading of this document as it is now
 * @param at ISO time at which it was ticked
 * @throws if nothing stands where the reading says
 */
export function tick(doc: Y.Doc, reading: Pick<Reading, 'path' | 'box'>, done: boolean, at: string): void {
  const element = elementAt(typesOf(doc).body, reading.box ?? reading.path)
  if (!element) throw new Error(`no element at ${(reading.box ?? reading.path).join('.')}`)
  const attributes = element as unknown as Y.XmlElement<Record<string, AttributeValue>>
  doc.transact(() => {
    if (reading.box) attributes.setAttribute('checked', done)
    else if (done) attributes.setAttribute('done', at)
    else attributes.removeAttribute('done')
  })
}

/**
 * Makes edits in a text, in one transaction with `origin`.
 *
 * @param edits offsets in the text as it is now, ascending, not overlapping
 */
export function editText(text: Y.Text, edits: readonly TextEdit[], origin?: unknown): void {
  const make = () => {
    for (const { from, to, insert } of edits.toReversed()) {
      if (to > from) text.delete(from, to - from)
      if (insert !== '') text.insert(from, insert)
    }
  }
  if (text.doc) text.doc.transact(make, origin)
  else throw new Error('editText: the text is not part of a document')
}
