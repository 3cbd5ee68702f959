import { elementAt, elementKey, typesOf } from '@minutebook/shared/doc'
import type { Reading } from '@minutebook/shared/meeting'
import type * as Y from 'yjs'

/** The id under which the API knows an item: its own, unless another before it has the same, else one of its paragraph. */
export function idsOf(doc: Y.Doc, noteId: string, readings: readonly Reading[]): Map<string, Reading> {
  const { body } = typesOf(doc)
  const found = new Map<string, Reading>()
  for (const reading of readings) {
    if (reading.kind === 'speaker') continue
    const element = elementAt(body, reading.path)
    const own = reading.id !== null && !found.has(reading.id) ? reading.id : null
    const id = own ?? (element && `${noteId}.${elementKey(element)}`)
    if (id !== undefined) found.set(id, reading)
  }
  return found
}
