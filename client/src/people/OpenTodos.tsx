import { useState } from 'react'
import { Link } from 'wouter'
import { hrefOf } from '../navigation/item-href.ts'
import { dayOf } from '../ui/dates.ts'
import { DueDate } from '../ui/DueDate.tsx'
import { ItemText } from '../ui/ItemText.tsx'
import { useOpenTodos } from './use-people.ts'

/** What somebody has still to do, with the notes that say it. */
export function OpenTodos({ id }: { id: string }) {
  const { rows } = useOpenTodos(id)
  const [today] = useState(() => dayOf(new Date()))
  if (rows === null || rows.length === 0) return null
  return (
    <section className="group">
      <header>
        <h2>Open TODOs</h2>
        <span className="count push">{rows.length}</span>
      </header>
      {rows.map((todo) => (
        <div key={todo.id} className="item">
          <Link href={hrefOf(todo)} dir="auto">
            <ItemText markdown={todo.text} />
          </Link>
          {todo.due !== null && (
            <span className="push">
              <DueDate due={todo.due} today={today} isDone={todo.done} />
            </span>
          )}
        </div>
      ))}
    </section>
  )
}
