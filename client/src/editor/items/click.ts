import type { EditorView } from '@tiptap/pm/view'
import { openFloat, type Float } from '../floats.ts'
import { readingAt } from './items.ts'
import { tickAt } from './tick.ts'

/**
 * Handles presses on what is drawn: a box ticks, an owner and a due date open their pickers. The caret and the focus
 * stay where they were, so that a tick on a phone opens no keyboard.
 */
export function clickItem(now: () => string): (view: EditorView, event: MouseEvent) => boolean {
  return (view, event) => click(view, event, now)
}

function click(view: EditorView, event: MouseEvent, now: () => string): boolean {
  const target = event.target instanceof Element ? event.target.closest('.check, .owner, .due') : null
  if (!target || !view.dom.contains(target) || event.button !== 0) return false
  const position = view.posAtDOM(target, 0)
  event.preventDefault()
  if (event.type === 'mousedown' || !view.editable) return true
  if (target.classList.contains('check')) tickAt(now, position)(view.state, view.dispatch)
  else {
    const placed = readingAt(view.state, position)
    if (!placed) return true
    const offset = position - placed.at - 1
    const index =
      placed.reading.ownersFrom === 'line' && !target.closest('.front')
        ? placed.reading.owners.findIndex(({ from, to }) => from <= offset && offset < to)
        : -1
    const float: Float = target.classList.contains('due')
      ? { kind: 'due', at: placed.at }
      : { kind: 'owner', at: placed.at, index: index < 0 ? null : index }
    view.dispatch(openFloat(view.state.tr, float))
  }
  return true
}
