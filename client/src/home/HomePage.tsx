import { useCallback, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Dock } from '../navigation/Dock.tsx'
import { Sidebar } from '../navigation/Sidebar.tsx'
import { useOpenTodos } from '../navigation/use-open-todos.ts'
import { PersonDialog } from '../person/PersonDialog.tsx'
import { useIdentity } from '../person/use-identity.ts'
import { Icon } from '../ui/Icon.tsx'
import { PreferencesDialog } from '../ui/PreferencesDialog.tsx'
import { focusNextRegion } from '../ui/regions.ts'
import { optionsOf, linesOf } from '../search/options.ts'
import { Count, Results } from '../search/Results.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { useOptions } from '../search/use-options.ts'
import { useSearch } from '../search/use-search.ts'
import { ShortcutsDialog } from '../ui/ShortcutsDialog.tsx'
import { useDrawerFocus } from '../ui/use-drawer-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { CutOff } from './CutOff.tsx'
import { DropArea } from './DropArea.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { moveToRow, noteOfRow } from './move.ts'
import { NextMeeting } from '../next/NextMeeting.tsx'
import { NewNote } from './NewNote.tsx'
import { NotesView } from './NotesView.tsx'
import { homeShortcuts } from './shortcuts.ts'
import { useDrop } from './use-drop.ts'
import { useImport } from './use-import.ts'
import { useNotes, useTeams } from './use-notes.ts'
import { usePaste } from './use-paste.ts'
import './home.css'

const resultsId = 'search-results'
const nothing = () => undefined

type Open = 'new' | 'person' | 'preferences' | 'shortcuts' | 'menu' | null

/** All notes: search, teams, a new note, import. */
export function HomePage() {
  useTitle('Notes')
  const [search, setSearch] = useSearchParams()
  const query = search.get('query') ?? ''
  const team = search.get('team') ?? ''
  const [open, setOpen] = useState<Open>(search.has('new') ? 'new' : null)
  const [nextAfter, setNextAfter] = useState<string | null>(null)
  const [identity, setIdentity] = useIdentity()
  const field = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const importing = useImport()
  const teams = useTeams()
  const openTodos = useOpenTodos()
  const { notes, isCutOff, tryAgain } = useNotes('', team)
  const found = useSearch(query, team)
  const isSearching = query.trim() !== ''
  const lines = useMemo(() => linesOf(found.found?.hits ?? [], resultsId), [found.found])
  const options = useMemo(() => optionsOf(lines), [lines])
  const { active, onMove } = useOptions(options, found.found?.query ?? '', nothing)
  const isEmpty = notes?.length === 0 && !isSearching && team === '' // then the list itself offers both
  const close = useCallback(() => {
    setOpen(null)
    if (search.has('new')) setSearch({}, { replace: true })
  }, [search, setSearch])
  const choose = () => chooser.current?.click()

  const setQuery = useCallback(
    (next: string) => {
      setSearch(
        (before) => {
          const params = new URLSearchParams(before)
          if (next === '') params.delete('query')
          else params.set('query', next)
          return params
        },
        { replace: true },
      )
    },
    [setSearch],
  )
  useDrawerFocus(open === 'menu' ? 'main-navigation' : null)
  const addFiles = useCallback((files: File[]) => void importing.addFiles(files), [importing])
  const addText = useCallback((text: string) => void importing.addText(text), [importing])
  const held = useDrop(addFiles)
  usePaste(addText, addFiles)
  useKeys({
    '/': () => field.current?.focus(),
    n: () => setOpen('new'),
    N: () => setNextAfter(noteOfRow(list.current)),
    j: () => moveToRow(list.current, 1),
    k: () => moveToRow(list.current, -1),
    '?': () => setOpen('shortcuts'),
    'Mod+/': () => setOpen('shortcuts'),
    'Mod+,': () => setOpen('preferences'),
    F6: (event) => focusNextRegion(event.shiftKey ? -1 : 1),
    Escape: close,
  })

  return (
    <>
      <a className="btn primary skip" href="#notes">
        Skip to the notes
      </a>
      <div className="app">
        <Sidebar
          page="notes"
          openTodos={openTodos}
          teams={teams}
          team={team}
          identity={identity}
          isOpen={open === 'menu'}
          onPerson={() => setOpen('person')}
          onPreferences={() => setOpen('preferences')}
          onShortcuts={() => setOpen('shortcuts')}
        />
        {open === 'menu' && <button type="button" className="drawer-scrim" aria-label="Close" onClick={close} />}
        <main className="sheet" id="notes" tabIndex={-1} inert={open === 'menu'}>
          {isCutOff && notes && !isSearching && <CutOff onRetry={tryAgain} />}
          <div className="page" ref={list}>
            <header>
              <h1>{team === '' ? 'Notes' : team}</h1>
              <SearchBox
                label="Search notes"
                field={field}
                query={query}
                onSearch={setQuery}
                listId={resultsId}
                active={active}
                onMove={onMove}
                hint="/"
              />
              <Count search={found} />
              {!isEmpty && (
                <>
                  <button type="button" className="btn" onClick={choose}>
                    <Icon name="upload" />
                    Import
                  </button>
                  <button type="button" className="btn primary" onClick={() => setOpen('new')}>
                    <Icon name="plus" />
                    New note
                  </button>
                </>
              )}
            </header>
            <input
              ref={chooser}
              className="sr"
              type="file"
              multiple
              tabIndex={-1}
              aria-label="Markdown files"
              accept=".md,.markdown,.mdown,.mkd,.txt,text/markdown,text/plain"
              onChange={(event) => {
                addFiles([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
            {isSearching ? (
              <Results
                listId={resultsId}
                search={found}
                lines={lines}
                active={active}
                onOpen={nothing}
                onClear={() => {
                  setQuery('')
                  field.current?.focus()
                }}
              />
            ) : (
              <NotesView team={team} onNew={() => setOpen('new')} onImport={choose} onNext={setNextAfter} />
            )}
            <DropArea held={held} progress={importing.progress} onChoose={choose} />
          </div>
        </main>
        <Dock page="notes" isOpen={open === 'menu'} onNew={() => setOpen('new')} onMenu={() => setOpen('menu')} />
      </div>
      {open === 'new' && <NewNote last={notes?.[0] ?? null} onNext={setNextAfter} onClose={close} />}
      {nextAfter !== null && <NextMeeting key={nextAfter} noteId={nextAfter} onClose={() => setNextAfter(null)} />}
      {open === 'shortcuts' && <ShortcutsDialog groups={homeShortcuts} onClose={close} />}
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
      {importing.outcomes && (
        <ImportDialog outcomes={importing.outcomes} onUndo={() => void importing.undo()} onClose={importing.dismiss} />
      )}
    </>
  )
}
