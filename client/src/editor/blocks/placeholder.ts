import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const words = 'Write, or type / for a menu'

/** Says what can be done in a note that holds nothing yet. */
export const Placeholder = Extension.create({
  name: 'placeholder',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc }) {
          const only = doc.childCount === 1 ? doc.firstChild : null
          if (only?.type.name !== 'paragraph' || only.content.size > 0) return null
          const attributes = { class: 'vacant', 'data-placeholder': words }
          return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, attributes)])
        },
      },
    }),
  ],
})
