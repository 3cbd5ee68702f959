import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Uploads } from './uploads.ts'

/** Where an image comes. It is drawn, and never in the document. */
interface Place {
  id: number
  position: number
  element: HTMLElement
}

interface Places {
  uploads: Uploads
  /** in the order in which the images were given */
  places: readonly Place[]
}

type Change = { add: readonly Place[] } | { remove: number }

const key = new PluginKey<Places>('imagePlaces')

export function addPlaces(tr: Transaction, places: readonly Place[]): Transaction {
  return tr.setMeta(key, { add: places } satisfies Change).setMeta('addToHistory', false)
}

/** Takes a place away; what `tr` inserts there is the image. */
export function removePlace(tr: Transaction, id: number): Transaction {
  return tr.setMeta(key, { remove: id } satisfies Change)
}

/** Where an image comes now; null where its place was taken away. */
export function placeOf(state: EditorState, id: number): number | null {
  return key.getState(state)?.places.find((place) => place.id === id)?.position ?? null
}

/** What adds images to the note of an editor. */
export function uploadsOf(state: EditorState): Uploads | null {
  return key.getState(state)?.uploads ?? null
}

/** Keeps the places of images through everybody's edits. A place whose text is deleted is where that was. */
export function imagePlaces(uploads: Uploads): Plugin<Places> {
  return new Plugin<Places>({
    key,
    state: {
      init: () => ({ uploads, places: [] }),
      apply(tr, before) {
        const change: Change | undefined = tr.getMeta(key)
        if (!tr.docChanged && !change) return before
        return { uploads, places: moved(before.places, tr, change) }
      },
    },
    props: {
      decorations: (state) =>
        DecorationSet.create(
          state.doc,
          (key.getState(state)?.places ?? []).map(({ id, position, element }) =>
            // what is typed behind an image that comes stands behind it
            Decoration.widget(position, element, { key: `image ${id}`, side: -1, ignoreSelection: true, stopEvent }),
          ),
        ),
    },
    view: (view) => ({ destroy: uploads.attach(view) }),
  })
}

const stopEvent = () => true

/** What comes behind an image that is there now, was given after it. */
function moved(places: readonly Place[], tr: Transaction, change: Change | undefined): Place[] {
  const gone = change && 'remove' in change ? places.findIndex(({ id }) => id === change.remove) : -1
  const here = places.flatMap((place, index) => {
    if (index === gone) return []
    return [{ ...place, position: tr.mapping.map(place.position, gone >= 0 && index > gone ? 1 : -1) }]
  })
  return change && 'add' in change ? [...here, ...change.add] : here
}
