import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import type { Facets } from './ledger.ts'
import { nobody } from './owner-group.ts'

const Teams = z.array(z.string())

/** Reads what filters offer. Everything is counted in the order of an index. [L44] [L108] */
export function prepareFacets(database: DatabaseSync): (hidden: readonly string[]) => Facets {
  const notes = database.prepare('SELECT note_id, teams, decisions FROM ledger_notes')
  const counts = database.prepare(`
    SELECT note_id, done, count(*) AS count FROM ledger_items
      WHERE kind = 'todo' AND shown = 1 GROUP BY done, meets_at, note_id
  `)
  const ownersOf = (isHiding: boolean) =>
    database.prepare(`
      SELECT owner, done, count(*) AS count, (
          SELECT name FROM ledger_owned AS one
            WHERE one.kind = 'todo' AND one.shown = 1 AND one.done = owned.done AND one.owner = owned.owner LIMIT 1
        ) AS name FROM ledger_owned AS owned
        WHERE kind = 'todo' AND shown = 1 AND owner <> '${nobody}'
          ${isHiding ? 'AND note_id NOT IN (SELECT value FROM json_each(?))' : ''} GROUP BY done, owner
    `)
  const [all, some] = [ownersOf(false), ownersOf(true)]
  return (hidden) => {
    const isHidden = new Set(hidden)
    const todos = Map.groupBy(counts.all(), (row) => String(row['note_id']))
    const owners = new Map<string, Facets['owners'][number]>()
    for (const row of hidden.length > 0 ? some.all(JSON.stringify(hidden)) : all.all()) {
      const owner = { key: String(row['owner']), name: String(row['name']) }
      const known = owners.get(owner.key) ?? { owner, open: 0 }
      owners.set(owner.key, known)
      if (row['done'] === 0) known.open += Number(row['count'])
    }
    return {
      notes: notes.all().flatMap((row) => {
        const id = String(row['note_id'])
        if (isHidden.has(id)) return []
        const counted = todos.get(id) ?? []
        const teams = Teams.parse(JSON.parse(String(row['teams'])))
        const openTodos = sum(counted.filter(({ done }) => done === 0))
        return { id, openTodos, todos: sum(counted), decisions: Number(row['decisions']), teams }
      }),
      owners: [...owners.values()],
    }
  }
}

function sum(rows: readonly Record<string, SQLOutputValue>[]): number {
  return rows.reduce((total, { count }) => total + Number(count), 0)
}
