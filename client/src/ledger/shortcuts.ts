import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'

/** The keys of the lists over all meetings, for people. */
export const ledgerShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'In the lists',
    rows: [
      [['/'], 'Search'],
      [['J', 'K'], 'Next and previous'],
      [['X'], 'Tick'],
      [['Enter'], 'Show it in its note'],
      [['1', '2'], 'TODOs, decisions'],
    ],
  },
]
