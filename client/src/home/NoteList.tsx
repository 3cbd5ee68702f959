import type { NoteSummary } from '@minutebook/shared/api'
import { useState } from 'react'
import { dayOf } from '../ui/dates.ts'
import { useFocusOfRow } from './move.ts'
import { NowCard } from './NowCard.tsx'
import { groupBySeries } from './series.ts'
import { SeriesSection } from './SeriesSection.tsx'

interface NoteListProps {
  notes: readonly NoteSummary[]
  /** whether a note can be opened now */
  isKept: (id: string) => boolean
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
  onNext: (id: string) => void
}

const isQuiet = ({ present }: NoteSummary) => present.length === 0

/** The notes: those in progress first, then series by series, then single meetings. */
export function NoteList({ notes, isKept, hasMore, isLoadingMore, onMore, onNext }: NoteListProps) {
  useFocusOfRow()
  const inProgress = notes.filter((note) => !isQuiet(note))
  const [today] = useState(() => dayOf(new Date()))
  const { series, single } = groupBySeries(notes, today)
  return (
    <>
      {inProgress.map((note) => (
        <NowCard key={note.id} note={note} />
      ))}
      {series.map(({ key, name, about, notes: meetings, next }) => {
        const quiet = meetings.filter(isQuiet)
        return (
          quiet.length > 0 && (
            <SeriesSection
              key={key}
              name={name}
              about={about}
              notes={quiet}
              isKept={isKept}
              onNext={onNext}
              next={next === null ? null : { day: next, after: meetings[0]?.id ?? '' }}
            />
          )
        )
      })}
      {single.some(isQuiet) && (
        <SeriesSection
          name={series.length > 0 ? 'Single meetings' : 'All meetings'}
          notes={single.filter(isQuiet)}
          isKept={isKept}
          onNext={onNext}
          isWhole
        />
      )}
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
