import { longestSearch } from '@minutebook/shared/api'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { matchOf, noteOfBlock, rowsOf } from './blocks.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Hit, Page, Paging } from './ledger.ts'
import { noteOf, readRow, type Row } from './queries.ts'
import { snippetsOf } from './snippets.ts'
import { fold, phrasesOf } from './words.ts'

/** What a word counts in a title, an item, a name and the rest of the text. */
const columns = [
  ['title', 40],
  ['item', 8],
  ['person', 1.5],
  ['text', 1],
] as const
const rank = `bm25(${columns.map(([, weight]) => weight).join(', ')})`
/** Nobody means more words than these; the others do not count. */
const mostPhrases = 12
/** Of a note so many pieces are looked at more closely. */
const mostPieces = 2000

/** What stands in more pieces than this says little: where it stands counts then, and not how often. */
const mostRanked = 1500

/**
 * How well a note says a phrase: as its best piece does, and up to 30 % more where others do, too. Scores within 15 %
 * of each other are equal, so that the newer note comes first. [L82]
 */
const perPhrase = (name: string) => `${name} AS MATERIALIZED (
  SELECT ${noteOfBlock} AS note, -min(rank) * (1 + 0.05 * min(count(*) - 1, 6)) AS score
    FROM ledger_words WHERE ledger_words MATCH ? AND rank MATCH '${rank}' GROUP BY 1)`

/**
 * The same for a phrase that very many pieces have: ranking each of them takes long, and tells only in which kind of
 * piece it stands. [L106]
 */
const perCommonPhrase = (name: string) => `${name} AS MATERIALIZED (
  SELECT note, max(score) AS score FROM (${columns
    .map(([column]) => `SELECT DISTINCT ${noteOfBlock} AS note, ? AS score FROM ledger_words('{${column}} : ' || ?)`)
    .join(' UNION ALL ')}) GROUP BY 1)`

/** Searches all notes. @throws BadCursor */
export function prepareSearch(database: DatabaseSync): (query: { query: string; team?: string } & Paging) => Page<Hit> {
  const countOf = database.prepare('SELECT count(*) AS count FROM ledger_words WHERE ledger_words MATCH ?')
  const allPieces = database.prepare('SELECT count(*) AS count FROM ledger_words_docsize')
  const noteOfRow = database.prepare('SELECT * FROM ledger_notes WHERE row = ?')
  const places = preparePieces(database)

  /** The table of a phrase's scores, and what it is asked with. */
  const scoresOf = (phrase: string, name: string) => {
    const match = matchOf([phrase])
    const count = Number(countOf.get(match)?.['count'])
    if (count <= mostRanked) return { sql: perPhrase(name), values: [match] }
    const all = Number(allPieces.get()?.['count'])
    const rarity = Math.max(1e-6, Math.log((all - count + 0.5) / (count + 0.5)))
    // as the engine ranks a piece of the usual length
    const values = columns.flatMap(([, weight]) => [(rarity * weight * 2.2) / (weight + 1.2), match])
    return { sql: perCommonPhrase(name), values }
  }

  return ({ query, team, limit, cursor }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, ['number', 'string', 'string'])
    const phrases = [...new Set(phrasesOf(query.slice(0, longestSearch)))].slice(0, mostPhrases)
    if (phrases.length === 0) return { rows: [], nextCursor: null } // [L86]
    const { sql, values } = notesQuery(
      phrases.map((phrase, index) => scoresOf(phrase, `s${index}`)),
      team,
      after,
    )
    const found = database.prepare(`${sql} LIMIT ?`).all(...values, limit + 1)
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const order = ['score', 'meets_at', 'note_id']
    const piecesOf = places(phrases)
    return {
      rows: rows.flatMap(({ row }): Hit[] => {
        const note = noteOfRow.get(Number(row))
        return note ? [{ note: noteOf(note), snippets: snippetsOf(piecesOf(Number(row)), phrases) }] : []
      }),
      nextCursor: last ? writeCursor(order.map((column) => readRow(last, column) ?? '')) : null,
    }
  }
}

function notesQuery(
  scores: readonly { sql: string; values: SQLInputValue[] }[],
  team: string | undefined,
  after: ReturnType<typeof readCursor> | undefined,
) {
  const names = scores.map((_, index) => `s${index}`)
  const sum = names.map((name) => `${name}.score`).join(' + ')
  const ofTeam = team === undefined ? '' : 'WHERE note_id IN (SELECT note_id FROM ledger_teams WHERE team = ?)'
  const sql = `WITH ${scores.map(({ sql: each }) => each).join(', ')}, hits AS (
      SELECT ledger_notes.row, meets_at, note_id, CAST(round(ln(max(${sum}, 1e-6)) * 7) AS INTEGER) AS score
        FROM s0 ${names
          .slice(1)
          .map((name) => `JOIN ${name} USING (note)`)
          .join(' ')}
        JOIN ledger_notes ON ledger_notes.row = s0.note ${ofTeam})
    SELECT * FROM hits ${after ? 'WHERE (score, meets_at, note_id) < (?, ?, ?)' : ''}
      ORDER BY score DESC, meets_at DESC, note_id DESC`
  const values = [...scores.flatMap((each) => each.values), ...(team === undefined ? [] : [fold(team.trim())])]
  return { sql, values: [...values, ...(after ?? [])] }
}

/**
 * Reads the pieces of a note that may say the phrases, those first that may say all of them, the weightiest kinds first;
 * some come twice. Asked for one note, the engine reads where the words stand in all of them: looking at its pieces is
 * quicker. What has other letters than those of ASCII is looked at more closely in any case.
 */
function preparePieces(database: DatabaseSync): (phrases: readonly string[]) => (note: number) => Iterable<Row> {
  // put in order without a look at what they say: of a common word the first few are enough
  const ask = (kinds: string, holds: string) =>
    database.prepare(
      `SELECT pieces.* FROM (
          SELECT row FROM ledger_blocks WHERE row BETWEEN ? AND ? AND kind ${kinds} ORDER BY place LIMIT ${mostPieces}
        ) AS ordered CROSS JOIN ledger_blocks AS pieces ON pieces.row = ordered.row
        WHERE (${holds}) OR text GLOB '*[^ -~]*'`,
    )
  return (phrases) => {
    const words = phrases.map((phrase) => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a), ''))
    const isThere = words.map(() => 'instr(lower(text), ?) > 0')
    const levels = [
      "= 'title'",
      "IN ('todo', 'decision')",
      "= 'person'",
      "NOT IN ('title', 'todo', 'decision', 'person')",
    ]
    const all = levels.map((kinds) => ask(kinds, isThere.join(' AND ')))
    const any = words.length > 1 ? levels.map((kinds) => ask(kinds, isThere.join(' OR '))) : []
    const statements = [...all, ...any]
    return function* piecesOf(note) {
      for (const statement of statements) yield* statement.iterate(...rowsOf(note), ...words)
    }
  }
}
