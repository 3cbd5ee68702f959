import { itemKey } from '@minutebook/shared/doc'
import type { Reading } from '@minutebook/shared/meeting'
import type { Session } from '../session/session.ts'

/** Items by the id under which the API knows them: their own, unless another before has the same, else that of the paragraph. */
export function idsOf(
  { doc, noteId }: Pick<Session, 'doc' | 'noteId'>,
  readings: readonly Reading[],
): Map<string, Reading> {
  const found = new Map<string, Reading>()
  for (const reading of readings) {
    if (reading.kind === 'speaker') continue
    const own = reading.id !== null && !found.has(reading.id) ? reading.id : null
    const id = own ?? itemKey(doc, noteId, reading.path)
    if (id !== undefined) found.set(id, reading)
  }
  return found
}
