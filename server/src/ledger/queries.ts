import { NoteAgenda, type Decision, type Todo } from '@minutebook/shared/api'
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import type { Position } from './cursor.ts'
import type { LedgerNote, TodoQuery } from './ledger.ts'
import { matchOf, noteOfBlock } from './blocks.ts'
import { isKey } from './owner-group.ts'
import { fold, foldName, phrasesOf } from './words.ts'

/** What `due_key` is without a day: it comes after every day. */
const noDay = '9999-99-99'

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
export function noteQuery(
  filter: { query?: string; team?: string; id?: string | readonly string[] },
  after: Position | undefined,
): Query {
  const conditions: Condition[] = []
  if (filter.query !== undefined && filter.query.trim() !== '') {
    const phrases = phrasesOf(filter.query)
    if (phrases.length === 0) conditions.push({ sql: 'FALSE', values: [] }) // [L12]
    for (const phrase of phrases) {
      const sql = `row IN (SELECT DISTINCT ${noteOfBlock} FROM ledger_words WHERE ledger_words MATCH ?)`
      conditions.push({ sql, values: [matchOf([phrase])] })
    }
  }
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team))
  if (filter.id !== undefined) {
    const ids = [filter.id].flat()
    conditions.push({ sql: `note_id IN (${ids.map(() => '?').join()})`, values: ids })
  }
  if (after) conditions.push({ sql: '(meets_at, note_id) < (?, ?)', values: [...after] })
  return {
    ...where('SELECT * FROM ledger_notes', conditions, 'ORDER BY meets_at DESC, note_id DESC'),
    order: ['meets_at', 'note_id'],
  }
}

/** How the rows of items are ordered: all of `ascending`, then newest meeting first, in a note's order. [L8] [L41] */
export interface ItemOrder {
  ascending: readonly string[]
  /** gives the group of a row, and its name */
  group: string
  name: string
  /** rows are those of `ledger_owned`: an item is in each group of its owners [L98] */
  isOwned: boolean
}

const byMeeting: ItemOrder = { ascending: [], group: 'note_id', name: "''", isOwned: false }
const byOwner: ItemOrder = { ascending: ['owner', 'due_key'], group: 'owner', name: 'name', isOwned: true }
/** All rows are of one group. */
const ofOneGroup: ItemOrder = { ...byOwner, ascending: ['due_key'] }
/** All rows are of one owner, and make one group, whoever else owns them, too. */
const ofOneOwner: ItemOrder = { ascending: ['due_key'], group: "''", name: "''", isOwned: false }

export function orderOf({ group, owner }: { group?: 'owner' | 'meeting'; owner?: string }): ItemOrder {
  if (group !== 'owner') return byMeeting
  if (owner === undefined) return byOwner
  return isKey(owner) ? ofOneGroup : ofOneOwner
}

/** The types of the sort keys of an order, for `readCursor`. */
export function kindsOf({ ascending }: ItemOrder): ('string' | 'number')[] {
  return [...ascending.map(() => 'string' as const), 'string', 'string', 'number']
}

export type ItemKind = 'todo' | 'decision'

/**
 * The TODOs or decisions that a filter lets through, in an order, from after a position on; owned ones by their row. Those
 * of any state come from two lists that are in their order each: merged, they need no sorting. [L50]
 */
export function itemQuery(kind: ItemKind, filter: TodoQuery, order: ItemOrder = byMeeting, after?: Position): Query {
  const columns = [...order.ascending, 'meets_at', 'note_id', 'place']
  const sorting = [...order.ascending, 'meets_at DESC', 'note_id DESC', 'place'].map((column) => `at.${column}`)
  // the items themselves are read when the page is known: nothing long is sorted
  const own = order.isOwned ? ['item', 'owner', 'name'] : ['item', 'since', 'times']
  const selected = [...new Set([...own, ...columns])].map((column) => `at.${column}`)
  const select = `SELECT ${selected.join(', ')} FROM ${tableOf(order)}`
  const isMerged = filter.state === 'all' && filter.note === undefined
  const states = isMerged ? (['open', 'done'] as const) : [filter.state]
  const lists = states.map((state) => {
    const conditions = itemConditions(kind, { ...filter, state }, order)
    return where(select, after ? [...conditions, afterItem(order, after)] : conditions)
  })
  const all = lists.map(({ sql }) => sql).join(' UNION ALL ')
  return {
    sql: `${isMerged ? `SELECT * FROM (${all}) AS at` : all} ORDER BY ${sorting.join(', ')}`,
    values: lists.flatMap(({ values }) => values),
    order: columns,
  }
}

/** How many of them there are, by group, without those of the notes that are hidden. */
export function countQuery(
  kind: ItemKind,
  filter: TodoQuery,
  order: ItemOrder,
  hidden: readonly string[] = [],
): Condition {
  const { group, name, isOwned } = order
  const firsts = isOwned && filter.owner === undefined ? 'sum(at.nth = 0)' : 'count(*)'
  return where(
    `SELECT ${columnOf(group)} AS key, min(${columnOf(name)}) AS name, count(*) AS count,
      sum(at.done = 0) AS open, ${firsts} AS firsts FROM ${tableOf(order)}`,
    [...itemConditions(kind, filter, order), ...(hidden.length > 0 ? [notOf(hidden)] : [])],
    'GROUP BY key',
  )
}

function notOf(notes: readonly string[]): Condition {
  return { sql: 'at.note_id NOT IN (SELECT value FROM json_each(?))', values: [JSON.stringify(notes)] }
}

function tableOf({ isOwned }: ItemOrder): string {
  return isOwned ? 'ledger_owned AS at' : 'ledger_items AS at'
}

function columnOf(name: string): string {
  return name.startsWith("'") ? name : `at.${name}`
}

function isSearch({ query }: TodoQuery): boolean {
  return query !== undefined && query.trim() !== ''
}

function itemConditions(kind: ItemKind, filter: TodoQuery, order: ItemOrder): Condition[] {
  // of one note, the way by the note is the shortest
  const by = filter.note === undefined ? 'at.' : '+at.'
  const conditions: Condition[] = [{ sql: `${by}kind = ? AND ${by}shown = 1`, values: [kind] }]
  const { state } = filter
  if (state !== 'all') conditions.push({ sql: `${by}done = ?`, values: [state === 'done' ? 1 : 0] })
  if (filter.due === 'none') conditions.push({ sql: `at.due_key = '${noDay}'`, values: [] })
  else if (filter.due !== undefined) conditions.push({ sql: 'at.due_key <= ?', values: [filter.due] })
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team, 'at.note_id'))
  if (filter.note !== undefined) conditions.push({ sql: 'at.note_id = ?', values: [filter.note] })
  if (filter.since !== undefined) conditions.push({ sql: 'at.meets_at >= ?', values: [filter.since] })
  if (filter.owner !== undefined) conditions.push(ofOwner(filter.owner, filter.groups ?? [], kind, order))
  if (isSearch(filter)) conditions.push(...(order.isOwned ? [itemsSaying(kind, filter)] : saying(filter)))
  return conditions
}

function saying({ query = '' }: TodoQuery): Condition[] {
  const phrases = phrasesOf(query)
  if (phrases.length === 0) return [{ sql: 'FALSE', values: [] }]
  return phrases.map((phrase) => ({ sql: 'instr(at.words, ?) > 0', values: [` ${phrase}`] }))
}

/** Each item is read once, however many own it. [L108] */
function itemsSaying(kind: ItemKind, { query, state, note }: TodoQuery): Condition {
  const asked = { state, ...(query === undefined ? {} : { query }), ...(note === undefined ? {} : { note }) }
  const { sql, values } = where('SELECT at.row FROM ledger_items AS at', itemConditions(kind, asked, byMeeting))
  return { sql: `at.item IN (${sql})`, values }
}

/** The first condition follows from the second; with it, an index leads to the place. */
function afterItem({ ascending }: ItemOrder, after: Position): Condition {
  const first = after.slice(0, ascending.length)
  const [meetsAt = '', noteId = '', place = 0] = after.slice(ascending.length)
  const older: Condition = {
    sql: '((at.meets_at, at.note_id) < (?, ?) OR (at.meets_at = ? AND at.note_id = ? AND at.place > ?))',
    values: [meetsAt, noteId, meetsAt, noteId, place],
  }
  if (first.length === 0) {
    return { sql: `(at.meets_at, at.note_id) <= (?, ?) AND ${older.sql}`, values: [meetsAt, noteId, ...older.values] }
  }
  const columns = `(${ascending.map((column) => `at.${column}`).join(', ')})`
  const marks = `(${ascending.map(() => '?').join(', ')})`
  return {
    sql: `${columns} >= ${marks} AND (${columns} > ${marks} OR (${columns} = ${marks} AND ${older.sql}))`,
    values: [...first, ...first, ...first, ...older.values],
  }
}

/** Items of one group; or those whose owner is written so, or in one of these groups. [P24] [L99] */
function ofOwner(owner: string, groups: readonly string[], kind: ItemKind, { isOwned }: ItemOrder): Condition {
  if (isOwned) return { sql: 'at.owner = ?', values: [owner] }
  const [keys, written] = isKey(owner) ? [[owner], null] : [groups, foldName(owner)]
  const marks = keys.map(() => '?').join()
  const owned = `at.row IN (
    SELECT item FROM ledger_owned WHERE kind = ? AND shown = 1 AND done IN (0, 1) AND owner IN (${marks}))`
  if (written === null) return { sql: owned, values: [kind, ...keys] }
  const named = 'at.row IN (SELECT item FROM ledger_owners WHERE name = ?)'
  if (keys.length === 0) return { sql: named, values: [written] }
  return { sql: `(${named} OR ${owned})`, values: [written, kind, ...keys] }
}

function ofTeam(team: string | readonly string[], column = 'note_id'): Condition {
  const teams = [team].flat().map((each) => fold(each.trim()))
  const marks = teams.map(() => '?').join(', ')
  return { sql: `${column} IN (SELECT note_id FROM ledger_teams WHERE team IN (${marks}))`, values: teams }
}

function where(select: string, conditions: readonly Condition[], rest = ''): Condition {
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
    todos: z.int(),
    decisions: z.int(),
    updated_at: z.string(),
    topics: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    agenda: z
      .string()
      .nullable()
      .transform((json) => (json === null ? undefined : NoteAgenda.parse(JSON.parse(json)))),
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
  const todo: Todo = JSON.parse(String(row['item']))
  const times = Number(row['times'])
  return times > 0 ? { ...todo, carried: { since: String(row['since']), times } } : todo
}

export function decisionOf(row: Row): Decision {
  const decision: Decision = JSON.parse(String(row['item']))
  return decision
}
