import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'

/** The keys of the page of people, for people. */
export const peopleShortcuts: readonly ShortcutGroup[] = [
  {
    title: 'In the list',
    rows: [
      [['/'], 'Search'],
      [['J', 'K'], 'Next and previous'],
      [['Enter'], 'All that is known of somebody'],
    ],
  },
]
