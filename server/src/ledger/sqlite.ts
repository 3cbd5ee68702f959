import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { whenFree } from '../store/busy.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { prepareFacets } from './facets.ts'
import { preparePlaces } from './places.ts'
import { preparePut, prepareRemove } from './put.ts'
import {
  countQuery,
  decisionOf,
  itemQuery,
  kindsOf,
  noteOf,
  noteQuery,
  orderOf,
  readRow,
  todoOf,
  type ItemKind,
  type Query,
  type Row,
} from './queries.ts'
import { prepareSearch } from './search.ts'
import { prepareCarriedFrom, prepareSeries } from './series.ts'
import { prepareAwaited } from './states.ts'
import type { Grouping, ItemPage, Ledger, Page, Paging, TodoQuery } from './ledger.ts'
import { settled, transact } from './transact.ts'

/**
 * A ledger in the database of the embedded store, whose migrations have run. The tables are its own, but which notes
 * there are, since when, and how far their logs go, it reads from the store's.
 */
export function createSqliteLedger(database: DatabaseSync, clock: Clock): Ledger {
  const put = preparePut(database)
  const remove = prepareRemove(database)
  const places = preparePlaces(database)
  const facets = prepareFacets(database)
  const series = prepareSeries(database)
  const carriedFrom = prepareCarriedFrom(database)
  const awaited = prepareAwaited(database)
  const noteIds = database.prepare('SELECT note_id FROM ledger_notes')
  const byId = database.prepare('SELECT * FROM ledger_notes WHERE note_id = ?')
  const todoById = database.prepare(
    "SELECT item, since, times FROM ledger_items WHERE id = ? AND kind = 'todo' ORDER BY shown DESC, row LIMIT 1",
  )
  const itemOfRow = database.prepare('SELECT item, since, times FROM ledger_items WHERE row = ?')
  const search = prepareSearch(database)
  const staleNotes = database.prepare(`
    SELECT log.note AS note_id, max(log.row) AS up_to
      FROM log LEFT JOIN ledger_notes AS known ON known.note_id = log.note
      GROUP BY log.note HAVING known.up_to IS NULL OR max(log.row) > known.up_to
    UNION ALL
    SELECT note_id, up_to FROM ledger_notes WHERE note_id NOT IN (SELECT id FROM note)
    ORDER BY up_to
  `)
  const ask = (query: Query, limit: number): Page<Row> => {
    const rows = database.prepare(`${query.sql} LIMIT ?`).all(...query.values, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const nextCursor = last ? writeCursor(positionOf(last, query.order)) : null
    return { rows: rows.slice(0, limit), nextCursor }
  }
  const list = <Item>(
    kind: ItemKind,
    { limit, cursor, ...filter }: TodoQuery & Grouping & Paging,
    read: (row: Row) => Item,
  ): ItemPage<Item> => {
    const order = orderOf(filter)
    const query = itemQuery(kind, filter, order, cursor === undefined ? undefined : readCursor(cursor, kindsOf(order)))
    const { rows, nextCursor } = ask(query, limit)
    return {
      rows: rows.map((row) => read(order.isOwned ? (itemOfRow.get(Number(row['item'])) ?? row) : row)),
      places: places.of(rows, (row) => positionOf(row, query.order), filter),
      nextCursor,
    }
  }

  return {
    put: (entry) => whenFree(clock, () => transact(database, () => put(entry))),
    remove: (noteId) => whenFree(clock, () => transact(database, () => remove(noteId))),
    stale: () =>
      settled(() => staleNotes.all().map((row) => ({ noteId: String(row['note_id']), upTo: Number(row['up_to']) }))),
    note: (id) =>
      settled(() => {
        const row = byId.get(id)
        return row ? noteOf(row) : null
      }),
    notes: ({ limit, cursor, ...filter }) =>
      settled(() => {
        const after = cursor === undefined ? undefined : readCursor(cursor, ['string', 'string'])
        const { rows, nextCursor } = ask(noteQuery(filter, after), limit)
        return { rows: rows.map(noteOf), nextCursor }
      }),
    search: (query) => settled(() => search(query)),
    todo: (id) =>
      settled(() => {
        const row = todoById.get(id)
        return row ? todoOf(row) : null
      }),
    todos: (query) => settled(() => list('todo', query, todoOf)),
    decisions: (query) => settled(() => list('decision', { state: 'all', ...query }, decisionOf)),
    counts: (filter, kind, hidden) =>
      settled(() => {
        const { sql, values } = countQuery(kind, filter, orderOf(filter), hidden)
        return places.counts(database.prepare(sql).all(...values), filter)
      }),
    facets: (hidden) => settled(() => facets(hidden)),
    noteIds: () => settled(() => noteIds.all().map((row) => String(row['note_id']))),
    series: (noteId) => settled(() => series(noteId)),
    carriedFrom: (noteId) => settled(() => carriedFrom(noteId)),
    awaited: () => settled(() => awaited.all()),
    reached: (states) =>
      whenFree(clock, () => transact(database, () => states.forEach((state) => awaited.reached(state)))),
  }
}

function positionOf(row: Row, columns: readonly string[]): (string | number)[] {
  return columns.map((column) => readRow(row, column) ?? '')
}
