import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { redraw, type Drawing } from '../items/drawing.ts'
import { itemsOf } from '../items/items.ts'
import { pressContents } from './contents.ts'
import { extraDrawables, type Place } from './draw-extras.ts'
import { pressFormula } from './press-formula.ts'

/** What is drawn of extras, and for which place of the selection. */
export interface Extras extends Place {
  drawing: Drawing
}

const key = new PluginKey<Extras>('extras')

/**
 * What is drawn of the extras of a note.
 *
 * @throws if the editor was built without them
 */
export function extrasOf(state: EditorState): Extras {
  const extras = key.getState(state)
  if (!extras) throw new Error('this editor draws no extras')
  return extras
}

/**
 * Shows what HackMD and GitHub notes hold beyond Markdown: highlights, formulas, containers, a table of contents,
 * shortcodes, definitions, diagrams. All of it stays the text that it is: nothing here changes the document.
 */
export const ExtraLooks = Extension.create({
  name: 'extras',
  addProseMirrorPlugins: () => [
    new Plugin<Extras>({
      key,
      state: {
        init: (_config, state) => {
          const place: Place = { ends: [], outline: itemsOf(state).outline }
          return { ...place, drawing: redraw(null, extraDrawables(state.doc, place), state.doc, new Mapping()) }
        },
        apply(tr, extras, _before, state) {
          const place = placeIn(state)
          if (!tr.docChanged && extras.ends.join() === place.ends.join()) return extras
          return { ...place, drawing: redraw(extras.drawing, extraDrawables(tr.doc, place), tr.doc, tr.mapping) }
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.drawing.set,
        handleDOMEvents: {
          mousedown: (view, event) => pressContents(view, event) || pressFormula(view, event),
          click: pressContents,
        },
      },
    }),
  ],
})

function placeIn(state: EditorState): Place {
  const { hasFocus, outline } = itemsOf(state)
  const { anchor, head } = state.selection
  return { ends: hasFocus ? [anchor, head] : [], outline }
}
