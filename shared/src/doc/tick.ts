import type * as Y from 'yjs'
import type { Reading } from '../meeting/index.ts'
import type { AttributeValue } from '../schema/node.ts'
import { typesOf } from './layout.ts'
import { elementAt } from './read.ts'

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
