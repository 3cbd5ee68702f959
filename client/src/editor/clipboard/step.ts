import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

/** What is done next is taken back by itself. */
export function closeStep(state: EditorState): void {
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing()
}
