import { longestSearch } from '@minutebook/shared/api'
import type { DatabaseSync } from 'node:sqlite'
import { matchOf, noteOfBlock, rowsOf } from './blocks.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Hit, Page, Paging } from './ledger.ts'
import { noteOf, readRow } from './queries.ts'
import { snippetsOf } from './snippets.ts'
import { fold, phrasesOf } from './words.ts'

/** What a word counts in a title, an item, a name and the rest of the text. */
const rank = 'bm25(40, 8, 1.5, 1)'
/** Nobody means more words than these; the others do not count. */
const mostPhrases = 12
/** Of a note so many pieces are looked at more closely. */
const mostPieces = 2000

/**
 * How well a note says a phrase: as its best piece does, and up to 30 % more where others do, too. Scores within 15 %
 * of each other are equal, so that the newer note comes first. [L82]
 */
const perPhrase = (index: number) => `s${index} AS MATERIALIZED (
  SELECT ${noteOfBlock} AS note, min(rank) * (1 + 0.05 * min(count(*) - 1, 6)) AS score
    FROM ledger_words WHERE ledger_words MATCH ? AND rank MATCH '${rank}' GROUP BY 1)`

/** Searches all notes. @throws BadCursor */
export function prepareSearch(database: DatabaseSync): (query: { query: string; team?: string } & Paging) => Page<Hit> {
  // Asked for one note, the engine reads where the words stand in all of them: looking at its pieces is quicker.
  const pieces = database.prepare(`SELECT * FROM ledger_blocks WHERE row BETWEEN ? AND ? LIMIT ${mostPieces}`)
  return ({ query, team, limit, cursor }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, ['number', 'string', 'string'])
    const phrases = [...new Set(phrasesOf(query.slice(0, longestSearch)))].slice(0, mostPhrases)
    if (phrases.length === 0) return { rows: [], nextCursor: null } // [L86]
    const { sql, values } = notesQuery(phrases, team, after)
    const found = database.prepare(`${sql} LIMIT ?`).all(...values, limit + 1)
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const order = ['score', 'meets_at', 'note_id']
    return {
      rows: rows.map((row): Hit => {
        const blocks = pieces.all(...rowsOf(Number(row['row'])))
        return { note: noteOf(row), snippets: snippetsOf(blocks, phrases) }
      }),
      nextCursor: last ? writeCursor(order.map((column) => readRow(last, column) ?? '')) : null,
    }
  }
}

function notesQuery(
  phrases: readonly string[],
  team: string | undefined,
  after: ReturnType<typeof readCursor> | undefined,
) {
  const names = phrases.map((_, index) => `s${index}`)
  const sum = names.map((name) => `${name}.score`).join(' + ')
  const ofTeam = team === undefined ? '' : 'WHERE note_id IN (SELECT note_id FROM ledger_teams WHERE team = ?)'
  const sql = `WITH ${phrases.map((_, index) => perPhrase(index)).join(', ')}, hits AS (
      SELECT ledger_notes.*, CAST(round(ln(max(-(${sum}), 1e-6)) * 7) AS INTEGER) AS score
        FROM s0 ${names
          .slice(1)
          .map((name) => `JOIN ${name} USING (note)`)
          .join(' ')}
        JOIN ledger_notes ON ledger_notes.row = s0.note ${ofTeam})
    SELECT * FROM hits ${after ? 'WHERE (score, meets_at, note_id) < (?, ?, ?)' : ''}
      ORDER BY score DESC, meets_at DESC, note_id DESC`
  const values = [...phrases.map((phrase) => matchOf([phrase])), ...(team === undefined ? [] : [fold(team.trim())])]
  return { sql, values: [...values, ...(after ?? [])] }
}
