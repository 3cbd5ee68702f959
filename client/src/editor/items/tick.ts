import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { positionAt } from '../document.ts'
import { readingAt } from './items.ts'
import type { PlacedReading } from './reading-state.ts'

/** Ticks the TODO or the boxed item of the caret, or opens it again. */
export function tickAt(now: () => string, position?: number): Command {
  return (state, dispatch) => {
    const tr = toggle(state, position ?? state.selection.head, now())
    if (!tr) return false
    dispatch?.(tr)
    return true
  }
}

function toggle(state: EditorState, position: number, at: string): Transaction | null {
  const placed = readingAt(state, position)
  if (placed?.reading.kind === 'todo') return toggleTodo(state, placed, at)
  const box = boxAround(state, position)
  return box && state.tr.setNodeAttribute(box.position, 'checked', box.node.attrs['checked'] !== true)
}

function toggleTodo(state: EditorState, { reading, at }: PlacedReading, now: string): Transaction | null {
  if (!reading.box) return state.tr.setNodeAttribute(at, 'done', reading.done ? null : now)
  const box = positionAt(state.doc, reading.box)
  return box === null ? null : state.tr.setNodeAttribute(box, 'checked', !reading.done)
}

function boxAround(state: EditorState, position: number): { node: Node; position: number } | null {
  const $position = state.doc.resolve(position)
  for (let depth = $position.depth; depth > 0; depth--) {
    const node = $position.node(depth)
    if (node.type.name === 'listItem' && node.attrs['checked'] !== null)
      return { node, position: $position.before(depth) }
  }
  return null
}
