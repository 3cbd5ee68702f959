import { readNote } from '@minutebook/shared/doc'
import { nextMeeting } from '@minutebook/shared/note'
import { localTime } from './local-time.ts'
import { admit, noteNotFound, type RouteParts } from './parts.ts'

/**
 * The Markdown of the next meeting after a note. [A7]
 *
 * @throws Refusal note_not_found, no_access
 */
export async function nextNote(
  parts: RouteParts,
  from: string,
  options: { title?: string; now: Date },
): Promise<string> {
  await admit(parts, from, 'view')
  const today = localTime(options.now).slice(0, 10)
  const text = await parts.rooms.read(from, (doc) => nextMeeting(readNote(doc), { today, title: options.title }))
  if (text === null) throw noteNotFound(from)
  return text
}
