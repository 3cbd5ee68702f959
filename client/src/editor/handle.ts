import type { Editor } from '@tiptap/core'
import type { Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { positionAt } from './document.ts'
import { itemsOf } from './items/items.ts'

/** What the page can ask of the editor. */
export interface EditorHandle {
  /** puts the caret where it was, or at the start */
  focus(): void
  /** shows the block at `path` and puts the caret there; nothing happens where there is none */
  scrollTo(path: Path): void
  /** what the note's lines are, as of now */
  readings(): Reading[]
}

export function handleOf(editor: Editor): EditorHandle {
  return {
    focus: () => void editor.commands.focus(),
    scrollTo(path) {
      const position = positionAt(editor.state.doc, path)
      if (position === null) return
      const element = editor.view.nodeDOM(position)
      if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' })
      editor.commands.focus(position + 1, { scrollIntoView: false })
    },
    readings: () => itemsOf(editor.state).readings,
  }
}
