import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** A press on a formula puts the caret at the end of its source, which shows then. */
export function pressFormula(view: EditorView, event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target.closest('.formula') : null
  if (!target || !view.dom.contains(target) || event.button !== 0 || !view.editable) return false
  event.preventDefault()
  const position = view.posAtDOM(target, 0)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
  view.focus()
  return true
}
