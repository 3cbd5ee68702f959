import type { CarriedTodos } from '@minutebook/shared/api'
import type { Reading } from '@minutebook/shared/meeting'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { TeamPeople } from '../../editor/items/context.ts'
import { listCarried } from '../../api/next.ts'
import { formatDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { PeopleHere } from '../people.ts'
import { Owners } from './Owners.tsx'
import './carried.css'

type Carried = CarriedTodos['todos'][number]

interface CarriedOverProps {
  noteId: string
  /** the TODOs of the note */
  todos: readonly Reading[]
  /** the meeting's day, "YYYY-MM-DD": days of its year are shown without it */
  day: string
  participants: readonly string[]
  team: TeamPeople | null
  people: PeopleHere
  /** draws a TODO with its owners */
  row: (todo: Reading, owners: ReactNode) => ReactNode
  /** told which TODOs stand here, so that they stand nowhere else */
  onIds: (ids: ReadonlySet<string>) => void
}

/** The TODOs that came along from earlier meetings, before all others. [A133] */
export function CarriedOver({ noteId, todos, day, participants, team, people, row, onIds }: CarriedOverProps) {
  const carried = useCarried(noteId, onIds)
  const rows = todos.flatMap((todo) => {
    const found = todo.id === null ? undefined : carried.get(todo.id)
    return found ? [{ todo, found }] : []
  })
  if (rows.length === 0) return null
  const since = rows.map(({ found }) => found.since).sort()[0] ?? ''
  const days = new Set(rows.map(({ found }) => found.since))
  const open = rows.filter(({ todo }) => !todo.done)
  const done = rows.filter(({ todo }) => todo.done)
  return (
    <details className="group card carried" open>
      <summary>
        <Icon name="repeat" />
        Carried over{' '}
        <span className="count">
          {rows.length} {days.size > 1 ? 'since' : 'from'} {shortDay(since, day)}
        </span>
        <span className="push">
          <Icon name="chevron-down" />
        </span>
      </summary>
      {[...open, ...done].map(({ todo, found }) => (
        <div key={found.id}>
          {row(
            todo,
            <Owners
              labels={todo.owners.map(({ label }) => label)}
              participants={participants}
              team={team}
              people={people}
            />,
          )}
          <small>
            since{' '}
            <Link href={`/n/${found.first.noteId}#item=${encodeURIComponent(found.id)}`} title={found.first.title}>
              {shortDay(found.since, day)}
            </Link>
            , carried {found.times}×
          </small>
        </div>
      ))}
    </details>
  )
}

const none: ReadonlyMap<string, Carried> = new Map()

/** What the server knows of earlier meetings. It does not change while a note is open, so it is asked for once. */
function useCarried(noteId: string, onIds: CarriedOverProps['onIds']): ReadonlyMap<string, Carried> {
  const [carried, setCarried] = useState(none)
  const tell = useEffectEvent(onIds)
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const answer = await listCarried(noteId)
      if (isGone || !answer.ok) return
      removeEventListener('online', begin)
      setCarried(new Map(answer.value.todos.map((todo) => [todo.id, todo])))
      tell(new Set(answer.value.todos.map(({ id }) => id)))
    }
    const begin = () => void ask()
    begin()
    addEventListener('online', begin)
    return () => {
      isGone = true
      removeEventListener('online', begin)
    }
  }, [noteId])
  return carried
}

function shortDay(isoDay: string, day: string): string {
  return formatDay(isoDay, isoDay.slice(0, 4) === day.slice(0, 4) ? 'short' : 'dated')
}
