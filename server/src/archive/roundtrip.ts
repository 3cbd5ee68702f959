import { readNote } from '@minutebook/shared/doc'
import { decodeFile, writeMarkdown, type NoteContent } from '@minutebook/shared/note'
import * as Y from 'yjs'
import { firstUpdate } from '../reader/first-update.ts'
import { linesOf } from './line-changes.ts'

/** What became of a file that went the whole way. */
export type Outcome =
  /** `kept`: only because the note holds the whole file until its first edit */
  | { kind: 'exact'; kept: boolean }
  | { kind: 'refused'; reason: string }
  /** the first line that is not as it was, from 1; an absent line is beyond the end */
  | { kind: 'different'; line: number; before: string | undefined; after: string | undefined }

/** Takes a file the whole way: file → note → Yjs update → another document → note → file. [X1] */
export function roundTrip(bytes: Uint8Array): Outcome {
  const decoded = decodeFile(bytes)
  if ('refused' in decoded) return { kind: 'refused', reason: decoded.refused }
  const content = opened(decoded.text)
  const { text } = writeMarkdown(content)
  if (text !== decoded.text) return firstDifference(decoded.text, text)
  return { kind: 'exact', kept: content.form.exact !== undefined }
}

/** The note that a file becomes: text → note → Yjs update → another document → note. */
export function opened(text: string): NoteContent {
  const doc = new Y.Doc()
  let ids = 0
  Y.applyUpdate(
    doc,
    firstUpdate(text, () => `item-${(ids += 1)}`),
  )
  return readNote(doc)
}

function firstDifference(before: string, after: string): Outcome {
  const [was, is] = [linesOf(before), linesOf(after)]
  const index = was.findIndex((line, index) => line !== is[index])
  const at = index < 0 ? was.length : index
  return { kind: 'different', line: at + 1, before: was[at], after: is[at] }
}
