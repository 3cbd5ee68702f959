import type { Excess } from '../../laws/excess.ts'
import { editKinds } from '../../laws/edits.ts'

/** The edits of the second table: those of a document, and a field of the front matter that gets another value. */
export const benchedEdits = [...editKinds, 'field'] as const
export type BenchedEdit = (typeof benchedEdits)[number]

/** A file after one edit, as the codec writes it. */
export interface EditedFile {
  text: string
  excess: Excess
}

/** A file as a codec holds it while it is edited. */
export interface Held {
  write: () => string | Promise<string>
  /** the bytes of the Yjs update that holds it; null where it is not kept in Yjs */
  yjsBytes: () => number | null
  /** Makes one edit and writes the file. */
  edit: (kind: BenchedEdit, random: () => number) => Outcome | Promise<Outcome>
}

/** null where the file has no place for the edit; undefined where the codec has no such edit at all */
export type Outcome = EditedFile | null | undefined

/** Something that reads Markdown and writes it again. Each part may throw, which counts against it. */
export interface Codec {
  name: string
  read: (text: string) => Held | Promise<Held>
}
