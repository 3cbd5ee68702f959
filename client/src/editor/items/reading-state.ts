import type { Node } from '@tiptap/pm/model'
import type { AgendaItem, ItemReader, OutlineEntry, Reading } from '@minutebook/shared/meeting'
import type { DocNode } from '@minutebook/shared/schema'
import type { Face, ItemContext } from './context.ts'
import type { Drawing } from './drawing.ts'

/** A reading and the paragraph that it is of. */
export interface PlacedReading {
  reading: Reading
  paragraph: Node
  /** the position before the paragraph */
  at: number
}

/** What the lines of the note are, kept up to date with every change. */
export interface Items {
  context: ItemContext
  faceOf: (label: string) => Face
  body: DocNode
  /** remembers what it read */
  reader: ItemReader
  readings: Reading[]
  outline: OutlineEntry[]
  agenda: AgendaItem[]
  placed: PlacedReading[]
  /** the position of the caret where words that are drawn otherwise must show, or null */
  caret: number | null
  hasFocus: boolean
  /** changes whenever a label, a color or the date may look otherwise */
  look: number
  drawing: Drawing | null
}
