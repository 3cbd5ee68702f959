import type { NoteSummary } from '@minutebook/shared/api'
import { formatDay } from '../ui/dates.ts'
import { groupByMonth } from './groups.ts'
import { NoteRow } from './NoteRow.tsx'
import { NowCard } from './NowCard.tsx'

interface NoteListProps {
  notes: readonly NoteSummary[]
  /** whether a note can be opened now */
  isKept: (id: string) => boolean
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
  onNext: (id: string) => void
}

/** The notes: those in progress first, then month by month. */
export function NoteList({ notes, isKept, hasMore, isLoadingMore, onMore, onNext }: NoteListProps) {
  const inProgress = notes.filter((note) => note.present.length > 0)
  const quiet = notes.filter((note) => note.present.length === 0)
  return (
    <>
      {inProgress.map((note) => (
        <NowCard key={note.id} note={note} />
      ))}
      {groupByMonth(quiet).map(({ month, notes: group }) => (
        <section key={month} className="series">
          <header>
            <h2>{formatDay(`${month}-01`, 'month')}</h2>
          </header>
          <ul>
            {group.map((note) => (
              <NoteRow key={note.id} note={note} isKept={isKept(note.id)} onNext={onNext} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <p className="more-notes">
          <button type="button" className="btn" disabled={isLoadingMore} onClick={onMore}>
            {isLoadingMore ? 'Loading' : 'Older notes'}
          </button>
        </p>
      )}
    </>
  )
}
