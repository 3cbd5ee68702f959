import { writeNote } from '@minutebook/shared/doc'
import { nameItems, readMarkdown } from '@minutebook/shared/note'
import * as Y from 'yjs'

/** The Yjs update with which a note begins that is made from a file. */
export function firstUpdate(text: string, newId: () => string): Uint8Array {
  const doc = new Y.Doc()
  writeNote(doc, nameItems(readMarkdown(text), newId))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
