import { useState, type ReactNode, type Ref } from 'react'
import { useLocation } from 'wouter'
import { useIdentity } from '../person/use-identity.ts'
import { latePart } from '../ui/late-component.tsx'
import { focusNextRegion } from '../ui/regions.ts'
import type { ShortcutGroup } from '../ui/ShortcutsDialog.tsx'
import { useDrawerFocus } from '../ui/use-drawer-focus.ts'
import { useKeys, type KeyMap } from '../ui/use-keys.ts'
import { Dock } from './Dock.tsx'
import { Sidebar, type MainPage } from './Sidebar.tsx'
import { everywhereShortcuts } from './shortcuts.ts'
import { useOpenTodos } from './use-open-todos.ts'

const PersonDialog = latePart(async () => (await import('../person/PersonDialog.tsx')).PersonDialog)
const PreferencesDialog = latePart(async () => (await import('../ui/PreferencesDialog.tsx')).PreferencesDialog)
const ShortcutsDialog = latePart(async () => (await import('../ui/ShortcutsDialog.tsx')).ShortcutsDialog)

type Open = 'person' | 'preferences' | 'shortcuts' | 'menu' | null

interface FrameProps {
  page: MainPage
  /** the id of the sheet, and what it holds: "the notes" */
  id: string
  what: string
  teams: readonly string[]
  /** the team that the page is narrowed to, '' for all */
  team: string
  shortcuts: readonly ShortcutGroup[]
  /** what keys do on this page; those that do the same on all pages are left out */
  keys: KeyMap
  /** makes a note; absent: on the page of notes */
  onNew?: () => void
  /** closes what lies over the page where the frame has nothing open */
  onEscape?: () => void
  sheet?: Ref<HTMLElement>
  /** above all of the page */
  banner?: ReactNode
  children: ReactNode
}

/** What is around the pages over all notes: the ways to the others, the dialogs and keys that all of them have. */
export function Frame(props: FrameProps) {
  const { page, id, what, teams, team, shortcuts, keys, onEscape, sheet, banner, children } = props
  const [open, setOpen] = useState<Open>(null)
  const [identity, setIdentity] = useIdentity()
  const [, navigate] = useLocation()
  const openTodos = useOpenTodos()
  const newNote = props.onNew ?? (() => navigate('/?new=1'))
  const close = () => setOpen(null)
  const isMenuOpen = open === 'menu'
  useDrawerFocus(isMenuOpen ? 'main-navigation' : null)
  useKeys({
    n: newNote,
    '?': () => setOpen('shortcuts'),
    'Mod+/': () => setOpen('shortcuts'),
    'Mod+,': () => setOpen('preferences'),
    F6: (event) => focusNextRegion(event.shiftKey ? -1 : 1),
    Escape: () => (open === null ? onEscape?.() : close()),
    ...keys,
  })
  return (
    <>
      <a className="btn primary skip" href={`#${id}`}>
        Skip to {what}
      </a>
      <div className="app">
        <Sidebar
          page={page}
          openTodos={openTodos}
          teams={teams}
          team={team}
          identity={identity}
          isOpen={isMenuOpen}
          onPerson={() => setOpen('person')}
          onPreferences={() => setOpen('preferences')}
          onShortcuts={() => setOpen('shortcuts')}
        />
        {isMenuOpen && <button type="button" className="drawer-scrim" aria-label="Close" onClick={close} />}
        <main className="sheet" id={id} tabIndex={-1} ref={sheet} inert={isMenuOpen}>
          {banner}
          {children}
        </main>
        <Dock page={page} isOpen={isMenuOpen} onNew={newNote} onMenu={() => setOpen('menu')} />
      </div>
      {open === 'shortcuts' && <ShortcutsDialog groups={[...shortcuts, everywhereShortcuts]} onClose={close} />}
      {open === 'preferences' && <PreferencesDialog onClose={close} onPerson={() => setOpen('person')} />}
      {open === 'person' && (
        <PersonDialog
          identity={identity}
          taken={new Set()}
          onSave={(chosen) => {
            setIdentity(chosen)
            close()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
