import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'
import { idsOf } from './item-ids.ts'
import { lightUp } from './light-up.ts'

/** The item that an address leads to, by its id in lists over all notes; null where it leads to none. */
export function itemIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('item')
}

/** Scrolls to the line of an item and lets it light up. False where the note has no such item any more. */
export function showItem(session: Session, handle: EditorHandle, id: string): boolean {
  const reading = idsOf(session, handle.readings()).get(id)
  if (!reading) return false
  const element = handle.scrollTo(reading.path)
  if (element) lightUp(element)
  return true
}
