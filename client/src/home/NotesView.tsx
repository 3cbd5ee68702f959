import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NoteList } from './NoteList.tsx'
import { useNotes } from './use-notes.ts'

interface NotesViewProps {
  query: string
  team: string
  onClear: () => void
  onNew: () => void
  onImport: () => void
}

/** The list of notes in each of its states: loading, empty, nothing found, no answer, notes. */
export function NotesView({ query, team, onClear, onNew, onImport }: NotesViewProps) {
  const { notes, refusal, hasMore, isLoadingMore, loadMore, tryAgain } = useNotes(query, team)
  if (notes === null && refusal === null) {
    return <Skeleton label="Loading notes" widths={[100, 30, 72, 64, 68]} className="" />
  }
  if (notes === null) {
    return (
      <Empty icon="refresh" title="The server doesn't answer" text="The list of notes could not be loaded.">
        <button type="button" className="btn" onClick={tryAgain}>
          Try now
        </button>
      </Empty>
    )
  }
  if (notes.length > 0) {
    return <NoteList notes={notes} hasMore={hasMore} isLoadingMore={isLoadingMore} onMore={loadMore} />
  }
  if (query !== '') {
    return (
      <Empty
        icon="search"
        title={`Nothing for “${query}”`}
        text="Search looks in titles, text, people and tags of every note you can open."
      >
        <button type="button" className="btn" onClick={onClear}>
          Clear search
        </button>
      </Empty>
    )
  }
  if (team !== '')
    return <Empty icon="hash" title={`No notes of ${team}`} text="Notes that name the team are listed here." />
  return (
    <Empty icon="notes" title="No notes yet" text="Write the first one, or bring the Markdown you already have.">
      <button type="button" className="btn primary" onClick={onNew}>
        <Icon name="plus" />
        New note
      </button>
      <button type="button" className="btn" onClick={onImport}>
        <Icon name="upload" />
        Import
      </button>
    </Empty>
  )
}
