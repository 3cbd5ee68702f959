import type { Reading } from '@minutebook/shared/meeting'
import { nodeAt, type DocNode, type Path } from '@minutebook/shared/schema'
import { memo, useState, type ReactNode } from 'react'
import type { TeamPeople } from '../editor/items/context.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { dayOf } from '../ui/dates.ts'
import { dueLabel, urgencyOf } from '../ui/due.ts'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { latePart } from '../ui/late-component.tsx'
import { idle } from '../ui/when-idle.ts'
import { listed } from '../ui/words.ts'
import { InlineText } from './InlineText.tsx'
import { itemContent } from './item-text.ts'
import type { PeopleHere } from './people.ts'
import { groupTodos, type GroupOwner } from './todo-groups.ts'

const CarriedOver = latePart(async () => {
  await idle()
  return (await import('./idle-parts.ts')).CarriedOver
})

const noIds: ReadonlySet<string> = new Set()

const Unsure = latePart(async () => (await import('./team/Unsure.tsx')).Unsure)

interface TodosProps {
  noteId: string
  readings: readonly Reading[]
  body: DocNode
  participants: readonly string[]
  team: TeamPeople | null
  people: PeopleHere
  /** the meeting's day, "YYYY-MM-DD" */
  day: string | null
  canEdit: boolean
  onTick: (reading: Reading, done: boolean) => void
  onShow: (path: Path) => void
}

/** The TODOs of the note: those that came along first, the others under their owners. */
export function Todos(props: TodosProps) {
  const { noteId, readings, body, participants, team, people, day, canEdit, onTick, onShow } = props
  const [carried, setCarried] = useState(noIds)
  const todos = readings.filter(({ kind }) => kind === 'todo')
  const groups = groupTodos(
    todos.filter(({ id }) => id === null || !carried.has(id)),
    participants,
    team,
  )
  const [today] = useState(() => dayOf(new Date()))
  if (todos.length === 0) {
    return (
      <Empty
        icon="check-square"
        title="Nothing open"
        text="TODOs of this note are gathered here. Type [ ] in the note to add one."
      />
    )
  }
  const row = (todo: Reading, owners?: ReactNode) => (
    <Todo
      key={todo.id ?? todo.path.join('.')}
      todo={todo}
      paragraph={nodeAt(body, todo.path)}
      owners={owners}
      today={today}
      day={day ?? today}
      canEdit={canEdit}
      onTick={onTick}
      onShow={onShow}
    />
  )
  return (
    <>
      <CarriedOver
        noteId={noteId}
        todos={todos}
        day={day ?? today}
        participants={participants}
        team={team}
        people={people}
        row={row}
        onIds={setCarried}
      />
      {groups.map((group) => (
        <section key={group.key} className="group">
          <header>
            <GroupTitle owners={group.owners} people={people} team={team} />
            <span className="count push">
              {group.done} of {group.todos.length}
            </span>
          </header>
          {group.todos.map((todo) => row(todo))}
        </section>
      ))}
    </>
  )
}

interface GroupTitleProps extends Pick<TodosProps, 'people' | 'team'> {
  owners: readonly GroupOwner[]
}

function GroupTitle({ owners, people, team }: GroupTitleProps) {
  if (owners.length === 0) {
    return (
      <>
        <span className="owner none" aria-hidden="true">
          ?
        </span>
        No owner yet
      </>
    )
  }
  const unsure = owners.filter((owner) => owner.candidates.length > 0)
  return (
    <>
      <span className="avatars">
        {owners.map((owner) => (
          <Avatar
            key={owner.name}
            name={owner.name}
            initials={owner.initials}
            color={people.colorOf(owner.name)}
            isHere={people.isHere(owner.name)}
            size="small"
          />
        ))}
      </span>
      <span>
        {listed(owners.map((owner) => owner.name))}
        {unsure.length > 0 && <Unsure owners={unsure} team={team} />}
      </span>
    </>
  )
}

interface TodoProps extends Pick<TodosProps, 'canEdit' | 'onTick' | 'onShow'> {
  todo: Reading
  paragraph: DocNode | undefined
  /** left out where they stand above it */
  owners: ReactNode
  /** "YYYY-MM-DD" */
  today: string
  /** the same: due dates of its year are shown without it */
  day: string
}

/** Drawn again only when it says something else: somebody types in most notes all the time. */
const Todo = memo(function Todo(props: TodoProps) {
  const { todo, paragraph, owners, today, day, canEdit, onTick, onShow } = props
  if (!paragraph) return null // the text has gone on since it was read
  const content = itemContent(paragraph, todo)
  const urgency = todo.due && urgencyOf(todo.due.date, today, todo.done)
  const words = content.map((node) => node.text ?? '').join('')
  return (
    <div className="todo">
      <input
        className="check"
        type="checkbox"
        aria-label={`Done: ${words}`}
        checked={todo.done}
        disabled={!canEdit}
        onChange={(event) => onTick(todo, event.target.checked)}
      />
      {owners}
      <button type="button" className="text" dir="auto" onClick={() => onShow(todo.path)}>
        {content.length > 0 ? <InlineText content={content} /> : <span className="muted">No words yet</span>}
      </button>
      {todo.due && urgency && (
        <span className={urgency === 'later' ? 'due' : `due ${urgency}`}>
          {urgency === 'late' && (
            <>
              <span className="sr">late, </span>
              <Icon name="alert" />
            </>
          )}
          {dueLabel(todo.due.date, day, urgency)}
        </span>
      )}
    </div>
  )
}, saysSame)

function saysSame(a: TodoProps, b: TodoProps): boolean {
  const { todo, ...rest } = a
  const { todo: other, ...others } = b
  return isShallowEqual(rest, others) && JSON.stringify(todo) === JSON.stringify(other)
}

function isShallowEqual<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
