import type { DatabaseSync } from 'node:sqlite'
import { prepareBlocks } from './blocks.ts'
import { prepareCarried } from './carried.ts'
import type { LedgerEntry } from './ledger.ts'
import { prepareOwned } from './owned.ts'
import { prepareForgetNames, preparePutNames } from './sqlite-names.ts'
import { prepareStates } from './states.ts'
import { fold, foldName, wordsOf } from './words.ts'

/** Forgets a note; gives the other notes whose rows changed by it. */
export function prepareRemove(database: DatabaseSync): (noteId: string) => string[] {
  const forget = prepareForget(database)
  const forgetNames = prepareForgetNames(database)
  const blocks = prepareBlocks(database)
  const row = database.prepare('SELECT row FROM ledger_notes WHERE note_id = ?')
  const carried = prepareCarried(database)
  return (noteId) => {
    const ids = carried.idsOf(noteId)
    const known = row.get(noteId)
    if (known) blocks.forget(Number(known['row']))
    forget(noteId)
    forgetNames(noteId)
    return carried.settle(ids, noteId)
  }
}

/** Forgets all of a note but its words. */
function prepareForget(database: DatabaseSync): (noteId: string) => void {
  const items = 'SELECT row FROM ledger_items WHERE note_id = ?'
  const statements = [
    `DELETE FROM ledger_owners WHERE item IN (${items})`,
    'DELETE FROM ledger_owned WHERE note_id = ?',
    'DELETE FROM ledger_items WHERE note_id = ?',
    'DELETE FROM ledger_teams WHERE note_id = ?',
    'DELETE FROM ledger_notes WHERE note_id = ?',
  ].map((sql) => database.prepare(sql))
  return (noteId) => {
    for (const statement of statements) statement.run(noteId)
  }
}

/** Puts in the rows of a note; gives the other notes whose rows changed by it. */
export function preparePut(database: DatabaseSync): (entry: LedgerEntry) => string[] {
  const forget = prepareForget(database)
  const carried = prepareCarried(database)
  const states = prepareStates(database)
  const blocks = prepareBlocks(database)
  const known = database.prepare('SELECT row, up_to FROM ledger_notes WHERE note_id = ?')
  const made = database.prepare('SELECT created_at FROM note WHERE id = ?')
  const addNote = database.prepare(`
    INSERT INTO ledger_notes
      (row, note_id, up_to, meets_at, updated_at, title, datetime, teams, participants, front_matter, open_todos, decisions, previous, todos, topics, agenda)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const addTeam = database.prepare('INSERT OR IGNORE INTO ledger_teams (team, note_id) VALUES (?, ?)')
  const addItem = database.prepare(`
    INSERT INTO ledger_items (kind, note_id, place, meets_at, id, done, due, words, item)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  `)
  const putNames = preparePutNames(database)
  const addOwner = database.prepare('INSERT OR IGNORE INTO ledger_owners (name, item) VALUES (?, ?)')
  const owned = prepareOwned(database)

  return ({ note, meetsAt: said, blocks: pieces, todos, decisions, names: people, whose, upTo, previous = null }) => {
    const rowBefore = known.get(note.id)
    if (rowBefore && Number(rowBefore['up_to']) > upTo) return [] // [L1]
    const before = states.of(note.id)
    forget(note.id)
    const createdAt = made.get(note.id)?.['created_at']
    const meetsAt = said ?? String(createdAt ?? note.updatedAt)
    const { lastInsertRowid: row } = addNote.run(
      rowBefore?.['row'] ?? null, // the words stay with it
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
      previous,
      todos.length,
      JSON.stringify(note.topics ?? []),
      note.agenda ? JSON.stringify(note.agenda) : null,
    )
    putNames({ ...people, noteId: note.id, at: meetsAt })
    blocks.put(Number(row), pieces)
    for (const team of note.teams) addTeam.run(fold(team.trim()), note.id)
    const items = [
      ...todos.map((item) => ({ kind: 'todo', item, done: item.done, due: item.due })),
      ...decisions.map((item) => ({ kind: 'decision', item, done: item.struck === true, due: null })),
    ]
    for (const [place, { kind, item, done, due }] of items.entries()) {
      const names = item.owners.flatMap(({ label, participant }) =>
        participant === null ? [label] : [label, participant],
      )
      const words = ` ${wordsOf([item.text, item.section ?? '', ...names].join(' '))}`
      const { lastInsertRowid: added } = addItem.run(
        kind,
        note.id,
        place,
        meetsAt,
        item.id,
        done ? 1 : 0,
        due,
        words,
        JSON.stringify(item),
      )
      for (const name of names) addOwner.run(foldName(name), added)
    }
    if (whose) owned.say(note.id, whose)
    owned.gather(note.id)
    states.settle(note.id, before, todos)
    return carried.settle([...new Set([...before.keys(), ...todos.map(({ id }) => id)])], note.id)
  }
}
