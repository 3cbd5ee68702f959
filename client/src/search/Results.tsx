import { keptNotes } from '../session/kept-notes.ts'
import { Empty } from '../ui/Empty.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFetched } from '../ui/use-fetched.ts'
import { counted } from '../ui/words.ts'
import { Hits } from './Hits.tsx'
import type { HitLines } from './options.ts'
import type { useSearch } from './use-search.ts'

interface ResultsProps {
  listId: string
  search: ReturnType<typeof useSearch>
  lines: readonly HitLines[]
  active: string | null
  onOpen: () => void
  onClear: () => void
}

/** What a search found, in each of its states. What was found last stays until the next is here. */
export function Results({ listId, search, lines, active, onOpen, onClear }: ResultsProps) {
  const { found, isLoadingMore, loadMore, tryAgain } = search
  const isCutOff = found?.refusal?.code === 'unreachable'
  const kept = useFetched(keptNotes, isCutOff)
  if (!found) return <Skeleton label="Searching" widths={[100, 72, 64]} className="" />
  if (found.hits.length === 0 && found.refusal && !isCutOff) {
    return (
      <Empty icon="alert" title="The search could not be done" text={found.refusal.message}>
        <button type="button" className="btn" onClick={tryAgain}>
          Try now
        </button>
      </Empty>
    )
  }
  return (
    <>
      {isCutOff && (
        <p className="muted search-says">
          {navigator.onLine ? "The server doesn't answer." : "You're offline."} Only titles, teams and people of the
          notes that this browser knows are searched.
        </p>
      )}
      {found.hits.length > 0 ? (
        <Hits id={listId} lines={lines} active={active} isKept={(id) => kept?.has(id) ?? true} onOpen={onOpen} />
      ) : (
        <Empty
          icon="search"
          title={`Nothing for “${found.query.length > 80 ? `${found.query.slice(0, 80)}…` : found.query}”`}
          text="Search looks in titles, text, people and tags of every note you can open."
        >
          <button type="button" className="btn" onClick={onClear}>
            Clear search
          </button>
        </Empty>
      )}
      {found.nextCursor !== null && (
        <p className="more-notes">
          <button type="button" className="btn" disabled={isLoadingMore} onClick={loadMore}>
            {isLoadingMore ? 'Loading' : 'More notes'}
          </button>
        </p>
      )}
    </>
  )
}

/** Says how much was found, for who does not see it. */
export function Count({ search: { found, isLoading } }: { search: ReturnType<typeof useSearch> }) {
  const said =
    !found || isLoading
      ? ''
      : found.hits.length === 0
        ? 'Nothing found'
        : `${found.nextCursor === null ? '' : 'More than '}${counted(found.hits.length, 'note')} found`
  return <output className="sr">{said}</output>
}
