import { Extension, textblockTypeInputRule } from '@tiptap/core'
import { chainCommands, exitCode, setBlockType } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { nodeType } from '../node-types.ts'
import { breakCode, indentCode, outdentCode } from './code-indent.ts'

/** Turns the paragraph into a code block, or a code block back into a paragraph. */
export const toggleCode: Command = (state, dispatch, view) => {
  const coded = state.selection.$from.parent.type.name === 'codeBlock'
  return setBlockType(nodeType(state.schema, coded ? 'paragraph' : 'codeBlock'))(state, dispatch, view)
}

/** Enter on an empty last line: the line goes and the caret leaves the block. */
const leaveAtEmptyLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const blankLine = /\n[\t ]*$/.exec($from.parent.textContent)?.[0]
  if (!empty || !atEndOfLiteral(state) || blankLine === undefined) return false
  const tr = state.tr.delete($from.pos - blankLine.length, $from.pos)
  const after = tr.mapping.map($from.after())
  tr.insert(after, nodeType(state.schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  return true
}

/** Arrow down at the end of a block that ends the note: goes on in a paragraph below. */
const leaveDown: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || !atEndOfLiteral(state) || $from.after() !== state.doc.content.size) return false
  return exitCode(state, dispatch, view)
}

const clearEmpty: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'codeBlock' || $from.parentOffset > 0) return false
  return toggleCode(state, dispatch, view)
}

function atEndOfLiteral(state: EditorState): boolean {
  const { $from } = state.selection
  return $from.parent.type.spec.code === true && $from.parentOffset === $from.parent.content.size
}

export const CodeBlocks = Extension.create({
  name: 'codeBlocks',
  addProseMirrorPlugins: () => [
    keymap({
      Enter: chainCommands(leaveAtEmptyLine, breakCode),
      Tab: indentCode,
      'Shift-Tab': outdentCode,
      ArrowDown: leaveDown,
      Backspace: clearEmpty,
      'Mod-Alt-c': toggleCode,
    }),
  ],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([\w+#.-]*)[ \n]$/,
        type: nodeType(this.editor.schema, 'codeBlock'),
        getAttributes: (match) => ({ info: match[1] === '' ? null : match[1] }),
      }),
    ]
  },
})
