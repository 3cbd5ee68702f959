import { ShortcutsDialog } from '../ui/ShortcutsDialog.tsx'
import { noteShortcuts } from './shortcuts.ts'

/** The keys of a note. */
export function NoteShortcuts({ onClose }: { onClose: () => void }) {
  return <ShortcutsDialog groups={noteShortcuts} onClose={onClose} />
}
