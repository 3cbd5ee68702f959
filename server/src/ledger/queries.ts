import { Decision, Todo } from '@minutebook/shared/api'
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import type { Position } from './cursor.ts'
import type { LedgerNote, TodoQuery } from './ledger.ts'
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
    const match = phrasesOf(filter.query).map((phrase) => `"${phrase}"*`)
    conditions.push(
      match.length === 0
        ? { sql: 'FALSE', values: [] } // [L12]
        : { sql: 'row IN (SELECT rowid FROM ledger_words WHERE ledger_words MATCH ?)', values: [match.join(' ')] },
    )
  }
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team))
  if (after) conditions.push({ sql: '(meets_at, note_id) < (?, ?)', values: [...after] })
  return {
    ...where('SELECT * FROM ledger_notes', conditions, 'meets_at DESC, note_id DESC'),
    order: ['meets_at', 'note_id'],
  }
}

/** The TODOs or decisions that a filter lets through, newest meeting first, in a note's order. [L8] */
export function itemQuery(kind: 'todo' | 'decision', filter: TodoQuery, after: Position | undefined): Query {
  const conditions: Condition[] = [{ sql: 'kind = ?', values: [kind] }]
  if (filter.state !== 'all') conditions.push({ sql: 'done = ?', values: [filter.state === 'done' ? 1 : 0] })
  if (filter.due !== undefined) conditions.push({ sql: 'due <= ?', values: [filter.due] })
  if (filter.team !== undefined) conditions.push(ofTeam(filter.team))
  if (filter.owner !== undefined) {
    conditions.push({
      sql: 'row IN (SELECT item FROM ledger_owners WHERE name = ?)',
      values: [foldName(filter.owner)],
    })
  }
  if (filter.query !== undefined && filter.query.trim() !== '') {
    const phrases = phrasesOf(filter.query)
    if (phrases.length === 0) conditions.push({ sql: 'FALSE', values: [] })
    for (const phrase of phrases) conditions.push({ sql: 'instr(words, ?) > 0', values: [` ${phrase}`] })
  }
  if (after) {
    const [meetsAt = '', noteId = '', place = 0] = after
    conditions.push({
      sql: '((meets_at, note_id) < (?, ?) OR (meets_at = ? AND note_id = ? AND place > ?))',
      values: [meetsAt, noteId, meetsAt, noteId, place],
    })
  }
  return {
    ...where('SELECT * FROM ledger_items', conditions, 'meets_at DESC, note_id DESC, place'),
    order: ['meets_at', 'note_id', 'place'],
  }
}

function ofTeam(team: string): Condition {
  return { sql: 'note_id IN (SELECT note_id FROM ledger_teams WHERE team = ?)', values: [fold(team.trim())] }
}

function where(select: string, conditions: readonly Condition[], order: string): Condition {
  const filter = conditions.length > 0 ? ` WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : ''
  return { sql: `${select}${filter} ORDER BY ${order}`, values: conditions.flatMap(({ values }) => values) }
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
  return Todo.parse(JSON.parse(String(row['item'])))
}

export function decisionOf(row: Row): Decision {
  return Decision.parse(JSON.parse(String(row['item'])))
}
