import type { Todo } from '@minutebook/shared/api'
import type { DatabaseSync } from 'node:sqlite'

/** What a note's row says of a TODO. */
interface State {
  done: boolean
  /** what the note has still to be brought to; null where it is so */
  awaited: boolean | null
}

/**
 * The states of TODOs that stand in several notes. All rows of an id agree on one state: that which a row awaits, or else
 * has. Whatever changes it in one note makes the rows of the others await it. [L70] [L71]
 */
export interface States {
  /** the TODOs of a note as they were before it is put in again */
  of(noteId: string): ReadonlyMap<string, State>
  /** Compares the rows of a note that was put in with those of before. */
  settle(noteId: string, before: ReadonlyMap<string, State>, todos: readonly Todo[]): void
}

export function prepareStates(database: DatabaseSync): States {
  const ofNote = database.prepare("SELECT id, done, awaited FROM ledger_items WHERE note_id = ? AND kind = 'todo'")
  const elsewhere = database.prepare(
    "SELECT done, awaited FROM ledger_items WHERE id = ? AND kind = 'todo' AND note_id <> ? LIMIT 1",
  )
  const awaitElsewhere = database.prepare(
    "UPDATE ledger_items SET awaited = nullif(?1, done) WHERE id = ?2 AND kind = 'todo' AND note_id <> ?3",
  )
  const awaitHere = database.prepare(
    "UPDATE ledger_items SET awaited = nullif(?1, done) WHERE id = ?2 AND kind = 'todo' AND note_id = ?3",
  )
  return {
    of: (noteId) => new Map(ofNote.all(noteId).map((row) => [String(row['id']), read(row)])),
    settle(noteId, before, todos) {
      for (const { id, done } of todos) {
        const other = elsewhere.get(id, noteId)
        if (!other) continue
        const { done: isDone, awaited } = read(other)
        const agreed = awaited ?? isDone
        const was = before.get(id)
        // A note that has it since now takes the state of the others; but a tick is never lost. [L72]
        const isNews = was ? was.done !== done : done
        if (isNews) awaitElsewhere.run(Number(done), id, noteId)
        else awaitHere.run(Number(agreed), id, noteId)
      }
    },
  }
}

/** States that notes have still to be brought to. They are rows, so they outlive a restart. [L73] */
export interface Awaited {
  all(): AwaitedState[]
  /** Says that a note has this state now. */
  reached(state: AwaitedState): void
}

export interface AwaitedState {
  noteId: string
  /** of the TODO */
  id: string
  done: boolean
}

export function prepareAwaited(database: DatabaseSync): Awaited {
  const all = database.prepare('SELECT note_id, id, awaited FROM ledger_items WHERE awaited IS NOT NULL ORDER BY row')
  const reach = database.prepare(`
    UPDATE ledger_items SET done = ?1, awaited = NULL, item = json_set(item, '$.done', json(?2))
      WHERE note_id = ?3 AND id = ?4 AND kind = 'todo'
  `)
  const count = database.prepare(`
    UPDATE ledger_notes SET open_todos =
      (SELECT count(*) FROM ledger_items WHERE note_id = ?1 AND kind = 'todo' AND done = 0) WHERE note_id = ?1
  `)
  return {
    all: () =>
      all.all().map((row) => ({
        noteId: String(row['note_id']),
        id: String(row['id']),
        done: row['awaited'] === 1,
      })),
    reached({ noteId, id, done }) {
      reach.run(Number(done), String(done), noteId, id)
      count.run(noteId)
    },
  }
}

function read(row: Record<string, unknown>): State {
  return { done: row['done'] === 1, awaited: row['awaited'] === null ? null : row['awaited'] === 1 }
}
