import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { nodeType } from '../node-types.ts'

/** An image as the document holds it. */
export interface ImageAttributes {
  src: string
  alt: string
}

/**
 * Puts an image at a position: among the words there, or below their block where that holds none, such as code. Beside
 * another image it goes on a line of its own. If `replaced` is the address of the image that ends there, it takes its place
 * and its description.
 */
export function putImage(
  state: EditorState,
  position: number,
  attributes: ImageAttributes,
  replaced: string | null,
): Transaction {
  const image = nodeType(state.schema, 'image')
  const $place = state.doc.resolve(Math.min(position, state.doc.content.size))
  const before = $place.nodeBefore
  if (replaced !== null && before?.type === image && before.attrs['src'] === replaced) {
    const start = $place.pos - before.nodeSize
    return state.tr.setNodeMarkup(start, null, { ...before.attrs, src: attributes.src, form: null, label: null })
  }
  const node = image.create(attributes)
  if (holdsImage($place, image)) {
    const gap = image.schema.text($place.parent.type.name === 'paragraph' ? '\n' : ' ')
    const isBeside = (beside: Node | null) => beside?.type === image
    return state.tr.insert($place.pos, [
      ...(isBeside(before) ? [gap] : []),
      node,
      ...(isBeside($place.nodeAfter) ? [gap] : []),
    ])
  }
  return state.tr.insert(below($place), nodeType(state.schema, 'paragraph').create(null, node))
}

function holdsImage($place: ResolvedPos, image: NodeType): boolean {
  const index = $place.index()
  return $place.parent.inlineContent && $place.parent.canReplaceWith(index, index, image)
}

/** The nearest position behind the block where a paragraph may stand. */
function below($place: ResolvedPos): number {
  const paragraph = nodeType($place.doc.type.schema, 'paragraph')
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const index = $place.indexAfter(depth - 1)
    if ($place.node(depth - 1).canReplaceWith(index, index, paragraph)) return $place.after(depth)
  }
  return $place.depth === 0 ? $place.pos : $place.doc.content.size
}
