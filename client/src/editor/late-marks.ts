import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'

/** What code draws over the text that is fetched when the page has nothing else to do. */
export interface LateMarks {
  /** it follows the text until that code draws anew */
  drawn: DecorationSet
  /** what that code does with a key; true where it is done with it */
  press?: (view: EditorView, event: KeyboardEvent) => boolean
}

/** What others changed while this person was away. */
export const changesKey = new PluginKey<LateMarks | null>('changes')
/** The lines that offer a TODO. */
export const offersKey = new PluginKey<LateMarks | null>('offers')

/** Has room for what is drawn by code that comes late, nothing of it in the document. */
export const RoomForMarks = Extension.create({
  name: 'lateMarks',
  addProseMirrorPlugins: () => [changesKey, offersKey].map(roomFor),
})

function roomFor(key: PluginKey<LateMarks | null>): Plugin<LateMarks | null> {
  return new Plugin<LateMarks | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, marks) =>
        tr.getMeta(key) ?? (marks && tr.docChanged ? { ...marks, drawn: marks.drawn.map(tr.mapping, tr.doc) } : marks),
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
      handleKeyDown: (view, event) => key.getState(view.state)?.press?.(view, event) ?? false,
    },
  })
}

/** Draws marks in place of those that are drawn under the key. */
export function drawLate(view: EditorView, key: PluginKey<LateMarks | null>, marks: LateMarks): void {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
