import { create, int32, oneOf } from 'lib0/prng'
import * as Y from 'yjs'

/**
 * So many edits of one note, an update each: five people type some letters at a place, take back a few, and go on
 * elsewhere. The same for the same count.
 */
export function manyEdits(count: number): { updates: Uint8Array[]; stateBytes: number } {
  const random = create(20240306)
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment('body').insert(0, [paragraph])
  })
  const letters = 'etaoin shrdlu'.split('')
  const people = [11, 12, 13, 14, 15]
  while (updates.length < count) {
    doc.clientID = oneOf(random, people)
    let at = int32(random, 0, text.length)
    for (let more = int32(random, 5, 30); more > 0 && updates.length < count; more -= 1) {
      text.insert(at, oneOf(random, letters))
      at += 1
    }
    for (let taken = int32(random, 0, 4); taken > 0 && at > 0 && updates.length < count; taken -= 1) {
      at -= 1
      text.delete(at, 1)
    }
  }
  return { updates, stateBytes: Y.encodeStateAsUpdate(doc).length }
}
