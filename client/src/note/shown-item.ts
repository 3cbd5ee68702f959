import { elementAt, elementKey, typesOf } from '@minutebook/shared/doc'
import type { Reading } from '@minutebook/shared/meeting'
import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'

/** The item that an address leads to, by its id in lists over all notes; null where it leads to none. */
export function itemIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('item')
}

/** The line of an item; one without an id of its own is named by the note and its paragraph. */
export function findItem(
  readings: readonly Reading[],
  id: string,
  { noteId, doc }: Pick<Session, 'noteId' | 'doc'>,
): Reading | null {
  const items = readings.filter(({ kind }) => kind !== 'speaker')
  const named = items.find((reading) => reading.id === id)
  if (named) return named
  const { body } = typesOf(doc)
  const found = items.find(({ path }) => {
    const element = elementAt(body, path)
    return element !== null && element !== undefined && `${noteId}.${elementKey(element)}` === id
  })
  return found ?? null
}

const shownMs = 2400

/** Scrolls to the line and lets it light up. Resolves with false where the note has no such item any more. */
export function showItem(session: Session, handle: EditorHandle, sheet: HTMLElement, id: string): boolean {
  const reading = findItem(handle.readings(), id, session)
  if (!reading) return false
  handle.scrollTo(reading.path)
  const selection = document.getSelection()?.anchorNode
  const element = selection instanceof Element ? selection : selection?.parentElement
  const line = element?.closest('p, li')
  if (line && sheet.contains(line)) lightUp(line)
  return true
}

function lightUp(line: Element): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const color = getComputedStyle(line).getPropertyValue('--accent-soft')
  const lit = { backgroundColor: color, boxShadow: `0 0 0 4px ${color}` }
  line.animate([lit, { ...lit, offset: 0.7 }, still ? lit : {}], { duration: shownMs })
}
