import { keyOf } from '@minutebook/shared/meeting'
import { useEffect, useState } from 'react'
import type { TeamPeople } from '../../editor/items/context.ts'
import type { Person } from '../../person/presence.ts'
import { Icon } from '../../ui/Icon.tsx'
import { readStored, writeStored } from '../../ui/storage.ts'
import { listed } from '../../ui/words.ts'
import { isNear, unlisted } from './unlisted.ts'

interface AttendanceProps {
  noteId: string
  /** as written */
  datetime: string | null
  participants: readonly string[]
  here: readonly Person[]
  team: TeamPeople | null
  onAdd: (names: readonly string[]) => void
}

const lookMs = 60_000

/** Offers to list those who have the note open while the meeting is near. Nobody is listed by themselves. */
export function Attendance({ noteId, datetime, participants, here, team, onAdd }: AttendanceProps) {
  const key = `attendance:${noteId}`
  const [dismissed, setDismissed] = useState(() => readStored(key) ?? '')
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookMs)
    return () => clearInterval(timer)
  }, [])
  if (!isNear(datetime, now)) return null
  const waved = new Set(dismissed.split('\n'))
  const names = unlisted(
    here.map(({ name }) => name),
    participants,
    team,
  ).filter(({ name }) => !waved.has(keyOf(name)))
  if (names.length === 0) return null
  const entries = names.map(({ entry }) => entry)
  const count = names.length === 1 ? 'is here and not listed' : 'are here and not listed'
  return (
    <dd className="attendance">
      <output>
        {listed(entries)} {count}
      </output>
      <button
        type="button"
        className="btn quiet small"
        aria-label={`Add ${listed(entries)} to the people of this note`}
        onClick={() => onAdd(entries)}
      >
        <Icon name="user-plus" />
        Add
      </button>
      <button
        type="button"
        className="btn quiet small square"
        aria-label="Dismiss"
        title="Not now"
        onClick={() => {
          const next = [...waved, ...names.map(({ name }) => keyOf(name))].join('\n')
          writeStored(key, next)
          setDismissed(next)
        }}
      >
        <Icon name="x" />
      </button>
    </dd>
  )
}
