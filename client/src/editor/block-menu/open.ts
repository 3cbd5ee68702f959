import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, EditorState } from '@tiptap/pm/state'
import { blocksOf, type BlockRange } from '../blocks/range.ts'
import { openFloat } from '../floats.ts'

/** Opens what can be done with the blocks of the selection. */
export const openBlockMenu: Command = (state, dispatch) => {
  const range = blocksOf(state.selection)
  if (!range) return false
  dispatch?.(openFloat(state.tr, { kind: 'block', ...range }))
  return true
}

/** The blocks that a handle stands for: its own, or all that are selected where that is one of several. */
export function handledRange({ selection }: EditorState, block: BlockRange): BlockRange {
  const selected = selection.empty ? null : blocksOf(selection)
  return selected && selected.from <= block.from && block.to <= selected.to ? selected : block
}

/** Mod+Shift+Enter: what can be done with the block of the caret. */
export const BlockMenuKeys = Extension.create({
  name: 'blockMenuKeys',
  priority: 130, // before Enter splits a line
  addProseMirrorPlugins: () => [keymap({ 'Mod-Shift-Enter': openBlockMenu })],
})
