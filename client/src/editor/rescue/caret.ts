import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Where the caret stood when the transaction of the shared document began that is not over yet. */
export function caretBefore(view: EditorView): Y.RelativePosition | null {
  const selection: { head?: Y.RelativePosition } | null | undefined = bindingOf(view)?.beforeTransactionSelection
  return selection?.head ?? null
}

/** Puts the caret behind so many letters of a shared text, and keeps it in sight. */
export function setCaret(view: EditorView, text: Y.XmlText, index: number): void {
  const binding = bindingOf(view)
  if (!binding) return
  const place = Y.createRelativePositionFromTypeIndex(text, index, -1)
  const position = relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping)
  if (position === null) return
  const tr = view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position)))
  view.dispatch(view.hasFocus() ? tr.scrollIntoView() : tr)
}

function bindingOf(view: EditorView): ProsemirrorBinding | null {
  const shared: { binding?: ProsemirrorBinding } | undefined = ySyncPluginKey.getState(view.state)
  return shared?.binding ?? null
}
