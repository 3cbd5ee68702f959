import type { EditorView } from '@tiptap/pm/view'
import type { Match } from './matches.ts'

const marginPx = 24

/** Scrolls a match into what is seen of the sheet: below the bar, and above the keyboard of a phone. */
export function showMatch(view: EditorView, { from, to }: Match, bar: HTMLElement | null): void {
  const sheet = view.dom.closest('.sheet')
  if (!sheet) return
  const box = sheet.getBoundingClientRect()
  const seen = globalThis.visualViewport
  const top = Math.max(box.top, bar?.getBoundingClientRect().bottom ?? 0)
  const bottom = Math.min(box.bottom, seen ? seen.offsetTop + seen.height : innerHeight)
  const start = view.coordsAtPos(from, 1)
  const end = view.coordsAtPos(to, -1)
  if (start.top >= top + marginPx && end.bottom <= bottom - marginPx) return
  sheet.scrollBy(0, (start.top + end.bottom) / 2 - (top + bottom) / 2)
}
