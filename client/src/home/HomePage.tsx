import { useCallback, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Frame } from '../navigation/Frame.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Count, Results } from '../search/Results.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { useResults } from '../search/use-results.ts'
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
import { useLiveNotes, useNotes, useTeams } from './use-notes.ts'
import { usePaste } from './use-paste.ts'
import './home.css'

const resultsId = 'search-results'
const nothing = () => undefined

/** All notes: search, teams, a new note, import. */
export function HomePage() {
  useTitle('Notes')
  const [search, setSearch] = useSearchParams()
  const query = search.get('query') ?? ''
  const team = search.get('team') ?? ''
  const [isMaking, setMaking] = useState(search.has('new'))
  const [nextAfter, setNextAfter] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const importing = useImport()
  const teams = useTeams()
  useLiveNotes()
  const { notes, isCutOff, tryAgain } = useNotes('', team)
  const { search: found, lines, active, onMove } = useResults(query, team, resultsId, nothing)
  const isSearching = query.trim() !== ''
  const isEmpty = notes?.length === 0 && !isSearching && team === '' // then the list itself offers both
  const make = () => setMaking(true)
  const close = useCallback(() => {
    setMaking(false)
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
  const addFiles = useCallback((files: File[]) => void importing.addFiles(files), [importing])
  const addText = useCallback((text: string) => void importing.addText(text), [importing])
  const held = useDrop(addFiles)
  usePaste(addText, addFiles)
  const keys = {
    '/': () => field.current?.focus(),
    N: () => setNextAfter(noteOfRow(list.current)),
    j: () => moveToRow(list.current, 1),
    k: () => moveToRow(list.current, -1),
  }

  return (
    <>
      <Frame
        page="notes"
        id="notes"
        what="the notes"
        teams={teams}
        team={team}
        shortcuts={homeShortcuts}
        keys={keys}
        onNew={make}
        banner={isCutOff && notes && !isSearching && <CutOff onRetry={tryAgain} />}
      >
        <div className="page" ref={list}>
          <header>
            <h1>{team === '' ? 'Notes' : team}</h1>
            <SearchBox
              label="Search notes"
              field={field}
              query={query}
              onSearch={setQuery}
              found={found.found?.query ?? null}
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
                <button type="button" className="btn primary" onClick={make}>
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
            <NotesView team={team} onNew={make} onImport={choose} onNext={setNextAfter} />
          )}
          <DropArea held={held} progress={importing.progress} onChoose={choose} />
        </div>
      </Frame>
      {isMaking && <NewNote last={notes?.[0] ?? null} onNext={setNextAfter} onClose={close} />}
      {nextAfter !== null && <NextMeeting key={nextAfter} noteId={nextAfter} onClose={() => setNextAfter(null)} />}
      {importing.outcomes && (
        <ImportDialog outcomes={importing.outcomes} onUndo={() => void importing.undo()} onClose={importing.dismiss} />
      )}
    </>
  )
}
