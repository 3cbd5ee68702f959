import { Extension } from '@tiptap/core'
import { chainCommands, joinTextblockBackward, joinTextblockForward } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { Selection, type Command, type EditorState } from '@tiptap/pm/state'
import { deleteNodes } from './move-nodes.ts'

/** Whether the caret's block and the next one on that side stand in different lists or quotes, or only one of them in one. */
function isAcrossEdge({ selection: { $from, empty } }: EditorState, side: -1 | 1): boolean {
  const { parent } = $from
  const isAtEdge = side < 0 ? $from.parentOffset === 0 : $from.parentOffset === parent.content.size
  if (!empty || !parent.isTextblock || parent.type.spec.code || !isAtEdge) return false
  const beside = $from.node(-1).maybeChild($from.index(-1) + side)
  return beside === null || beside.type.isInGroup('list') || beside.type.name === 'blockquote'
}

const acrossEdge =
  (side: -1 | 1, join: Command): Command =>
  (state, dispatch, view) =>
    isAcrossEdge(state, side) && join(state, dispatch, view)

/** Delete in an empty line takes that away, so that what is below stays an item. */
const deleteEmptyLine: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.content.size > 0 || !Selection.findFrom(state.doc.resolve($from.after()), 1)) return false
  const tr = deleteNodes(state.tr, { from: $from.before(), to: $from.after() })
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($from.before())), 1)).scrollIntoView())
  return true
}

const backward = acrossEdge(-1, joinTextblockBackward)
const forward = acrossEdge(1, chainCommands(deleteEmptyLine, joinTextblockForward))

/**
 * Backspace at the start of a line that is in no list, and Delete at the end of any, join it to its neighbor. ProseMirror
 * would move it into the list or quote beside it first, and the next Backspace would move it out again.
 */
export const JoinText = Extension.create({
  name: 'joinText',
  addProseMirrorPlugins: () => [
    keymap({
      Backspace: backward,
      'Mod-Backspace': backward,
      'Shift-Backspace': backward,
      Delete: forward,
      'Mod-Delete': forward,
    }),
  ],
})
