import * as Y from 'yjs'
import { readStored, writeStored } from '../../ui/storage.ts'

/** A note in which more people than this wrote is not remembered: what is stored must stay small. */
const mostChars = 6000

const keyOf = (noteId: string) => `seen:${noteId}`

/** Remembers in this browser what of the note has been seen: everything that is here now. */
export function rememberVisit(noteId: string, doc: Y.Doc): void {
  const text = btoa(String.fromCharCode(...Y.encodeStateVector(doc)))
  writeStored(keyOf(noteId), text.length > mostChars ? null : text)
}

/** What had been seen of the note when it was left; null where it was not opened here before. */
export function lastVisit(noteId: string): Map<number, number> | null {
  const text = readStored(keyOf(noteId))
  if (text === null) return null
  try {
    return Y.decodeStateVector(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
  } catch {
    return null // somebody else wrote there
  }
}
