import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'

/** The keys of the list of notes, for people. */
export const homeShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'In the list',
    rows: [
      [['/'], 'Search'],
      [['Shift+N'], 'Next meeting after the note'],
      [['J', 'K'], 'Next and previous note'],
      [['Enter'], 'Open the note'],
      [['Mod+V'], 'Make a note of copied Markdown'],
    ],
  },
]
