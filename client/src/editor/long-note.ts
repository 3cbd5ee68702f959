import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** A note of more blocks than this is laid out where somebody looks, and estimated elsewhere. */
const manyBlocks = 400

/** Marks long notes for the style sheet. */
export const LongNote = Extension.create({
  name: 'longNote',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        attributes: ({ doc }): Record<string, string> => (doc.childCount > manyBlocks ? { class: 'long' } : {}),
      },
    }),
  ],
})
