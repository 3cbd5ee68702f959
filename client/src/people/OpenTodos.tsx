import { Link } from 'wouter'
import { useOpenTodos } from './use-people.ts'

/** What somebody has still to do, with the notes that say it. */
export function OpenTodos({ id }: { id: string }) {
  const { rows } = useOpenTodos(id)
  if (rows === null || rows.length === 0) return null
  return (
    <section className="group">
      <header>
        <h2>Open TODOs</h2>
        <span className="count push">{rows.length}</span>
      </header>
      {rows.map((todo) => (
        <div key={todo.id} className="item">
          <Link href={`/n/${todo.noteId}`} dir="auto">
            {todo.text === '' ? 'No words yet' : todo.text}
          </Link>
          {todo.due !== null && <span className="due push">{todo.due}</span>}
        </div>
      ))}
    </section>
  )
}
