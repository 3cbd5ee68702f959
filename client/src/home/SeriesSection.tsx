import type { NoteSummary } from '@minutebook/shared/api'
import { useId, useState } from 'react'
import { formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { NoteRow } from './NoteRow.tsx'

/** Of a series so many meetings are shown at first. */
const shownAtFirst = 3

interface SeriesSectionProps {
  name: string
  about?: string
  notes: readonly NoteSummary[]
  isKept: (id: string) => boolean
  onNext: (id: string) => void
  /** shows all of them at once */
  isWhole?: boolean
  /** the day of the meeting that is still to be prepared, and the note that it comes after */
  next?: { day: string; after: string } | null
}

/** The meetings of a series, the newest first; the older ones on demand. */
export function SeriesSection(props: SeriesSectionProps) {
  const { name, about = '', notes, isKept, onNext, isWhole = false, next = null } = props
  const [isOpen, setOpen] = useState(isWhole)
  const id = useId()
  const hidden = notes.length - shownAtFirst
  const isShort = hidden > 1 && !isOpen // one more row takes no more room than the button
  return (
    <section className="series" aria-labelledby={id}>
      <header>
        <h2 id={id} dir="auto">
          {name}
        </h2>
        {about !== '' && <span className="muted">{about}</span>}
        {next && (
          <button type="button" className="btn quiet small" onClick={() => onNext(next.after)}>
            <Icon name="plus" />
            Prepare {formatDay(next.day, 'day')}
            <span className="sr"> of {name}</span>
          </button>
        )}
      </header>
      <ul>
        {(isShort ? notes.slice(0, shownAtFirst) : notes).map((note) => (
          <NoteRow key={note.id} note={note} isKept={isKept(note.id)} onNext={onNext} />
        ))}
      </ul>
      {isShort && (
        <button type="button" className="btn quiet small earlier" onClick={() => setOpen(true)}>
          {hidden} earlier
          <span className="sr"> of {name}</span>
        </button>
      )}
    </section>
  )
}
