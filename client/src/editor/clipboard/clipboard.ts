import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { clipboardSerializer, sliceToMarkdown } from './copy.ts'
import { literalSlice, markdownSlice, saysMore, tidyHtml, withoutIds } from './paste.ts'

/** Copying gives Markdown and HTML; pasting reads both. With Shift, what is pasted is text and nothing else. */
export const Clipboard = Extension.create({
  name: 'clipboard',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          clipboardTextSerializer: sliceToMarkdown,
          clipboardSerializer: clipboardSerializer(schema),
          clipboardTextParser: (text, _context, isLiteral) =>
            isLiteral ? literalSlice(schema, text) : markdownSlice(schema, text),
          transformPastedHTML: tidyHtml,
          transformPasted: (slice, view) => (view.dragging ? slice : withoutIds(slice)),
          handlePaste(view, event) {
            const html = event.clipboardData?.getData('text/html') ?? ''
            const text = event.clipboardData?.getData('text/plain') ?? ''
            if (html === '' || text === '' || saysMore(html)) return false
            return view.pasteText(text, event)
          },
        },
      }),
    ]
  },
})
