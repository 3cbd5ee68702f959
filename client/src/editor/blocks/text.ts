import { Extension, InputRule, textblockTypeInputRule } from '@tiptap/core'
import { setBlockType, splitBlock } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { nodeType } from '../node-types.ts'

/**
 * Inserts a line break, which is a `\n` in the text. A heading is one line, so it is split; in a table cell, where
 * Markdown has no lines, nothing happens.
 */
export const breakLine: Command = (state, dispatch) => {
  const { parent } = state.selection.$from
  if (parent.type.name === 'heading') return splitBlock(state, dispatch)
  if (!parent.inlineContent || parent.type.spec.code) return false
  if (parent.type.name !== 'tableCell' && parent.type.name !== 'tableHeader') {
    dispatch?.(state.tr.insertText('\n').scrollIntoView())
  }
  return true
}

/**
 * Enter at the start of a paragraph that carries something (an item's id, its tick): the new empty line goes above,
 * so that what it carries stays with its words.
 */
export const splitAbove: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  const carries = ['id', 'done', 'plain'].some((name) => (parent.attrs[name] ?? null) !== null)
  if (!empty || $from.parentOffset > 0 || parent.content.size === 0 || !carries) return false
  if ($from.depth > 1 && $from.node(-1).type.name === 'listItem') return false
  dispatch?.(state.tr.insert($from.before(), nodeType(state.schema, 'paragraph').create()).scrollIntoView())
  return true
}

/** Turns the blocks of the selection into headings of `level`, or a heading of that level back into a paragraph. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from
    const already = parent.type.name === 'heading' && parent.attrs['level'] === level
    return already
      ? toParagraph(state, dispatch)
      : setBlockType(nodeType(state.schema, 'heading'), { level })(state, dispatch)
  }
}

/** Turns the blocks of the selection into paragraphs. */
export const toParagraph: Command = (state, dispatch) =>
  setBlockType(nodeType(state.schema, 'paragraph'))(state, dispatch)

/** Backspace at the start of a heading makes it a paragraph. */
const plainHeading: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'heading') return false
  return toParagraph(state, dispatch)
}

/** Inserts a rule in place of an empty paragraph, else below the block, and goes on in a paragraph after it. */
export const insertRule: Command = (state, dispatch) => {
  const tr = state.tr
  if (!addRule(tr)) return false
  dispatch?.(tr.scrollIntoView())
  return true
}

function addRule(tr: Transaction): boolean {
  const { $from } = tr.selection
  if ($from.depth === 0 || !$from.parent.isTextblock) return false
  const { schema } = $from.parent.type
  const paragraph = nodeType(schema, 'paragraph')
  const rule = nodeType(schema, 'horizontalRule').create()
  const replaces = $from.parent.type === paragraph && $from.parent.content.size === 0
  const at = replaces ? $from.before() : $from.after()
  const isLast = $from.indexAfter(-1) === $from.node(-1).childCount
  const blocks = isLast ? [rule, paragraph.create()] : [rule]
  if (replaces) tr.replaceWith(at, $from.after(), blocks)
  else tr.insert(at, blocks)
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1))
  return true
}

/** The third `-` of an otherwise empty line makes a rule of it. */
const ruleInput = new InputRule({
  find: /^---$/,
  handler({ state, range }) {
    const $from = state.doc.resolve(range.from)
    if ($from.parent.type.name !== 'paragraph' || $from.parent.content.size > 3) return null
    return addRule(state.tr.delete(range.from, range.to)) ? undefined : null
  },
})

/** Paragraphs, headings and rules: their keys and what typing makes of them. */
export const TextBlocks = Extension.create({
  name: 'textBlocks',
  addProseMirrorPlugins() {
    const levels = [1, 2, 3, 4, 5, 6].map((level) => [`Mod-Alt-${level}`, toggleHeading(level)] as const)
    return [
      keymap({
        'Shift-Enter': breakLine,
        Enter: splitAbove,
        Backspace: plainHeading,
        'Mod-Alt-0': toParagraph,
        ...Object.fromEntries(levels),
      }),
    ]
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(#{1,6}) $/,
        type: nodeType(this.editor.schema, 'heading'),
        getAttributes: (match) => ({ level: match[1]?.length ?? 1 }),
      }),
      ruleInput,
    ]
  },
})
