import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { whenFree } from '../store/busy.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { decisionOf, itemQuery, noteOf, noteQuery, readRow, todoOf, type Query, type Row } from './queries.ts'
import type { Ledger, LedgerEntry, Page } from './ledger.ts'
import { fold, foldName, wordsOf } from './words.ts'

/**
 * A ledger in the database of the embedded store, whose migrations have run. The tables are its own, but which notes
 * there are, since when, and how far their logs go, it reads from the store's.
 */
export function createSqliteLedger(database: DatabaseSync, clock: Clock): Ledger {
  const put = preparePut(database)
  const forget = prepareForget(database)
  const byId = database.prepare('SELECT * FROM ledger_notes WHERE note_id = ?')
  const todoById = database.prepare("SELECT item FROM ledger_items WHERE id = ? AND kind = 'todo' ORDER BY row LIMIT 1")
  const staleNotes = database.prepare(`
    SELECT log.note AS note_id, max(log.row) AS up_to
      FROM log LEFT JOIN ledger_notes AS known ON known.note_id = log.note
      GROUP BY log.note HAVING known.up_to IS NULL OR max(log.row) > known.up_to
    UNION ALL
    SELECT note_id, up_to FROM ledger_notes WHERE note_id NOT IN (SELECT id FROM note)
    ORDER BY up_to
  `)
  const list = <T>(query: Query, limit: number, read: (row: Row) => T): Page<T> => {
    const rows = database.prepare(`${query.sql} LIMIT ?`).all(...query.values, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const nextCursor = last ? writeCursor(query.order.map((column) => readRow(last, column) ?? '')) : null
    return { rows: rows.slice(0, limit).map(read), nextCursor }
  }

  return {
    put: (entry) => whenFree(clock, () => transact(database, () => put(entry))),
    remove: (noteId) => whenFree(clock, () => transact(database, () => forget(noteId))),
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
        return list(noteQuery(filter, after), limit, noteOf)
      }),
    todo: (id) =>
      settled(() => {
        const row = todoById.get(id)
        return row ? todoOf(row) : null
      }),
    todos: ({ limit, cursor, ...filter }) =>
      settled(() => list(itemQuery('todo', filter, afterItem(cursor)), limit, todoOf)),
    decisions: ({ limit, cursor, ...filter }) =>
      settled(() => list(itemQuery('decision', { ...filter, state: 'all' }, afterItem(cursor)), limit, decisionOf)),
  }
}

function afterItem(cursor: string | undefined) {
  return cursor === undefined ? undefined : readCursor(cursor, ['string', 'string', 'number'])
}

/** A failing call rejects, as one of a database in another process would. */
function settled<T>(run: () => T): Promise<T> {
  return new Promise((resolve) => resolve(run()))
}

/**
 * Nothing is awaited between the statements, so nobody else's writing comes between them. [L3] The ledger does not wait
 * for the disk: the log's next commit syncs the file as a whole, and what a power cut takes before is made again. [L30]
 */
function transact(database: DatabaseSync, run: () => void): void {
  database.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE')
  try {
    run()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  } finally {
    database.exec('PRAGMA synchronous = FULL')
  }
}

function prepareForget(database: DatabaseSync): (noteId: string) => void {
  const statements = [
    'DELETE FROM ledger_words WHERE rowid = (SELECT row FROM ledger_notes WHERE note_id = ?)',
    'DELETE FROM ledger_owners WHERE item IN (SELECT row FROM ledger_items WHERE note_id = ?)',
    'DELETE FROM ledger_items WHERE note_id = ?',
    'DELETE FROM ledger_teams WHERE note_id = ?',
    'DELETE FROM ledger_notes WHERE note_id = ?',
  ].map((sql) => database.prepare(sql))
  return (noteId) => {
    for (const statement of statements) statement.run(noteId)
  }
}

function preparePut(database: DatabaseSync): (entry: LedgerEntry) => void {
  const forget = prepareForget(database)
  const known = database.prepare('SELECT up_to FROM ledger_notes WHERE note_id = ?')
  const made = database.prepare('SELECT created_at FROM note WHERE id = ?')
  const addNote = database.prepare(`
    INSERT INTO ledger_notes
      (note_id, up_to, meets_at, updated_at, title, datetime, teams, participants, front_matter, open_todos, decisions)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const addWords = database.prepare('INSERT INTO ledger_words (rowid, title, people, text) VALUES (?, ?, ?, ?)')
  const addTeam = database.prepare('INSERT OR IGNORE INTO ledger_teams (team, note_id) VALUES (?, ?)')
  const addItem = database.prepare(`
    INSERT INTO ledger_items (kind, note_id, place, meets_at, id, done, due, words, item) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const addOwner = database.prepare('INSERT OR IGNORE INTO ledger_owners (name, item) VALUES (?, ?)')

  return ({ note, meetsAt: said, text, todos, decisions, upTo }) => {
    const rowBefore = known.get(note.id)
    if (rowBefore && Number(rowBefore['up_to']) > upTo) return // [L1]
    forget(note.id)
    const createdAt = made.get(note.id)?.['created_at']
    const meetsAt = said ?? String(createdAt ?? note.updatedAt)
    const { lastInsertRowid: row } = addNote.run(
      note.id,
      upTo,
      meetsAt,
      note.updatedAt,
      note.title,
      note.datetime,
      JSON.stringify(note.teams),
      JSON.stringify(note.participants),
      JSON.stringify(note.frontMatter),
      note.openTodos,
      note.decisions,
    )
    addWords.run(row, wordsOf(note.title), wordsOf(note.participants.join(' ')), wordsOf(text))
    for (const team of note.teams) addTeam.run(fold(team.trim()), note.id)
    const items = [
      ...todos.map((item) => ({ kind: 'todo', item, done: item.done, due: item.due })),
      ...decisions.map((item) => ({ kind: 'decision', item, done: false, due: null })),
    ]
    for (const [place, { kind, item, done, due }] of items.entries()) {
      const names = item.owners.flatMap(({ label, participant }) =>
        participant === null ? [label] : [label, participant],
      )
      const words = ` ${wordsOf([item.text, item.section ?? '', ...names].join(' '))}`
      const added = addItem.run(kind, note.id, place, meetsAt, item.id, done ? 1 : 0, due, words, JSON.stringify(item))
      for (const name of names) addOwner.run(foldName(name), added.lastInsertRowid)
    }
  }
}
