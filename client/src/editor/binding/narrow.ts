import { Extension } from '@tiptap/core'
import { Slice, type Node } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { differences } from './differences.ts'

/**
 * Makes what others write small. The binding replaces the whole document for each of their edits; then no position
 * could be mapped through it (an open menu, what is drawn), and no unchanged node would be known again. Here the same
 * edit is made as a replacement of what differs, and unchanged nodes stay the same objects.
 */
export const NarrowRemoteEdits = Extension.create({
  name: 'narrowRemoteEdits',
  priority: 2000,
  dispatchTransaction({ transaction, next }) {
    next(narrowed(this.editor.state, transaction))
  },
})

/** The transaction made small where it is the binding's and can be, else itself. */
function narrowed(state: EditorState, wide: Transaction): Transaction {
  const meta: { isChangeOrigin?: boolean } | undefined = wide.getMeta(ySyncPluginKey)
  if (!meta?.isChangeOrigin || wide.before !== state.doc || wide.steps.length !== 1) return wide
  const tr = state.tr
  for (const { from, to, content } of differences(wide.before, wide.doc).toReversed()) {
    tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)))
  }
  if (!tr.doc.eq(wide.doc)) return wide
  adoptNodes(state, wide.doc, tr.doc)
  tr.setSelection(Selection.fromJSON(tr.doc, wide.selection.toJSON()))
  tr.setMeta(ySyncPluginKey, meta).setMeta('addToHistory', false)
  return wide.scrolledIntoView ? tr.scrollIntoView() : tr
}

/** Tells the binding which objects the nodes of its document became, so that it knows what does not change next. */
function adoptNodes(state: EditorState, made: Node, shown: Node): void {
  const binding: { mapping: Map<Y.AbstractType<unknown>, Node | Node[]> } | undefined =
    ySyncPluginKey.getState(state)?.binding
  if (!binding) return
  const became = new Map<Node, Node>()
  pair(made, shown, became)
  for (const [type, node] of binding.mapping) {
    binding.mapping.set(
      type,
      Array.isArray(node) ? node.map((part) => became.get(part) ?? part) : (became.get(node) ?? node),
    )
  }
}

function pair(made: Node, shown: Node, became: Map<Node, Node>): void {
  became.set(made, shown)
  for (let index = 0; index < made.childCount; index++) pair(made.child(index), shown.child(index), became)
}
