import type * as Y from 'yjs'
import type { FileForm } from '../note/content.ts'
import { typesOf } from './layout.ts'

/** What only the name of its file says of a note. */
export type Named = Pick<FileForm, 'nameDay' | 'nameTitle'>

export function readNamed(doc: Y.Doc): Named {
  const { meta } = typesOf(doc)
  const [nameDay, nameTitle] = [meta.get('nameDay'), meta.get('nameTitle')]
  return {
    ...(typeof nameDay === 'string' ? { nameDay } : {}),
    ...(typeof nameTitle === 'string' ? { nameTitle } : {}),
  }
}

/** Takes the day of the name away: somebody has said when the meeting is, or that it is not known. [T15] */
export function forgetNameDay(doc: Y.Doc, origin: unknown): void {
  const { meta } = typesOf(doc)
  if (meta.has('nameDay')) doc.transact(() => meta.delete('nameDay'), origin)
}
