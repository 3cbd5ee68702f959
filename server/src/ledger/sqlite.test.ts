import type { Decision, Todo } from '@minutebook/shared/api'
import type { NoteBlock } from '@minutebook/shared/note'
import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { openFile } from '../store/database.ts'
import { BadCursor, type Ledger, type LedgerEntry, type Page } from './ledger.ts'
import { createSqliteLedger } from './sqlite.ts'

let database: DatabaseSync
let ledger: Ledger

beforeEach(() => {
  database = openFile(':memory:')
  ledger = createSqliteLedger(database, systemClock)
})

interface Words {
  title?: string
  meetsAt?: string | null
  teams?: string[]
  participants?: string[]
  text?: string
  todos?: Partial<Todo>[]
  decisions?: Partial<Decision>[]
  upTo?: number
}

function entry(id: string, words: Words = {}): LedgerEntry {
  const { title = 'A meeting', meetsAt = null, teams = [], participants = [], text = '', upTo = 1 } = words
  const plain = { noteId: id, text: 'Write it', owners: [], section: null, lines: [1, 1] satisfies [number, number] }
  const todos = (words.todos ?? []).map((todo, place) => ({
    ...plain,
    id: `${id}.t${place}`,
    due: null,
    done: false,
    ...todo,
  }))
  const decisions = (words.decisions ?? []).map((decision, place) => ({
    ...plain,
    id: `${id}.d${place}`,
    ...decision,
  }))
  const note = {
    id,
    title,
    datetime: meetsAt,
    teams,
    participants,
    openTodos: todos.filter(({ done }) => !done).length,
    decisions: decisions.length,
    updatedAt: '2024-03-06T12:00:00.000Z',
    frontMatter: { title },
  }
  const names = { teams, participants, rows: [], labels: [] }
  return { note, meetsAt, blocks: blocksOf(title, participants, text), todos, decisions, names, upTo }
}

function blocksOf(title: string, participants: readonly string[], text: string): NoteBlock[] {
  const inHeader = { heading: null, lines: null }
  return [
    { kind: 'title', text: title, ...inHeader },
    ...participants.map((name): NoteBlock => ({ kind: 'person', text: name, ...inHeader })),
    { kind: 'text', text, ...inHeader },
  ]
}

function makeNote(id: string, createdAt: string): number {
  database.prepare('INSERT INTO note (id, created_at) VALUES (?, ?)').run(id, createdAt)
  return grow(id)
}

function grow(id: string): number {
  const { lastInsertRowid } = database.prepare('INSERT INTO log (note, data) VALUES (?, ?)').run(id, new Uint8Array(1))
  return Number(lastInsertRowid)
}

const idsOf = (page: Page<{ id: string }>) => page.rows.map(({ id }) => id)
const find = async (query: string) => idsOf(await ledger.notes({ query, limit: 10 }))
const openTodos = { state: 'open', limit: 10 } as const

test('[L1] putting in a note replaces its rows; older rows change nothing', async () => {
  await ledger.put(entry('a', { title: 'First', todos: [{}, {}], upTo: 1 }))
  const second = entry('a', { title: 'Second', teams: ['core'], todos: [{ text: 'Only one' }], upTo: 3 })
  await ledger.put(second)
  await ledger.put(entry('a', { title: 'Too late', upTo: 2 }))
  expect(await ledger.note('a')).toMatchObject(second.note)
  expect((await ledger.todos(openTodos)).rows).toEqual(second.todos)
  expect(await find('first')).toEqual([])
})

test('[L2] a removed note leaves nothing', async () => {
  const words = { title: 'Gone', teams: ['core'], todos: [{ owners: [{ label: 'RD', participant: null }] }] }
  await ledger.put(entry('a', { ...words, decisions: [{}] }))
  await ledger.remove('a')
  expect(await ledger.note('a')).toBeNull()
  expect(await find('gone')).toEqual([])
  for (const table of ['ledger_notes', 'ledger_items', 'ledger_owners', 'ledger_teams']) {
    expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  }
})

test('[L3] a failing put leaves the rows of before', async () => {
  const first = entry('a', { todos: [{ text: 'Keep me' }] })
  await ledger.put(first)
  database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON ledger_items WHEN NEW.place = 1 BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  )
  await expect(ledger.put(entry('a', { todos: [{}, {}], upTo: 2 }))).rejects.toThrow('disk full')
  expect((await ledger.todos(openTodos)).rows).toEqual(first.todos)
})

test('[L4] a note is stale when its log went on, when it is unknown, and when it is gone', async () => {
  const known = makeNote('known', '2024-01-01T00:00:00.000Z')
  await ledger.put(entry('known', { upTo: known }))
  expect(await ledger.stale()).toEqual([])
  const unknown = makeNote('unknown', '2024-01-01T00:00:00.000Z')
  const grown = grow('known')
  await ledger.put(entry('gone', { upTo: 1 }))
  expect(await ledger.stale()).toEqual([
    { noteId: 'gone', upTo: 1 },
    { noteId: 'unknown', upTo: unknown },
    { noteId: 'known', upTo: grown },
  ])
})

test('[L6] notes come newest meeting first; one without a date counts from when it was made', async () => {
  makeNote('undated', '2024-02-01T00:00:00.000Z')
  await ledger.put(entry('january', { meetsAt: '2024-01-10T10:00:00.000Z' }))
  await ledger.put(entry('undated'))
  await ledger.put(entry('march', { meetsAt: '2024-03-10T10:00:00.000Z' }))
  expect(idsOf(await ledger.notes({ limit: 10 }))).toEqual(['march', 'undated', 'january'])
})

test('[L8] items come newest meeting first, in the order of their note', async () => {
  const decisions = [{ id: 'x' }, { id: 'y' }]
  await ledger.put(entry('old', { meetsAt: '2024-01-10T10:00:00.000Z', todos: [{ id: 'o1' }], decisions }))
  await ledger.put(entry('new', { meetsAt: '2024-03-10T10:00:00.000Z', todos: [{ id: 'n1' }, { id: 'n2' }] }))
  expect(idsOf(await ledger.todos(openTodos))).toEqual(['n1', 'n2', 'o1'])
  expect(idsOf(await ledger.decisions({ limit: 10 }))).toEqual(['x', 'y'])
})

test('[L9] the cursors lead through every row once, while notes are added', async () => {
  const meetsAt = '2024-01-10T10:00:00.000Z'
  for (const id of ['a', 'b', 'c', 'd', 'e']) await ledger.put(entry(id, { meetsAt, todos: [{}, {}, {}] }))
  const notes: string[] = []
  const todos: string[] = []
  for (let cursor: string | undefined, turn = 0; turn === 0 || cursor !== undefined; turn += 1) {
    const page = await ledger.notes({ limit: 2, cursor })
    notes.push(...idsOf(page))
    cursor = page.nextCursor ?? undefined
    await ledger.put(entry(`later${turn}`, { meetsAt: `2024-0${turn + 2}-10T10:00:00.000Z` }))
  }
  for (let cursor: string | undefined, turn = 0; turn === 0 || cursor !== undefined; turn += 1) {
    const page = await ledger.todos({ ...openTodos, limit: 4, cursor })
    todos.push(...idsOf(page))
    cursor = page.nextCursor ?? undefined
  }
  expect(notes).toEqual(['e', 'd', 'c', 'b', 'a'])
  expect(todos).toEqual(['e', 'd', 'c', 'b', 'a'].flatMap((id) => [`${id}.t0`, `${id}.t1`, `${id}.t2`]))
})

test('[L9] a page that is just full is the last one', async () => {
  await ledger.put(entry('a'))
  expect(await ledger.notes({ limit: 1 })).toMatchObject({ nextCursor: null })
})

test.each(['', 'x', 'bnVsbA', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
  '[L10] the cursor %j is refused',
  async (cursor) => {
    await expect(ledger.notes({ limit: 1, cursor })).rejects.toThrow(BadCursor)
    await expect(ledger.todos({ ...openTodos, cursor })).rejects.toThrow(BadCursor)
  },
)

test('[L11] a query finds title, people and text, by the beginnings of words', async () => {
  await ledger.put(
    entry('a', { title: 'Release planning', participants: ['ȘtefanJ'], text: 'We ship the arm64 image.' }),
  )
  await ledger.put(entry('b', { title: 'Retrospective' }))
  expect(await find('stefan')).toEqual(['a'])
  expect(await find('IMAGE relea')).toEqual(['a'])
  expect(await find('planning retro')).toEqual([])
  expect(await find('lanning')).toEqual([])
  expect(await find('re')).toEqual(['b', 'a'])
  expect(await find('  ')).toEqual(['b', 'a'])
})

test('[L12] nothing in a query is a command to the search engine', async () => {
  await ledger.put(entry('a', { title: 'Notes on C++ and "AND"' }))
  for (const query of ['c++', '"and"', 'title:notes', 'notes AND', '(notes', 'no*', '^notes', '-c']) {
    await expect(find(query)).resolves.toBeInstanceOf(Array)
  }
  expect(await find('c++')).toEqual(['a'])
  expect(await find('?!')).toEqual([])
})

test('[L13] a word inside an unspaced line is found', async () => {
  await ledger.put(entry('a', { text: '次の会議は東京で' }))
  expect(await find('会議')).toEqual(['a'])
  expect(await find('議会')).toEqual([])
})

test('[L14] an owner is found by participant and by label, never by resemblance', async () => {
  const certain = { id: 'certain', owners: [{ label: 'RD', participant: 'RăzvanD' }] }
  const uncertain = { id: 'uncertain', owners: [{ label: '@mp', participant: null }] }
  await ledger.put(entry('a', { todos: [certain, uncertain], decisions: [{ id: 'd', owners: certain.owners }] }))
  const by = async (owner: string) => idsOf(await ledger.todos({ ...openTodos, owner }))
  expect(await by('razvand')).toEqual(['certain'])
  expect(await by('rd')).toEqual(['certain'])
  expect(await by('MP')).toEqual(['uncertain'])
  expect(await by('Razvan')).toEqual([])
  expect(idsOf(await ledger.decisions({ owner: 'RăzvanD', limit: 10 }))).toEqual(['d'])
})

test('[L15] a team is found by its whole name', async () => {
  await ledger.put(entry('a', { teams: ['Sécurité', 'core'], todos: [{ id: 't' }], decisions: [{ id: 'd' }] }))
  expect(idsOf(await ledger.notes({ team: 'securite', limit: 10 }))).toEqual(['a'])
  expect(idsOf(await ledger.todos({ ...openTodos, team: 'CORE' }))).toEqual(['t'])
  expect(idsOf(await ledger.decisions({ team: 'core', limit: 10 }))).toEqual(['d'])
  expect(idsOf(await ledger.notes({ team: 'cor', limit: 10 }))).toEqual([])
})

test('[L16] due means on or before that day', async () => {
  const todos = [
    { id: 'early', due: '2024-03-01' },
    { id: 'that', due: '2024-03-08' },
    { id: 'late', due: '2024-03-09' },
  ]
  await ledger.put(entry('a', { todos: [...todos, { id: 'none' }] }))
  expect(idsOf(await ledger.todos({ ...openTodos, due: '2024-03-08' }))).toEqual(['early', 'that'])
})

test('[L17] the state is open, done, or either', async () => {
  await ledger.put(entry('a', { todos: [{ id: 'open' }, { id: 'done', done: true }] }))
  const of = async (state: 'open' | 'done' | 'all') => idsOf(await ledger.todos({ state, limit: 10 }))
  expect([await of('open'), await of('done'), await of('all')]).toEqual([['open'], ['done'], ['open', 'done']])
})

test('[L18] a TODO is found by its id; a decision is none', async () => {
  await ledger.put(entry('a', { todos: [{ id: 't', text: 'Find me' }], decisions: [{ id: 'd' }] }))
  expect(await ledger.todo('t')).toMatchObject({ text: 'Find me' })
  expect(await ledger.todo('d')).toBeNull()
})

test('[L19] a query finds items by text, section and owner', async () => {
  const owners = [{ label: 'ȘJ', participant: 'ȘtefanJ' }]
  await ledger.put(
    entry('a', { todos: [{ id: 't', text: 'Re-send the invoice', section: 'Finances', owners }, { id: 'u' }] }),
  )
  await ledger.put(entry('b', { decisions: [{ id: 'd', text: 'We use arm64' }] }))
  const find = async (query: string) => idsOf(await ledger.todos({ ...openTodos, query }))
  expect(await find('invo finan stefan')).toEqual(['t'])
  expect(await find('re-send')).toEqual(['t'])
  expect(await find('nvoice')).toEqual([])
  expect(await find('%')).toEqual([])
  expect(idsOf(await ledger.decisions({ query: 'ARM64', limit: 10 }))).toEqual(['d'])
})

test('[L30] a put that waits for no disk leaves the commits of the log as they are, also where it fails', async () => {
  const synchronous = () => database.prepare('PRAGMA synchronous').get()?.['synchronous']
  makeNote('a', '2024-01-01T00:00:00.000Z')
  const before = synchronous()
  expect(before).toBe(2)
  await ledger.put(entry('a'))
  expect(synchronous()).toBe(before)
  database.exec('DROP TABLE ledger_items')
  await expect(ledger.put(entry('a', { todos: [{}] }))).rejects.toThrow(/ledger_items/)
  expect(synchronous()).toBe(before)
})
