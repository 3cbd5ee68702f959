import type * as Y from 'yjs'
import { typesOf } from './layout.ts'

const key = 'previous'

/** The note after which this one was made, as the next meeting; null where it was not. */
export function previousOf(doc: Y.Doc): string | null {
  const value = typesOf(doc).meeting.get(key)
  return typeof value === 'string' ? value : null
}

export function setPrevious(doc: Y.Doc, noteId: string): void {
  typesOf(doc).meeting.set(key, noteId)
}
