import { Extension, InputRule, wrappingInputRule } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { canSplit, findWrapping } from '@tiptap/pm/transform'
import { nodeType } from '../node-types.ts'

/** The depth of the list item whose own line holds the position, or 0 where it is in none. */
export function itemDepth($position: ResolvedPos): number {
  const depth = $position.depth - 1
  return depth > 0 && $position.node(depth).type.name === 'listItem' ? depth : 0
}

/** Whether the position stands anywhere in a list. */
export function inList($position: ResolvedPos): boolean {
  return Array.from({ length: $position.depth }, (_, depth) => $position.node(depth + 1)).some(
    (node) => node.type.name === 'listItem',
  )
}

/** What a new item takes from its neighbor: an open box where that has one, the next number where that has one. */
export function newItemAttributes(neighbor: Node, step: number) {
  const number: unknown = neighbor.attrs['n']
  return {
    checked: neighbor.attrs['checked'] === null ? null : false,
    n: typeof number === 'number' ? number + step : null,
    indent: neighbor.attrs['indent'] as string | number | null,
    pad: neighbor.attrs['pad'] as string | number | null,
  }
}

/** Enter in a list item: splits it, or leaves the list where the item is empty. */
export const splitItem: Command = (state, dispatch, view) => {
  const { $from, $to } = state.selection
  const depth = itemDepth($from)
  if (depth === 0 || !$from.sameParent($to) || !$from.parent.isTextblock || $from.parent.type.spec.code) return false
  const item = $from.node(depth)
  if ($from.parent.content.size === 0 && item.childCount === 1) return liftItem(state, dispatch, view)
  if ($from.parent.content.size === 0) return false // a second block of the item: the line itself leaves the item
  const tr = state.tr.delete($from.pos, $to.pos)
  const atStart = $from.parentOffset === 0 && $from.index(depth) === 0
  if (atStart) {
    // the words keep their item, with its tick and id; the new one goes above
    const empty = item.type.create({ ...newItemAttributes(item, 0) }, nodeType(state.schema, 'paragraph').create())
    const before = $from.before(depth)
    tr.insert(before, empty)
    const number = newItemAttributes(item, 1).n
    if (number !== null) tr.setNodeAttribute(before + empty.nodeSize, 'n', number)
  } else {
    const atEnd = $to.parentOffset === $to.parent.content.size
    const types = [
      { type: item.type, attrs: newItemAttributes(item, 1) },
      ...(atEnd ? [{ type: nodeType(state.schema, 'paragraph') }] : [splitParagraph($from.parent)]),
    ]
    if (!canSplit(tr.doc, $from.pos, 2, types)) return false
    tr.split($from.pos, 2, types)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The second half of a split block keeps its written form, not what belongs to the first half alone. */
function splitParagraph(block: Node) {
  const { id: _id, done: _done, plain: _plain, gap: _gap, ...attrs } = block.attrs
  return { type: block.type, attrs }
}

/** Moves the items of the selection one level out, or out of the list. */
export const liftItem: Command = (state, dispatch, view) =>
  liftListItem(nodeType(state.schema, 'listItem'))(state, dispatch, view)

/** Moves the items of the selection one level in, below the item before them. */
export const sinkItem: Command = (state, dispatch, view) =>
  sinkListItem(nodeType(state.schema, 'listItem'))(state, dispatch, view)

const backspaceInItem: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const depth = itemDepth($from)
  if (!empty || depth === 0 || $from.parentOffset > 0 || $from.index(depth) > 0) return false
  return liftItem(state, dispatch, view)
}

/** Tab stays in a list even where an item can go no further, so that a fast hand does not leave the note. */
const keepTab =
  (command: Command): Command =>
  (state, dispatch, view) =>
    inList(state.selection.$from) && (command(state, dispatch, view) || true)

/** What the items of a list are to be: plain, numbered, or with a box to tick. */
export type ListKind = 'bullet' | 'ordered' | 'task'

/**
 * Makes the blocks of the selection a list of that kind. In a list already, its items change their kind; where they
 * are of that kind, they leave the list.
 */
export function toggleList(kind: ListKind): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection
    const depth = itemDepth($from)
    if (depth === 0) return wrapInList(kind)(state, dispatch, view)
    const list = $from.node(depth - 1)
    const item = $from.node(depth)
    const name = kind === 'ordered' ? 'orderedList' : 'bulletList'
    const isTask = item.attrs['checked'] !== null
    if (list.type.name === name && isTask === (kind === 'task')) return liftItem(state, dispatch, view)
    const tr = state.tr
    const before = $from.before(depth - 1)
    if (list.type.name !== name && kind !== 'task') tr.setNodeMarkup(before, nodeType(state.schema, name), list.attrs)
    tr.setNodeAttribute($from.before(depth), 'checked', kind === 'task' ? (item.attrs['checked'] ?? false) : null)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function wrapInList(kind: ListKind): Command {
  return (state, dispatch) => {
    const tr = state.tr
    if (!wrapRange(state, tr, kind)) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function wrapRange(state: EditorState, tr: Transaction, kind: ListKind): boolean {
  const range = tr.selection.$from.blockRange(tr.selection.$to)
  const list = nodeType(state.schema, kind === 'ordered' ? 'orderedList' : 'bulletList')
  const wrapping = range && findWrapping(range, list)
  if (!range || !wrapping) return false
  const single = range.endIndex - range.startIndex === 1
  const items = range.parent.children.slice(range.startIndex, range.endIndex)
  const checked = kind === 'task' ? false : null
  const item = nodeType(state.schema, 'listItem')
  if (single || items.some((node) => !node.isTextblock)) {
    tr.wrap(range, wrapping)
    tr.setNodeAttribute(range.start + 1, 'checked', checked)
    return true
  }
  const offset = tr.selection.anchor - range.start
  const made = list.create(
    null,
    items.map((node) => item.create({ checked }, node)),
  )
  tr.replaceRangeWith(range.start, range.end, made)
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(range.start + offset + 2, tr.doc.content.size))))
  return true
}

/**
 * `[] ` or `[x] ` at the start of a line makes it a task, in a list that is there or a new one; and so does a letter
 * right behind `[]`, which spares the blank. `[](` and `[]:` may be links.
 */
const taskInput = new InputRule({
  find: /^\[(?:([ xX]?)\] | ?\]([^\s()[\]:]))$/,
  handler({ state, range, match }) {
    const { tr } = state
    const [typed, mark, letter = ''] = match
    const depth = itemDepth(tr.doc.resolve(range.from))
    const isLetterThere = range.to - range.from === typed.length // it came from an input method
    tr.delete(range.from, isLetterThere ? range.to - letter.length : range.to)
    if (depth > 0) tr.setNodeAttribute(tr.doc.resolve(range.from).before(depth), 'checked', isTicked(mark))
    else if (tr.doc.resolve(range.from).parent.type.name !== 'paragraph' || !wrapRange(state, tr, 'task')) return null
    else if (isTicked(mark)) tr.setNodeAttribute(tr.selection.$from.before(-1), 'checked', true)
    if (letter !== '' && !isLetterThere) tr.insertText(letter)
    return undefined
  },
})

const isTicked = (letter: string | undefined) => letter === 'x' || letter === 'X'

/** Bullet, numbered and task lists: their keys and what typing makes of them. */
export const Lists = Extension.create({
  name: 'lists',
  addProseMirrorPlugins() {
    return [
      keymap({
        Enter: splitItem,
        Tab: keepTab(sinkItem),
        'Shift-Tab': keepTab(liftItem),
        Backspace: backspaceInItem,
        'Mod-Shift-7': toggleList('ordered'),
        'Mod-Shift-8': toggleList('bullet'),
        'Mod-Shift-9': toggleList('task'),
      }),
    ]
  },
  addInputRules() {
    const { schema } = this.editor
    return [
      wrappingInputRule({ find: /^[-+*] $/, type: nodeType(schema, 'bulletList') }),
      new InputRule({
        find: /^(\d{1,9})[.)] $/,
        handler({ state, range, match }) {
          const { tr } = state
          if (itemDepth(tr.doc.resolve(range.from)) > 0) return null
          if (tr.doc.resolve(range.from).parent.type.name !== 'paragraph') return null
          tr.delete(range.from, range.to)
          if (!wrapRange(state, tr, 'ordered')) return null
          const number = Number(match[1])
          if (number !== 1) tr.setNodeAttribute(tr.selection.$from.before(-1), 'n', number)
          return undefined
        },
      }),
      taskInput,
    ]
  },
})
