import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { clipboardSerializer } from './copy.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { literalSlice, saysMore, withoutIds } from './paste.ts'
import { leaveEmptyItem } from './leave-item.ts'
import { LateMarkdown, type OnHeader } from './late-markdown.ts'
import { closeStep } from './step.ts'
import { tidyHtml } from './tidy.ts'

const pasted = new PluginKey<boolean>('pasted')

/** What other plugins add to a paste, such as the names of its items, belongs to it. */
const isAfterPaste = (tr: Transaction) => tr.getMeta('appendedTransaction') !== undefined

/** Copying gives Markdown and HTML; pasting reads both. With Shift, what is pasted is text and nothing else. */
export const Clipboard = Extension.create<{ onHeader: OnHeader }>({
  name: 'clipboard',
  addOptions: () => ({ onHeader: () => {} }),
  addProseMirrorPlugins() {
    const { schema } = this.editor
    const markdown = new LateMarkdown(this.options.onHeader)
    let isTextOfHtml = false
    return [
      new Plugin<boolean>({
        key: pasted,
        // whether the last change of the document is a paste
        state: {
          init: () => false,
          apply: (tr, was) => (tr.docChanged ? tr.getMeta('paste') === true || (was && isAfterPaste(tr)) : was),
        },
        view: () => ({
          destroy: whenIdle(() => void markdown.load().catch(() => undefined)), // what is pasted tries again
          update(view, before) {
            if (view.state.doc !== before.doc && pasted.getState(view.state)) closeStep(view.state)
          },
        }),
        props: {
          clipboardTextSerializer: (slice) => markdown.write(slice),
          clipboardSerializer: clipboardSerializer(schema),
          clipboardTextParser: (text, _context, isLiteral, view) =>
            isLiteral && !isTextOfHtml ? literalSlice(schema, text) : markdown.read(view, text),
          transformPastedHTML: tidyHtml,
          transformPasted: (slice, view) => (view.dragging ? slice : withoutIds(slice)),
          handlePaste(view, event, slice) {
            closeStep(view.state)
            if (markdown.takeEarly(view)) return true
            const html = event.clipboardData?.getData('text/html') ?? ''
            const text = event.clipboardData?.getData('text/plain') ?? ''
            leaveEmptyItem(view, slice)
            if (html === '' || text === '' || saysMore(html)) return false
            isTextOfHtml = true
            try {
              return view.pasteText(text)
            } finally {
              isTextOfHtml = false
            }
          },
        },
      }),
    ]
  },
})
