import { Extension } from '@tiptap/core'
import { Slice, type Node } from '@tiptap/pm/model'
import { Plugin, Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
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
    next(narrowed(this.editor.view, transaction))
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        const binding = bindingOf(state)
        // it would lay out the page for every letter of somebody else
        if (binding) binding._isLocalCursorInView = () => false
        return {}
      },
    }),
  ],
})

interface Binding {
  mapping: Map<Y.AbstractType<unknown>, Node | Node[]>
  /** says whether to scroll to the caret after an edit of somebody else */
  _isLocalCursorInView: () => boolean
}

function bindingOf(state: EditorState): Binding | undefined {
  return ySyncPluginKey.getState(state)?.binding
}

/** The transaction made small where it is the binding's and can be, else itself. */
function narrowed(view: EditorView, wide: Transaction): Transaction {
  const { state } = view
  const meta: { isChangeOrigin?: boolean } | undefined = wide.getMeta(ySyncPluginKey)
  if (!meta?.isChangeOrigin || wide.before !== state.doc || wide.steps.length !== 1) return wide
  const tr = state.tr
  const found = differences(wide.before, wide.doc)
  const isInSight = found.some(({ from }) => pushesCaret(state, from)) && isCaretInSight(view)
  for (const { from, to, content } of found.toReversed()) {
    tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)))
  }
  if (!tr.doc.eq(wide.doc)) return wide
  adoptNodes(state, wide.doc, tr.doc)
  tr.setSelection(Selection.fromJSON(tr.doc, wide.selection.toJSON()))
  tr.setMeta(ySyncPluginKey, meta).setMeta('addToHistory', false)
  return isInSight ? tr.scrollIntoView() : tr
}

/** Whether a change at a position is one of blocks above the caret: the browser holds what is at the top in its place. */
function pushesCaret({ doc, selection }: EditorState, from: number): boolean {
  return from < selection.head && !doc.resolve(from).parent.inlineContent
}

function isCaretInSight(view: EditorView): boolean {
  const sheet = view.hasFocus() && view.dom.closest('.sheet')?.getBoundingClientRect()
  if (!sheet) return false
  const { top, bottom } = view.coordsAtPos(view.state.selection.head)
  return top >= sheet.top && bottom <= sheet.bottom
}

/** Tells the binding which objects the nodes of its document became, so that it knows what does not change next. */
function adoptNodes(state: EditorState, made: Node, shown: Node): void {
  const binding = bindingOf(state)
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
