import type { EditorView } from '@tiptap/pm/view'
import { positionAt } from '../document.ts'
import { caretAt, resolvePosition } from './carets.ts'

const flashMs = 1600
/** Within this part of the sheet, from its top, a place is in sight well enough. */
const calmFrom = 0.08
const calmTo = 0.85
const goTo = 0.35

/**
 * Scrolls to the caret of one of somebody's windows, or to the place where it was last.
 *
 * @param last a relative position as presence tells it, or null
 * @param how `flash`: goes there and lets it flash; `follow`: goes there only where it is not in sight
 * @returns whether there is such a place
 */
export function goToCaret(
  view: EditorView,
  clients: readonly number[],
  last: unknown,
  how: 'flash' | 'follow',
): boolean {
  const position = caretAt(view.state, clients) ?? resolvePosition(view.state, last)
  if (position === null) return false
  scrollTo(view, position, how === 'follow')
  if (how === 'flash') flash(view, clients)
  return true
}

/** Brings the block with this index to the top of the sheet. */
export function goToBlock(view: EditorView, index: number): void {
  const position = positionAt(view.state.doc, [index])
  const block = position === null ? null : view.nodeDOM(position)
  const sheet = view.dom.closest<HTMLElement>('.sheet')
  if (!(block instanceof HTMLElement) || !sheet) return
  sheet.scrollBy({
    top: block.getBoundingClientRect().top - sheet.getBoundingClientRect().top - 24,
    behavior: motion(),
  })
}

function scrollTo(view: EditorView, position: number, onlyIfAway: boolean): void {
  const sheet = view.dom.closest<HTMLElement>('.sheet')
  if (!sheet) return
  const { top, height } = sheet.getBoundingClientRect()
  const at = view.coordsAtPos(Math.min(position, view.state.doc.content.size)).top - top
  if (onlyIfAway && at > height * calmFrom && at < height * calmTo) return
  sheet.scrollBy({ top: at - height * goTo, behavior: motion() })
}

function flash(view: EditorView, clients: readonly number[]): void {
  for (const client of clients) {
    for (const caret of view.dom.querySelectorAll(`.cursor[data-client="${client}"]`)) {
      caret.toggleAttribute('data-flash', true)
      setTimeout(() => caret.toggleAttribute('data-flash', false), flashMs)
    }
  }
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
