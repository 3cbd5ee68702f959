import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const words = 'Write, or type / for a menu'

/** Whether a note holds nothing yet. */
export function isVacant({ childCount, firstChild: first }: Node): boolean {
  return childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0
}

/** Says what can be done in a note that holds nothing yet. */
export const Placeholder = Extension.create({
  name: 'placeholder',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc }) {
          if (!isVacant(doc)) return null
          const attributes = { class: 'vacant', 'data-placeholder': words }
          return DecorationSet.create(doc, [Decoration.node(0, doc.content.size, attributes)])
        },
      },
    }),
  ],
})
