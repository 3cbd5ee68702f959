import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { NoteNames } from '@minutebook/shared/meeting'
import type { Clock } from '../clock.ts'
import { whenFree } from '../store/busy.ts'
import type { LedgerNames } from './names.ts'
import { settled, transact } from './transact.ts'

/** The names in the tables of the SQLite ledger. */
export function createSqliteNames(database: DatabaseSync, clock: Clock): LedgerNames {
  const revision = database.prepare('SELECT number FROM ledger_names_revision')
  const all = database.prepare('SELECT note_id, at, names FROM ledger_names ORDER BY note_id')
  const one = database.prepare('SELECT note_id, at, names FROM ledger_names WHERE note_id = ?')
  const persons = database.prepare('SELECT note_id, name, person FROM ledger_persons')
  const put = database.prepare(`
    INSERT INTO ledger_persons (note_id, name, person) VALUES (?, ?, ?)
    ON CONFLICT (note_id, name) DO UPDATE SET person = excluded.person
  `)
  const drop = database.prepare('DELETE FROM ledger_persons WHERE note_id = ? AND name = ?')
  const open = database.prepare(`
    SELECT DISTINCT persons.person, items.note_id, items.row
      FROM ledger_items AS items
      JOIN ledger_owners AS owners ON owners.item = items.row
      JOIN ledger_persons AS persons ON persons.note_id = items.note_id AND persons.name = owners.name
      WHERE items.kind = 'todo' AND items.done = 0
  `)

  return {
    revision: () => settled(() => Number(revision.get()?.['number'])),
    all: () => settled(() => all.all().map(readNames)),
    of: (noteId) =>
      settled(() => {
        const row = one.get(noteId)
        return row ? readNames(row) : null
      }),
    setPersons: (rows) =>
      whenFree(clock, () => {
        const before = new Map(
          persons.all().map((row) => [`${String(row['note_id'])} ${String(row['name'])}`, row] as const),
        )
        const changed = rows.filter(
          ({ noteId, name, person }) => before.get(`${noteId} ${name}`)?.['person'] !== person,
        )
        for (const { noteId, name } of rows) before.delete(`${noteId} ${name}`)
        if (changed.length === 0 && before.size === 0) return
        transact(database, () => {
          for (const { noteId, name, person } of changed) put.run(noteId, name, person)
          for (const row of before.values()) drop.run(String(row['note_id']), String(row['name']))
        })
      }),
    openTodos: () =>
      settled(() => open.all().map((row) => ({ person: String(row['person']), noteId: String(row['note_id']) }))),
  }
}

/** Puts in what one note says of people; a note that says the same as before changes nothing. */
export function preparePutNames(database: DatabaseSync): (names: NoteNames) => void {
  const put = database.prepare(`
    INSERT INTO ledger_names (note_id, at, names) VALUES (?, ?, ?)
    ON CONFLICT (note_id) DO UPDATE SET at = excluded.at, names = excluded.names
      WHERE at IS NOT excluded.at OR names IS NOT excluded.names
  `)
  const grow = prepareGrow(database)
  return ({ noteId, at, teams, participants, rows, labels }) => {
    if (put.run(noteId, at, JSON.stringify({ teams, participants, rows, labels })).changes > 0) grow()
  }
}

/** Forgets what a note says of people. */
export function prepareForgetNames(database: DatabaseSync): (noteId: string) => void {
  const names = database.prepare('DELETE FROM ledger_names WHERE note_id = ?')
  const persons = database.prepare('DELETE FROM ledger_persons WHERE note_id = ?')
  const grow = prepareGrow(database)
  return (noteId) => {
    persons.run(noteId)
    if (names.run(noteId).changes > 0) grow()
  }
}

/** Says that some note's names have changed. */
function prepareGrow(database: DatabaseSync): () => void {
  const grow = database.prepare('UPDATE ledger_names_revision SET number = number + 1')
  return () => void grow.run()
}

function readNames(row: Record<string, SQLOutputValue>): NoteNames {
  const names: Omit<NoteNames, 'noteId' | 'at'> = JSON.parse(String(row['names']))
  return { ...names, noteId: String(row['note_id']), at: String(row['at']) }
}
