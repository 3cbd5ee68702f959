import { useCallback, useRef, useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Count, Results } from './Results.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useResults } from './use-results.ts'

const resultsId = 'quick-search-results'

/** Searches all notes from within one, and opens what was found in place of it. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { search, lines, active, onMove } = useResults(query, '', resultsId, onClose)
  const clear = useCallback(() => {
    setQuery('')
    field.current?.focus()
  }, [])
  return (
    <Dialog title="Search all notes" onClose={onClose} isWide>
      <div className="quick-search">
        <SearchBox
          label="Search notes"
          field={field}
          query={query}
          onSearch={setQuery}
          found={search.found?.query ?? null}
          listId={resultsId}
          active={active}
          onMove={onMove}
          isFirst
        />
        <Count search={search} />
      </div>
      <div className="quick-results">
        {query.trim() === '' ? (
          <p className="muted search-says">Titles, text, people and tags of every note that you can open.</p>
        ) : (
          <Results listId={resultsId} search={search} lines={lines} active={active} onOpen={onClose} onClear={clear} />
        )}
      </div>
    </Dialog>
  )
}
