import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { NoteNames } from '@minutebook/shared/meeting'
import type { Clock } from '../clock.ts'
import { whenFree } from '../store/busy.ts'
import type { LabelOwner, LedgerNames } from './names.ts'
import { prepareOwned } from './owned.ts'
import { settled, transact } from './transact.ts'

/** So many notes are gathered anew in one transaction. */
const notesAtOnce = 100

/** The names in the tables of the SQLite ledger. */
export function createSqliteNames(database: DatabaseSync, clock: Clock): LedgerNames {
  const revision = database.prepare('SELECT number FROM ledger_names_revision')
  const all = database.prepare('SELECT note_id, at, names FROM ledger_names ORDER BY note_id')
  const one = database.prepare('SELECT note_id, at, names FROM ledger_names WHERE note_id = ?')
  const whose = database.prepare('SELECT note_id, label, owner, name FROM ledger_whose')
  const whoseOf = database.prepare(`
    SELECT note_id, label, owner, name, person FROM ledger_whose
      WHERE note_id IN (SELECT value FROM json_each(?))
  `)
  const owned = prepareOwned(database)
  const open = database.prepare(`
    SELECT DISTINCT person, note_id, item FROM ledger_owned
      WHERE kind = 'todo' AND shown = 1 AND done = 0 AND person IS NOT NULL
  `)

  /** The notes of which something else is said than before, each with all that is said of it now. */
  function changesOf(rows: readonly LabelOwner[]): (readonly [noteId: string, said: readonly LabelOwner[]])[] {
    const before = Map.groupBy(whose.all(), (row) => String(row['note_id']))
    const now = Map.groupBy(rows, ({ noteId }) => noteId)
    return [...new Set([...before.keys(), ...now.keys()])].flatMap((noteId) => {
      const said = now.get(noteId) ?? []
      const known = new Map(before.get(noteId)?.map((row) => [String(row['label']), row]))
      const isSame = ({ label, group }: LabelOwner) => {
        const row = known.get(label)
        return row?.['owner'] === group.key && row['name'] === group.name
      }
      return said.length === known.size && said.every(isSame) ? [] : [[noteId, said] as const]
    })
  }

  return {
    revision: () => settled(() => Number(revision.get()?.['number'])),
    all: () => settled(() => all.all().map(readNames)),
    of: (noteId) =>
      settled(() => {
        const row = one.get(noteId)
        return row ? readNames(row) : null
      }),
    setOwners: async (rows) => {
      const changes = changesOf(rows)
      for (let at = 0; at < changes.length; at += notesAtOnce) {
        // oxlint-disable-next-line no-await-in-loop -- others write between
        await whenFree(clock, () =>
          transact(database, () => {
            for (const [noteId, said] of changes.slice(at, at + notesAtOnce)) {
              owned.say(noteId, said)
              owned.gather(noteId)
            }
          }),
        )
      }
      return changes.map(([noteId]) => noteId)
    },
    ownersOf: (noteIds) => settled(() => whoseOf.all(JSON.stringify(noteIds)).map(readOwner)),
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
  const whose = database.prepare('DELETE FROM ledger_whose WHERE note_id = ?')
  const grow = prepareGrow(database)
  return (noteId) => {
    whose.run(noteId)
    if (names.run(noteId).changes > 0) grow()
  }
}

/** Says that some note's names have changed. */
function prepareGrow(database: DatabaseSync): () => void {
  const grow = database.prepare('UPDATE ledger_names_revision SET number = number + 1')
  return () => void grow.run()
}

function readOwner(row: Record<string, SQLOutputValue>): LabelOwner {
  const { note_id: noteId, label, owner, name, person } = row
  return {
    noteId: String(noteId),
    label: String(label),
    group: { key: String(owner), name: String(name) },
    person: person === null ? null : String(person),
  }
}

function readNames(row: Record<string, SQLOutputValue>): NoteNames {
  const names: Omit<NoteNames, 'noteId' | 'at'> = JSON.parse(String(row['names']))
  return { ...names, noteId: String(row['note_id']), at: String(row['at']) }
}
