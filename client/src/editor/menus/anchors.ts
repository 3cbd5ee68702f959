import type { VirtualElement } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'

/** A position of the text as a place for floating things. */
export function positionAnchor(editor: Editor, position: number): VirtualElement {
  return virtual(editor, () => {
    const { left, top, bottom } = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size))
    return new DOMRect(left, top, 0, bottom - top)
  })
}

/** The first line of what is selected, as a place for floating things. */
export function selectionAnchor(editor: Editor): VirtualElement {
  return virtual(editor, () => {
    const { from, to } = editor.state.selection
    const start = editor.view.coordsAtPos(from, 1)
    const end = editor.view.coordsAtPos(to, -1)
    const isOneLine = Math.abs(start.top - end.top) < (start.bottom - start.top) / 2
    return new DOMRect(start.left, start.top, isOneLine ? end.left - start.left : 0, start.bottom - start.top)
  })
}

/** What is drawn of an item (a chip, a pill), else its line, as a place for floating things. */
export function drawnAnchor(editor: Editor, at: number, selector: string, index: number): VirtualElement {
  return virtual(editor, () => {
    const line = editor.view.nodeDOM(at)
    if (!(line instanceof HTMLElement)) return new DOMRect()
    return (line.querySelectorAll(selector)[index] ?? line).getBoundingClientRect()
  })
}

/** The image that is selected, as far as it is in sight, as a place for floating things. */
export function imageAnchor(editor: Editor): VirtualElement {
  const roomBelow = 60
  return virtual(editor, () => {
    const image = editor.view.nodeDOM(editor.state.selection.from)
    if (!(image instanceof HTMLElement)) return new DOMRect()
    const { left, top, bottom, width } = image.getBoundingClientRect()
    const end = Math.max(top, Math.min(bottom, innerHeight - roomBelow))
    return new DOMRect(left, top, width, end - top)
  })
}

function virtual(editor: Editor, getBoundingClientRect: () => DOMRect): VirtualElement {
  return { contextElement: editor.view.dom, getBoundingClientRect }
}
