import { Extension, wrappingInputRule } from '@tiptap/core'
import { lift, wrapIn } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Command } from '@tiptap/pm/state'
import { nodeType } from '../node-types.ts'

/** Puts the blocks of the selection into a quote, or takes them out of the one that they are in. */
export const toggleQuote: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const quoted = $from.depth > 1 && $from.node(-1).type.name === 'blockquote'
  return quoted ? lift(state, dispatch, view) : wrapIn(nodeType(state.schema, 'blockquote'))(state, dispatch, view)
}

const backspaceInQuote: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const first = $from.depth > 1 && $from.node(-1).type.name === 'blockquote' && $from.index(-1) === 0
  return empty && first && $from.parentOffset === 0 && lift(state, dispatch, view)
}

export const Quotes = Extension.create({
  name: 'quotes',
  addProseMirrorPlugins: () => [keymap({ Backspace: backspaceInQuote, 'Mod-Shift-.': toggleQuote })],
  addInputRules() {
    return [wrappingInputRule({ find: /^> $/, type: nodeType(this.editor.schema, 'blockquote') })]
  },
})
