import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Of a note of more blocks than this each block is laid out by itself, so that a letter lays out one of them. */
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
