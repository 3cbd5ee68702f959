import type { Command, EditorState } from '@tiptap/pm/state'
import { itemDepth, toggleList } from '../blocks/lists.ts'
import { openFloat } from '../floats.ts'
import { nodeType } from '../node-types.ts'
import { readingAt } from './items.ts'
import { writeDecision } from './words.ts'

/** Makes the line a task with a box; a line that was set down as plain text may be an item again. */
export const makeTodo: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const depth = itemDepth($from)
  const isTask = depth > 0 && $from.node(depth).attrs['checked'] !== null
  const isPlain = $from.parent.attrs['plain'] === true
  if (isPlain) {
    dispatch?.(state.tr.setNodeAttribute($from.before(), 'plain', null))
    if (isTask || !view) return true
    return (
      readingAt(view.state, view.state.selection.head)?.reading.kind === 'todo' || makeTodo(view.state, dispatch, view)
    )
  }
  if (isTask) return true
  return toggleList('task')(state, dispatch, view)
}

/** Writes `Decision: ` before the words of the line, which becomes a paragraph. */
export const makeDecision: Command = (state, dispatch) => {
  const at = paragraphAt(state)
  if (at === null) return false
  const tr = state.tr
  if (state.doc.nodeAt(at)?.type.name === 'heading') tr.setNodeMarkup(at, nodeType(state.schema, 'paragraph'), null)
  dispatch?.(writeDecision(state, tr, at).scrollIntoView())
  return true
}

function paragraphAt(state: EditorState): number | null {
  const { $from } = state.selection
  const name = $from.parent.type.name
  return name === 'paragraph' || name === 'heading' ? $from.before() : null
}

/** Asks for the due date of the TODO of the caret. */
export const openDue: Command = (state, dispatch) => {
  const placed = readingAt(state, state.selection.head)
  if (placed?.reading.kind !== 'todo') return false
  dispatch?.(openFloat(state.tr, { kind: 'due', at: placed.at }))
  return true
}
