import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Plugin, type Command } from '@tiptap/pm/state'
import { openFloat } from './floats.ts'
import { linkAt } from './marks/links.ts'

/** Asks for the address of the selection, or of the link that the caret is in. */
export const askForLink: Command = (state, dispatch) => {
  const { selection } = state
  if (!selection.$from.sameParent(selection.$to) || selection.$from.parent.type.spec.code) return false
  const link = linkAt(selection.$from)
  const { from, to } = selection.empty && link ? link : selection
  dispatch?.(openFloat(state.tr, { kind: 'link', from, to, isNew: true }))
  return true
}

/** Mod+K, and the window that shows the address of a link which is pressed. */
export const LinkKeys = Extension.create({
  name: 'linkKeys',
  addProseMirrorPlugins: () => [
    keymap({ 'Mod-k': askForLink }),
    new Plugin({
      props: {
        handleClick(view, position, event) {
          const isLink = event.target instanceof Element && event.target.closest('a') !== null
          const link = isLink && !event.metaKey && !event.ctrlKey ? linkAt(view.state.doc.resolve(position)) : null
          if (!link) return false
          view.dispatch(openFloat(view.state.tr, { kind: 'link', from: link.from, to: link.to, isNew: false }))
          return false
        },
      },
    }),
  ],
})
