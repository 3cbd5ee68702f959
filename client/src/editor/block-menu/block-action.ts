import type { EditorView } from '@tiptap/pm/view'
import type { IconName } from '../../ui/icon-shapes.tsx'

/** Something that the menu of a block offers because of what its line says. */
export interface BlockAction {
  label: string
  icon: IconName
  /** such as `Mod+Enter` */
  keys?: string
  run: (view: EditorView) => void
}
