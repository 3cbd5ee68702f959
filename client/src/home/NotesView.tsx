import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NothingKnown } from './CutOff.tsx'
import { NoteList } from './NoteList.tsx'
import { useKeptNotes } from './use-kept-notes.ts'
import { useNotes } from './use-notes.ts'

interface NotesViewProps {
  team: string
  onNew: () => void
  onImport: () => void
  /** makes the next meeting after a note */
  onNext: (id: string) => void
}

/** The list of notes in each of its states: loading, empty, no answer, notes. */
export function NotesView({ team, onNew, onImport, onNext }: NotesViewProps) {
  const { notes, refusal, isCutOff, hasMore, isLoadingMore, loadMore, tryAgain } = useNotes('', team)
  const isKept = useKeptNotes(isCutOff)
  if (notes === null && refusal === null) {
    return <Skeleton label="Loading notes" widths={[100, 30, 72, 64, 68]} className="of-notes" />
  }
  if (notes === null) {
    if (isCutOff) return <NothingKnown onRetry={tryAgain} />
    return (
      <Empty icon="alert" title="The list could not be loaded" text={refusal?.message ?? ''}>
        <button type="button" className="btn" onClick={tryAgain}>
          Try now
        </button>
      </Empty>
    )
  }
  const list = (
    <NoteList
      notes={notes}
      isKept={isKept}
      hasMore={hasMore}
      isLoadingMore={isLoadingMore}
      onMore={loadMore}
      onNext={onNext}
    />
  )
  if (isCutOff && notes.length === 0) {
    return <p className="muted nothing-known">No note that this browser knows is like that.</p>
  }
  if (notes.length > 0) return list
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
