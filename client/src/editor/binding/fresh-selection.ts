import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/**
 * Learns of a moved caret at once. A browser tells of it with the next frame only: until then a key such as Enter would
 * act where the caret was, and an edit of somebody else would put it back there. In a busy note that is many a click.
 */
export const FreshSelection = Extension.create<{ doc: Y.Doc }, { depth: number }>({
  name: 'freshSelection',
  priority: 3000, // before the binding, which notes the selection at the start of every transaction
  addStorage: () => ({ depth: 0 }),
  dispatchTransaction({ transaction, next }) {
    this.storage.depth += 1
    try {
      next(transaction)
    } finally {
      this.storage.depth -= 1
    }
  },
  addProseMirrorPlugins() {
    const { doc } = this.options
    const { storage } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view) => {
              readSelection(view)
              return false
            },
          },
        },
        view: (view) => {
          const beforeEdit = () => {
            forgetUndone(view)
            if (storage.depth === 0) readSelection(view)
          }
          doc.on('beforeAllTransactions', beforeEdit)
          return { destroy: () => doc.off('beforeAllTransactions', beforeEdit) }
        },
      }),
    ]
  },
})

/**
 * An undo leaves the selection of its step behind it, which the binding would take for the one before the next edit: its
 * positions are of another document, and may be beyond the end of this one. [E205]
 */
function forgetUndone({ state }: EditorView): void {
  const { binding }: { binding?: { beforeTransactionSelection: unknown } } = ySyncPluginKey.getState(state) ?? {}
  if (binding) binding.beforeTransactionSelection = null
}

/**
 * Has ProseMirror read the selection now, by the event that it waits for. To be called before every transaction that no
 * act of this person is the cause of: it draws anew, with the caret where ProseMirror knows it.
 */
export function readSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
