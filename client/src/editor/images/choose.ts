import type { Command } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { selectedImage } from './images.ts'
import { uploadsOf } from './places.ts'

/** Lets a person choose images; on a phone, take one. They go to the caret as it is then. */
export const insertImages: Command = (_state, _dispatch, view) => {
  if (view) choose(true, (files) => uploadsOf(view.state)?.add(files, view.state.selection.to))
  return true
}

/** Lets a person choose another image for the one that is selected. */
export function replaceImage(view: EditorView): void {
  choose(false, (files) => {
    const selected = selectedImage(view.state)
    if (!selected) return
    const { node, at } = selected
    uploadsOf(view.state)?.add(files, at + node.nodeSize, String(node.attrs['src']))
  })
}

function choose(isMultiple: boolean, take: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = isMultiple
  input.hidden = true
  input.addEventListener('change', () => {
    take([...(input.files ?? [])])
    input.remove()
  })
  input.addEventListener('cancel', () => input.remove())
  document.body.append(input) // some browsers forget one that is nowhere
  input.click()
}
