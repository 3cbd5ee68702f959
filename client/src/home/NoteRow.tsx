import type { NoteSummary } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { useState } from 'react'
import { Link } from 'wouter'
import { clockOf } from './agenda.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { dayOf, formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { colorsOf } from '../ui/person-color.ts'
import { counted, listed } from '../ui/words.ts'
import { dayOfNote } from './groups.ts'

const mostAvatars = 3

interface NoteRowProps {
  note: NoteSummary
  isKept: boolean
  /** makes the next meeting after it */
  onNext: (id: string) => void
}

/** One note of the list; the whole row is the link. */
export function NoteRow({ note, isKept, onNext }: NoteRowProps) {
  const day = dayOfNote(note)
  const [thisYear] = useState(() => dayOf(new Date()).slice(0, 4))
  const colors = colorsOf(note.participants)
  const more = note.participants.length - mostAvatars
  return (
    <li className={isKept ? 'note-row' : 'note-row away'}>
      <time dateTime={day}>
        {formatDay(day, 'short')}
        {day.slice(0, 4) !== thisYear && <small>{day.slice(0, 4)}</small>}
      </time>
      <div>
        <Link href={`/n/${note.id}`} dir="auto">
          {note.title}
        </Link>
        <small dir="auto">{isKept ? detailsOf(note) : 'Not on this device'}</small>
      </div>
      <span className="avatars">
        {note.participants.slice(0, mostAvatars).map((name) => (
          <Avatar key={name} name={name} initials={initialsOf(name)} color={colors.get(name) ?? ''} />
        ))}
        {more > 0 && <span className="more">+{more}</span>}
      </span>
      {note.decisions > 0 ? (
        <span className="tally" title={counted(note.decisions, 'decision')}>
          <Icon name="diamond" />
          {note.decisions}
          <span className="sr"> {note.decisions === 1 ? 'decision' : 'decisions'}</span>
        </span>
      ) : (
        <span />
      )}
      {note.openTodos > 0 ? (
        <span className="tally open" title={counted(note.openTodos, 'open TODO')}>
          <Icon name="check-square" />
          {note.openTodos} open
        </span>
      ) : (
        <span className="tally">{(note.todos ?? 0) > 0 && 'all done'}</span>
      )}
      <button
        type="button"
        className="btn quiet small next"
        aria-label={`Next meeting after ${note.title}`}
        onClick={() => onNext(note.id)}
      >
        <Icon name="repeat" />
        <span>Next meeting</span>
      </button>
    </li>
  )
}

/** What it was about and how long it took, else who took part. */
function detailsOf({ teams, participants, topics = [], agenda, datetime }: NoteSummary): string {
  const { points = [], begun = null } = agenda ?? {}
  const { state, elapsed, planned } = clockOf({ points, begun }, datetime, Date.now())
  const minutes =
    state === 'over' && elapsed !== null ? `took ${elapsed} min` : planned === null ? '' : `${planned} min`
  const who = [teams.join(', '), participants.length > 0 ? listed(participants) : '']
  const parts = [...(topics.length > 0 ? [topics.join(', ')] : who), minutes]
  return parts.filter((part) => part !== '').join(' · ') || 'Nobody is named in it yet'
}
