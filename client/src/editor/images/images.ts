import { Extension, type AnyExtension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { addressIn, sourceOf } from './address.ts'
import { imagePlaces } from './places.ts'
import { Uploads, type ImageHost } from './uploads.ts'
import { ImageView } from './view.ts'

/** The image that is selected, and where it stands; null where something else is. */
export function selectedImage({ selection }: EditorState): { node: Node; at: number } | null {
  const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image'
  return isImage ? { node: selection.node, at: selection.from } : null
}

/** The caret goes behind the image that is selected. */
export const leaveImage: Command = (state, dispatch) => {
  const selected = selectedImage(state)
  if (!selected) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, selected.at + selected.node.nodeSize)))
  return true
}

/** The focus goes to the description of the image that is selected. */
const describeImage: Command = (state) => {
  if (!selectedImage(state)) return false
  document.querySelector<HTMLElement>('.image-bubble input')?.focus()
  return true
}

/** Adds images to the note, and shows those that it keeps. */
export const Images = Extension.create<{ host: ImageHost }>({
  name: 'images',
  priority: 300, // before Enter splits the paragraph
  addProseMirrorPlugins() {
    const { host } = this.options
    const own = (node: Node): Node => {
      if (node.type.name !== 'image') return node.isLeaf ? node : node.copy(ownIn(node.content))
      const src = addressIn(host.noteId, String(node.attrs['src']), location.origin)
      return node.type.create({ ...node.attrs, src }, null, node.marks)
    }
    const ownIn = (content: Fragment) => Fragment.fromArray(content.content.map(own))
    return [
      imagePlaces(new Uploads(host)),
      keymap({ Enter: describeImage }),
      new Plugin({
        props: {
          transformPasted: (slice) => new Slice(ownIn(slice.content), slice.openStart, slice.openEnd),
        },
      }),
    ]
  },
})

/** The image of the schema as an editor shows it, and as other programs get it: with a full address. [E170] */
export function shownImage(image: AnyExtension, { noteId }: ImageHost): AnyExtension {
  return image.extend({
    addNodeView:
      () =>
      ({ node }: { node: Node }) =>
        new ImageView(node, noteId),
    renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => {
      const src = sourceOf(String(HTMLAttributes['src']), noteId)
      return ['img', { ...HTMLAttributes, src: src.startsWith('/api/') ? `${location.origin}${src}` : src }]
    },
  })
}
