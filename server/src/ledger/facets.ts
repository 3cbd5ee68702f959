import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Facets } from './ledger.ts'
import { nobody } from './owner-group.ts'

const Teams = z.array(z.string())

/** Reads what filters offer, note by note. [L44] */
export function prepareFacets(database: DatabaseSync): () => Facets {
  const notes = database.prepare(`
    SELECT notes.note_id, notes.teams, notes.decisions, ifnull(counted.todos, 0) AS todos, ifnull(counted.open, 0) AS open
      FROM ledger_notes AS notes LEFT JOIN (
        SELECT note_id, count(*) AS todos, sum(done = 0) AS open
          FROM ledger_items WHERE kind = 'todo' AND shown = 1 GROUP BY note_id
      ) AS counted ON counted.note_id = notes.note_id
  `)
  const owners = database.prepare(`
    SELECT owner, name, note_id, sum(done = 0) AS open FROM ledger_owned
      WHERE kind = 'todo' AND shown = 1 AND owner <> '${nobody}' GROUP BY owner, note_id
  `)
  return () => ({
    notes: notes.all().map((row) => ({
      id: String(row['note_id']),
      openTodos: Number(row['open']),
      todos: Number(row['todos']),
      decisions: Number(row['decisions']),
      teams: Teams.parse(JSON.parse(String(row['teams']))),
    })),
    owners: owners.all().map((row) => ({
      noteId: String(row['note_id']),
      owner: { key: String(row['owner']), name: String(row['name']) },
      open: Number(row['open']),
    })),
  })
}
