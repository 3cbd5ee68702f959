import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Command, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { itemsOf } from './items.ts'

const words = 'What is decided'

/** The paragraph of the caret where it says `Decision:` and no more; above a list that says what the list is. */
function emptyDecision(state: EditorState): { at: number; node: Node } | null {
  const { $from, empty } = state.selection
  const { parent: node, depth } = $from
  if (!empty || depth === 0 || node.type.name !== 'paragraph' || !/^decision:\s?$/i.test(node.textContent)) return null
  const below = $from.node(depth - 1).maybeChild($from.index(depth - 1) + 1)
  return below?.type.name.endsWith('List') === true ? null : { at: $from.before(), node }
}

function placeholder(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'to-write'
  element.contentEditable = 'false'
  element.textContent = words
  return element
}

/** Backspace takes the hidden words away at once. */
const dropMarker: Command = (state, dispatch) => {
  const found = emptyDecision(state)
  if (!found) return false
  dispatch?.(state.tr.delete(found.at + 1, found.at + found.node.nodeSize - 1))
  return true
}

/** Draws a decision that has no words yet as what it is about to be, for whoever writes it. */
export const EmptyDecision = Extension.create({
  name: 'emptyDecision',
  priority: 120,
  addProseMirrorPlugins: () => [
    keymap({ Backspace: dropMarker }),
    new Plugin({
      props: {
        decorations(state) {
          const found = itemsOf(state).hasFocus ? emptyDecision(state) : null
          if (!found) return null
          const { at, node } = found
          const blank = /\s$/.test(node.textContent) ? 1 : 0
          return DecorationSet.create(state.doc, [
            Decoration.node(at, at + node.nodeSize, { class: 'decision unwritten' }),
            Decoration.widget(at + node.nodeSize - 1, placeholder, {
              side: 5,
              key: 'unwritten',
              ignoreSelection: true,
            }),
            Decoration.inline(at + 1, at + node.nodeSize - 1 - blank, { class: 'marker', style: '--width: 0rem' }),
          ])
        },
      },
    }),
  ],
})
