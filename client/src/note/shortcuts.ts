import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'

/** The keys of a note, for people. */
export const noteShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'In the text',
    rows: [
      [['/'], 'Insert'],
      [['@'], 'Name someone'],
      [[':'], 'Emoji'],
      [['[ ]', 'Space'], 'TODO'],
      [['=>', 'Space'], 'Decision'],
      [['AJ:', 'Space'], 'Speaker'],
      [['Mod+Enter'], 'Tick; on the agenda, go on; make a promise a TODO'],
      [['Mod+Alt+Enter'], 'Start the item of the agenda'],
      [['Alt+↑', 'Alt+↓'], 'Move the block'],
      [['Mod+D'], 'Duplicate the block'],
      [['Mod+Shift+Enter'], 'What can be done with the block'],
      [['Mod+B', 'Mod+I', 'Mod+E', 'Mod+K'], 'Bold, italic, code, link'],
    ],
  },
  {
    title: 'In the note',
    rows: [
      [['Mod+F'], 'Find and replace'],
      [['F3', 'Mod+G'], 'Next match, with Shift the one before'],
      [['Mod+Shift+F'], 'Search all notes'],
      [['Mod+S'], 'Download .md'],
      [['Mod+P'], 'Print'],
      [['Mod+\\'], 'Outline'],
      [['Mod+Shift+\\'], 'Panel'],
      [['F6'], 'Bar, outline, note, panel'],
      [['Mod+,'], 'Preferences'],
      [['F8'], 'Next change while you were away'],
      [['?', 'Mod+/'], 'This list'],
      [['Esc'], 'Close the nearest thing'],
    ],
  },
]
