import { Decision, Todo } from '@minutebook/shared/api'
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import type { Position } from './cursor.ts'
import type { LedgerNote, TodoQuery } from './ledger.ts'
import { matchOf, noteOfBlock } from './blocks.ts'
import { fold, foldName, phrasesOf } from './words.ts'

export type Row = Record<string, SQLOutputValue>

/** A statement without its LIMIT, and the columns by which its rows are ordered. */
export interface Query {
  sql: string
  values: SQLInputValue[]
  order: readonly string[]
}

interface Condition {
  sql: string
  values: SQLInputValue[]
}

/** The notes that a filter lets through, newest meeting first, from after a position on. [L6] */
export function noteQuery(filter: { query?: string; team?: string }, after: Position | undefined): Query {
  const conditions: Condition[] = []
  if (filter.query !== undefined && filter.query.trim() !== '') {
    const phrases = phrasesOf(filter.query)
    if (phrases.length === 0) conditions.push({ sql: 'FALSE', values: [] }) // [L12]
    for (const phrase of phrases) {
      const sql = `row IN (SELECT ${noteOfBlock} FROM ledger_words WHERE ledger_words MATCH ?)`
      conditions.push({ sql, values: [matchOf([phrase])] })
    }
  }
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team))
  if (after) conditions.push({ sql: '(meets_at, note_id) < (?, ?)', values: [...after] })
  return {
    ...where('SELECT * FROM ledger_notes', conditions, 'ORDER BY meets_at DESC, note_id DESC'),
    order: ['meets_at', 'note_id'],
  }
}

/** How the rows of items are ordered: all of `ascending`, then newest meeting first, in a note's order. [L8] [L41] */
export interface ItemOrder {
  ascending: readonly string[]
  /** gives the group of a row */
  group: string
}

const byMeeting: ItemOrder = { ascending: [], group: 'note_id' }
const byOwner: ItemOrder = { ascending: ['owner', 'due_key'], group: 'owner' }
/** All rows are of one owner, and make one group, also where somebody else is named first. */
const ofOneOwner: ItemOrder = { ascending: ['due_key'], group: "''" }

export function orderOf({ group, owner }: { group?: 'owner' | 'meeting'; owner?: string }): ItemOrder {
  if (group !== 'owner') return byMeeting
  return owner === undefined ? byOwner : ofOneOwner
}

/** The types of the sort keys of an order, for `readCursor`. */
export function kindsOf({ ascending }: ItemOrder): ('string' | 'number')[] {
  return [...ascending.map(() => 'string' as const), 'string', 'string', 'number']
}

export type ItemKind = 'todo' | 'decision'

/** The TODOs or decisions that a filter lets through, in an order, from after a position on. */
export function itemQuery(kind: ItemKind, filter: TodoQuery, order: ItemOrder = byMeeting, after?: Position): Query {
  const conditions = itemConditions(kind, filter)
  if (after) conditions.push(afterItem(order, after))
  const columns = [...order.ascending, 'meets_at', 'note_id', 'place']
  const sorting = [...order.ascending, 'meets_at DESC', 'note_id DESC', 'place'].join(', ')
  return { ...where('SELECT * FROM ledger_items', conditions, `ORDER BY ${sorting}`), order: columns }
}

/** How many of them there are, by note and group. `item` is one of the group, to name it by. */
export function countQuery(kind: ItemKind, filter: TodoQuery, order: ItemOrder): Condition {
  return where(
    `SELECT note_id, ${order.group} AS key, count(*) AS count, sum(done = 0) AS open, max(row), item FROM ledger_items`,
    itemConditions(kind, filter),
    'GROUP BY note_id, key',
  )
}

function itemConditions(kind: ItemKind, filter: TodoQuery): Condition[] {
  const conditions: Condition[] = [{ sql: 'kind = ? AND shown = 1', values: [kind] }]
  // all decisions are open; said so, an index has them in order
  const state = kind === 'decision' ? 'open' : filter.state
  if (state !== 'all') conditions.push({ sql: 'done = ?', values: [state === 'done' ? 1 : 0] })
  if (filter.due === 'none') conditions.push({ sql: 'due IS NULL', values: [] })
  else if (filter.due !== undefined) conditions.push({ sql: 'due <= ?', values: [filter.due] })
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team))
  if (filter.note !== undefined) conditions.push({ sql: 'note_id = ?', values: [filter.note] })
  if (filter.since !== undefined) conditions.push({ sql: 'meets_at >= ?', values: [filter.since] })
  if (filter.owner !== undefined) {
    conditions.push(ofOwner(filter.owner, filter.persons ?? []))
  }
  if (filter.query !== undefined && filter.query.trim() !== '') {
    const phrases = phrasesOf(filter.query)
    if (phrases.length === 0) conditions.push({ sql: 'FALSE', values: [] })
    for (const phrase of phrases) conditions.push({ sql: 'instr(words, ?) > 0', values: [` ${phrase}`] })
  }
  return conditions
}

/** The first condition follows from the second; with it, an index leads to the place. */
function afterItem({ ascending }: ItemOrder, after: Position): Condition {
  const first = after.slice(0, ascending.length)
  const [meetsAt = '', noteId = '', place = 0] = after.slice(ascending.length)
  const older: Condition = {
    sql: '((meets_at, note_id) < (?, ?) OR (meets_at = ? AND note_id = ? AND place > ?))',
    values: [meetsAt, noteId, meetsAt, noteId, place],
  }
  if (first.length === 0) {
    return { sql: `(meets_at, note_id) <= (?, ?) AND ${older.sql}`, values: [meetsAt, noteId, ...older.values] }
  }
  const columns = `(${ascending.join(', ')})`
  const marks = `(${ascending.map(() => '?').join(', ')})`
  return {
    sql: `${columns} >= ${marks} AND (${columns} > ${marks} OR (${columns} = ${marks} AND ${older.sql}))`,
    values: [...first, ...first, ...first, ...older.values],
  }
}

/** Items whose owner is written so, or is one of these persons. [P24] */
function ofOwner(owner: string, persons: readonly string[]): Condition {
  const written = 'row IN (SELECT item FROM ledger_owners WHERE name = ?)'
  if (persons.length === 0) return { sql: written, values: [foldName(owner)] }
  const owned = `row IN (
    SELECT owners.item FROM ledger_persons AS persons
      JOIN ledger_items AS items ON items.note_id = persons.note_id
      JOIN ledger_owners AS owners ON owners.item = items.row AND owners.name = persons.name
      WHERE persons.person IN (${persons.map(() => '?').join()}))`
  return { sql: `(${written} OR ${owned})`, values: [foldName(owner), ...persons] }
}

function ofTeam(team: string | readonly string[]): Condition {
  const teams = [team].flat().map((each) => fold(each.trim()))
  const marks = teams.map(() => '?').join(', ')
  return { sql: `note_id IN (SELECT note_id FROM ledger_teams WHERE team IN (${marks}))`, values: teams }
}

function where(select: string, conditions: readonly Condition[], rest: string): Condition {
  const filter = conditions.length > 0 ? ` WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : ''
  return { sql: `${select}${filter} ${rest}`, values: conditions.flatMap(({ values }) => values) }
}

/** A column of a row that is text or a number; null where it is NULL. */
export function readRow(row: Row, column: string): string | number | null {
  const value = row[column]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

const NoteRow = z
  .object({
    note_id: z.string(),
    title: z.string(),
    datetime: z.string().nullable(),
    teams: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    participants: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    front_matter: z.string().transform((json) => z.record(z.string(), z.unknown()).parse(JSON.parse(json))),
    open_todos: z.int(),
    decisions: z.int(),
    updated_at: z.string(),
  })
  .transform(({ note_id, front_matter, open_todos, updated_at, ...same }): LedgerNote => ({
    ...same,
    id: note_id,
    openTodos: open_todos,
    updatedAt: updated_at,
    frontMatter: front_matter,
  }))

export function noteOf(row: Row): LedgerNote {
  return NoteRow.parse(row)
}

export function todoOf(row: Row): Todo {
  const todo = Todo.parse(JSON.parse(String(row['item'])))
  const times = Number(row['times'])
  return times > 0 ? { ...todo, carried: { since: String(row['since']), times } } : todo
}

export function decisionOf(row: Row): Decision {
  return Decision.parse(JSON.parse(String(row['item'])))
}
