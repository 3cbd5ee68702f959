import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { itemDepth, liftItem } from '../blocks/lists.ts'

/** An empty item gives way to what begins with a heading: that is a part of a note, and no item of a list. [E238] */
export function leaveEmptyItem(view: EditorView, { content }: Slice): void {
  if (content.childCount === 1 || content.firstChild?.type.name !== 'heading') return // one may be words of a heading
  while (isInEmptyItem(view) && liftItem(view.state, (tr) => view.dispatch(tr))) continue
}

function isInEmptyItem({ state }: EditorView): boolean {
  const { $from, empty } = state.selection
  const depth = itemDepth($from)
  return empty && depth > 0 && $from.parent.content.size === 0 && $from.node(depth).childCount === 1
}
