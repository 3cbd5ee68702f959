import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'

/** The keys that all pages over all notes have, for people. */
export const everywhereShortcuts: ShortcutGroup = {
  title: 'Everywhere',
  rows: [
    [['N'], 'New note'],
    [['Mod+,'], 'Preferences'],
    [['F6'], 'Next region'],
    [['?', 'Mod+/'], 'This list'],
    [['Esc'], 'Close the nearest thing'],
  ],
}
