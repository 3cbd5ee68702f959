import type { Todo } from '@minutebook/shared/api'
import { memo, type KeyboardEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { DueDate } from '../ui/DueDate.tsx'
import { formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { counted } from '../ui/words.ts'
import { meetingWords } from './entries.ts'
import { ItemText } from '../ui/ItemText.tsx'
import { wordsOf } from '../ui/item-markdown.ts'
import { hrefOf } from '../navigation/item-href.ts'
import type { RowOwner } from './owners.ts'
import type { Row } from './rows.ts'

interface TodoRowProps {
  row: Row
  todo: Todo
  /** those of its owners who are not named above it */
  owners: readonly RowOwner[]
  /** the meeting is not named above it */
  withMeeting: boolean
  /** "YYYY-MM-DD" */
  today: string
  onTick: (row: Row, done: boolean) => void
  onOwner: (group: string) => void
  onAssign: (todo: Todo, anchor: HTMLElement) => void
}

/** A TODO of the list: ticked here, and shown in its note. */
export const TodoRow = memo(function TodoRow(props: TodoRowProps) {
  const { row, todo, owners, withMeeting, today, onTick, onOwner, onAssign } = props
  const [, navigate] = useLocation()
  const { carried, due } = todo
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    navigate(hrefOf(todo))
  }
  return (
    <>
      <input
        className="check"
        type="checkbox"
        aria-label={`Done: ${wordsOf(todo.text)}`}
        checked={todo.done}
        onChange={(event) => onTick(row, event.target.checked)}
        onKeyDown={onKeyDown}
      />
      <div className="text" dir="auto">
        <Link href={hrefOf(todo)}>
          <ItemText markdown={todo.text} />
        </Link>
        {carried && (
          <small>
            open since {formatDay(carried.since, carried.since.slice(0, 4) === today.slice(0, 4) ? 'short' : 'dated')},
            carried <span aria-hidden="true">{carried.times}×</span>
            <span className="sr">{counted(carried.times, 'time')}</span>
          </small>
        )}
      </div>
      {todo.owners.length === 0 && (
        <span className="owners">
          <button
            type="button"
            className="btn quiet small assign"
            aria-haspopup="listbox"
            aria-label={`Assign: ${wordsOf(todo.text)}`}
            onClick={(event) => onAssign(todo, event.currentTarget)}
          >
            <Icon name="user-plus" />
            Assign
          </button>
        </span>
      )}
      {owners.length > 0 && (
        <span className="owners">
          {owners.map(({ label, name, group, color }) => (
            <button
              key={label}
              type="button"
              className="owner"
              style={{ '--person': color }}
              title={name}
              aria-label={`${label}: only TODOs of ${name}`}
              onClick={() => onOwner(group)}
            >
              {label}
            </button>
          ))}
        </span>
      )}
      {withMeeting && (
        <Link className="source" href={hrefOf(todo)} tabIndex={-1} title={row.note.title}>
          {meetingWords(row.note, today)}
        </Link>
      )}
      <span className="when">{due !== null && <DueDate due={due} today={today} isDone={todo.done} />}</span>
    </>
  )
})
