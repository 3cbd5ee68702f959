import { Extension, InputRule } from '@tiptap/core'
import { toggleMark } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Command } from '@tiptap/pm/state'
import { markType } from '../node-types.ts'

/** The marks that a key or a button of the toolbar sets. */
export type TextMark = 'bold' | 'italic' | 'strike' | 'code'

/** Sets a mark on the selection, or takes it away where all of it has it. */
export function toggleTextMark(name: TextMark): Command {
  return (state, dispatch, view) => toggleMark(markType(state.schema, name))(state, dispatch, view)
}

/** Delimiters that make a mark when the last one is typed. The words must touch both of them. */
const delimiters: { find: RegExp; mark: TextMark; m?: string }[] = [
  { find: /(?:^|[\s([{"'])(\*\*(\S(?:[^*]*[^*\s])?)\*\*)$/, mark: 'bold' },
  { find: /(?:^|[\s([{"'])(__(\S(?:[^_]*[^_\s])?)__)$/, mark: 'bold', m: '_' },
  { find: /(?:^|[\s([{"'])(\*([^\s*](?:[^*]*[^*\s])?)\*)$/, mark: 'italic' },
  { find: /(?:^|[\s([{"'])(_([^\s_](?:[^_]*[^_\s])?)_)$/, mark: 'italic', m: '_' },
  { find: /(?:^|[^`])(`([^`]+)`)$/, mark: 'code' },
  { find: /(?:^|[^~])(~~(\S(?:[^~]*[^~\s])?)~~)$/, mark: 'strike' },
]

/** Bold, italic, struck and literal text: their keys and what typing makes of them. */
export const TextMarks = Extension.create({
  name: 'textMarks',
  addProseMirrorPlugins: () => [
    keymap({
      'Mod-b': toggleTextMark('bold'),
      'Mod-i': toggleTextMark('italic'),
      'Mod-e': toggleTextMark('code'),
      'Mod-Shift-s': toggleTextMark('strike'),
      'Mod-Shift-x': toggleTextMark('strike'),
      ArrowRight: leaveMarks,
    }),
  ],
  addInputRules() {
    return delimiters.map(({ find, mark, m }) => delimited(find, mark, m))
  },
})

function delimited(find: RegExp, mark: TextMark, m?: string): InputRule {
  return new InputRule({
    find,
    handler({ state, range, match }) {
      const written = match[1] ?? ''
      const words = match[2] ?? ''
      const type = markType(state.schema, mark)
      const from = range.to - written.length
      const width = (written.length - words.length) / 2
      const { tr } = state
      tr.delete(range.to - width, range.to)
      tr.delete(from, from + width)
      tr.addMark(from, from + words.length, type.create(m === undefined ? null : { m }))
      tr.removeStoredMark(type)
    },
  })
}

/** Arrow right at the end of a line that ends in a mark: what is typed next is plain. */
const leaveMarks: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  if (!empty || marks.length === 0 || $from.parentOffset < $from.parent.content.size) return false
  dispatch?.(state.tr.setStoredMarks([]))
  return true
}
