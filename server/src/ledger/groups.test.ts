import type { Decision, Todo } from '@minutebook/shared/api'
import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { openFile } from '../store/database.ts'
import type { Ledger, LedgerEntry, TodoQuery } from './ledger.ts'
import { countQuery, itemQuery, orderOf } from './queries.ts'
import { createSqliteLedger } from './sqlite.ts'
import { createSqliteNames } from './sqlite-names.ts'
import type { LedgerNames } from './names.ts'
import { nobody } from './owner-group.ts'

let database: DatabaseSync
let ledger: Ledger
let names: LedgerNames

beforeEach(() => {
  database = openFile(':memory:')
  ledger = createSqliteLedger(database, systemClock)
  names = createSqliteNames(database, systemClock)
})

interface Words {
  day?: string
  teams?: string[]
  todos?: Partial<Todo>[]
  decisions?: Partial<Decision>[]
}

function entry(id: string, { day = '2024-03-06', teams = [], todos = [], decisions = [] }: Words): LedgerEntry {
  const plain = { noteId: id, text: 'Write it', owners: [], section: null, lines: [1, 1] satisfies [number, number] }
  return {
    note: {
      id,
      title: `Meeting ${id}`,
      datetime: day,
      teams,
      participants: [],
      openTodos: todos.filter(({ done }) => done !== true).length,
      decisions: decisions.length,
      updatedAt: '2024-03-06T12:00:00.000Z',
      frontMatter: {},
    },
    meetsAt: `${day}T10:00:00.000Z`,
    blocks: [],
    names: { teams, participants: [], rows: [], labels: [] },
    todos: todos.map((todo, place) => ({ ...plain, id: `${id}.t${place}`, due: null, done: false, ...todo })),
    decisions: decisions.map((decision, place) => ({ ...plain, id: `${id}.d${place}`, ...decision })),
    upTo: 1,
  }
}

const named = (label: string, participant: string | null = null) => ({ label, participant })
const open = { state: 'open', group: 'owner', limit: 50 } as const

async function grouped(query: Partial<TodoQuery> = {}): Promise<Record<string, string[]>> {
  const { rows, places } = await ledger.todos({ ...open, ...query })
  const groups: Record<string, string[]> = {}
  for (const [index, row] of rows.entries()) (groups[places[index]?.group.name ?? '?'] ??= []).push(row.id)
  return groups
}

test('[L40, L97] TODOs stand under the words as written where nobody knows more; nobody’s come last', async () => {
  await ledger.put(
    entry('a', {
      todos: [
        { id: 'none' },
        { id: 'upper', owners: [named('RD')] },
        { id: 'written', owners: [named('@razvand')] },
        { id: 'both', owners: [named('Ann'), named('rd')] },
      ],
    }),
  )
  expect(Object.entries(await grouped())).toEqual([
    ['Ann', ['both']],
    ['razvand', ['written']],
    ['RD', ['upper']],
    ['rd', ['both']],
    ['', ['none']],
  ])
  const { places } = await ledger.todos(open)
  expect(new Set(places.map(({ group }) => group.key))).toEqual(new Set(['ann ~', 'rd ~', 'razvand ~', '']))
})

test('[L95, L98] a TODO stands once under each person who owns it, also where two labels mean one', async () => {
  const group = { key: 'ann ~@core:ann', name: 'Ann' }
  const owners = [named('AB'), named('Ann'), named('Bo')]
  await ledger.put(entry('a', { todos: [{ id: 'x', owners }] }))
  const rows = ['ab', 'ann'].map((label) => ({ noteId: 'a', label, group, person: 'core:ann' }))
  expect(await names.setOwners(rows)).toEqual(['a'])
  expect(await names.setOwners(rows)).toEqual([])
  expect(await grouped()).toEqual({ Ann: ['x'], Bo: ['x'] })
  expect(await names.openTodos()).toEqual([{ person: 'core:ann', noteId: 'a' }])
  await ledger.put({
    ...entry('a', {
      todos: [
        { id: 'x', owners },
        { id: 'y', owners: [named('AB')] },
      ],
    }),
    upTo: 2,
  })
  expect(await grouped()).toEqual({ Ann: ['x', 'y'], Bo: ['x'] })
  const counts = await ledger.counts({ state: 'open', group: 'owner' }, 'todo', [])
  expect(counts.map(({ count, firsts }) => [count, firsts])).toEqual([
    [2, 2],
    [1, 0],
  ])
  expect(await names.setOwners([])).toEqual(['a'])
  expect(await grouped()).toEqual({ AB: ['x', 'y'], Ann: ['x'], Bo: ['x'] })
})

test('[L99] the key of a group finds what is in it, and nothing that is only written so', async () => {
  const group = { key: 'ann ~@core:ann', name: 'Ann' }
  await ledger.put(entry('a', { todos: [{ id: 'a1', owners: [named('AB')] }, { id: 'a2' }] }))
  await ledger.put(entry('b', { todos: [{ id: 'b1', owners: [named('AB')], due: '2024-03-08' }] }))
  await ledger.put(entry('c', { todos: [{ id: 'c1', owners: [named('AB'), named('Bo')] }] }))
  await names.setOwners(['a', 'b'].map((noteId) => ({ noteId, label: 'ab', group, person: 'core:ann' })))
  for (const by of ['owner', 'meeting'] as const) {
    const find = async (owner: string) =>
      (await ledger.todos({ state: 'open', limit: 9, group: by, owner })).rows.map(({ id }) => id)
    expect((await find(group.key)).toSorted()).toEqual(['a1', 'b1'])
    expect(await find('ab ~')).toEqual(['c1'])
    expect((await find('AB')).toSorted()).toEqual(['a1', 'b1', 'c1'])
    expect(await find(nobody)).toEqual(['a2'])
    const counts = await ledger.counts({ state: 'open', group: by, owner: group.key }, 'todo', [])
    expect(counts.reduce((sum, { firsts }) => sum + firsts, 0)).toBe(2)
  }
})

test('[L41] of an owner, what is due first comes first, then newest meeting first', async () => {
  const owners = [named('Ann')]
  await ledger.put(
    entry('old', {
      day: '2024-01-03',
      todos: [
        { id: 'o1', owners },
        { id: 'o2', owners, due: '2024-03-08' },
      ],
    }),
  )
  await ledger.put(
    entry('new', {
      todos: [
        { id: 'n1', owners },
        { id: 'n2', owners },
        { id: 'n3', owners, due: '2024-03-09' },
        { id: 'n4', owners, due: '2024-03-07' },
      ],
    }),
  )
  const order = ['n4', 'o2', 'n3', 'n1', 'n2', 'o1']
  expect(await grouped()).toEqual({ Ann: order })
  const paged: string[] = []
  for (let cursor: string | undefined, turn = 0; turn === 0 || cursor !== undefined; turn += 1) {
    const page = await ledger.todos({ ...open, limit: 2, cursor })
    paged.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  }
  expect(paged).toEqual(order)
})

test('[L42] a TODO that was carried over is listed once, as the newest meeting has it', async () => {
  const first = entry('a', { day: '2024-01-03', todos: [{ id: 'x', text: 'Call' }, { id: 'y' }] })
  expect(await ledger.put(first)).toEqual([])
  expect(await ledger.put(entry('c', { day: '2024-03-06', todos: [{ id: 'x', text: 'Call again' }] }))).toEqual(['a'])
  expect(await ledger.put(entry('b', { day: '2024-02-07', todos: [{ id: 'x', text: 'Call', done: true }] }))).toEqual(
    ['a', 'c'].toSorted().reverse(),
  )
  const listed = async () => (await ledger.todos({ state: 'all', limit: 50 })).rows
  expect(await listed()).toMatchObject([
    { id: 'x', noteId: 'c', text: 'Call again', carried: { since: '2024-01-03', times: 2 } },
    { id: 'y', noteId: 'a' },
  ])
  expect((await listed())[1]).not.toHaveProperty('carried')
  expect(await ledger.todo('x')).toMatchObject({ noteId: 'c' })
  await ledger.remove('c')
  expect(await listed()).toMatchObject([{ id: 'x', noteId: 'b', done: true, carried: { times: 1 } }, { id: 'y' }])
  await ledger.put({ ...entry('b', { day: '2024-02-07' }), upTo: 2 })
  expect(await listed()).toEqual(first.todos)
})

test('[L43] a list of one owner is one group', async () => {
  const se = named('SE', 'Simon')
  await ledger.put(
    entry('a', {
      todos: [
        { id: '1', owners: [named('MP'), se] },
        { id: '2', owners: [se], due: '2024-03-08' },
      ],
    }),
  )
  expect(await grouped({ owner: 'Simon' })).toEqual({ Simon: ['2', '1'] })
  expect(await grouped({ owner: 'SE' })).toEqual({ SE: ['2', '1'] })
})

test('[L44] lists are narrowed to teams, to a note, to meetings since a day, and to what has no due date', async () => {
  await ledger.put(
    entry('a', {
      day: '2024-01-03',
      teams: ['core'],
      todos: [{ id: 'a1', due: '2024-03-08' }, { id: 'a2' }],
      decisions: [{ id: 'ad' }],
    }),
  )
  await ledger.put(entry('b', { day: '2024-02-07', teams: ['Docs'], todos: [{ id: 'b1' }], decisions: [{ id: 'bd' }] }))
  await ledger.put(entry('c', { teams: ['other'], todos: [{ id: 'c1' }] }))
  const find = async (query: Partial<TodoQuery>) =>
    (await ledger.todos({ state: 'open', limit: 9, ...query })).rows.map(({ id }) => id)
  expect(await find({ team: ['core', 'docs'] })).toEqual(['b1', 'a1', 'a2'])
  expect(await find({ note: 'b' })).toEqual(['b1'])
  expect(await find({ since: '2024-02-07' })).toEqual(['c1', 'b1'])
  expect(await find({ due: 'none' })).toEqual(['c1', 'b1', 'a2'])
  expect((await ledger.decisions({ since: '2024-02-01', limit: 9 })).rows.map(({ id }) => id)).toEqual(['bd'])
})

test('[L45] counts by group, and what there is to choose from', async () => {
  const [ann, mp] = [named('Ann'), named('MP')]
  await ledger.put(
    entry('a', { teams: ['core'], todos: [{ owners: [ann, mp] }, { owners: [ann], done: true }, {}], decisions: [{}] }),
  )
  await ledger.put(entry('b', { todos: [{ owners: [mp] }] }))
  const said = async (hidden: string[]) => {
    const counts = await ledger.counts({ state: 'all', group: 'owner' }, 'todo', hidden)
    return counts.map(({ group, count, open, firsts }) => [group.name, count, open, firsts].join(' ')).toSorted()
  }
  expect(await said([])).toEqual([' 1 1 1', 'Ann 2 1 2', 'MP 2 2 1'])
  expect(await said(['b', 'x'])).toEqual([' 1 1 1', 'Ann 2 1 2', 'MP 1 1 0'])
  expect(await said(['a', 'b'])).toEqual([])
  expect(await ledger.counts({ state: 'open' }, 'decision', [])).toMatchObject([
    { group: { key: 'a', name: 'Meeting a' }, count: 1 },
  ])
  expect(await ledger.noteIds()).toEqual(['a', 'b'])
  expect(await ledger.facets(['a'])).toMatchObject({
    notes: [{ id: 'b' }],
    owners: [{ owner: { name: 'MP' }, open: 1 }],
  })
  const { notes, owners } = await ledger.facets([])
  expect(notes).toEqual([
    { id: 'a', openTodos: 2, todos: 3, decisions: 1, teams: ['core'] },
    { id: 'b', openTodos: 1, todos: 1, decisions: 0, teams: [] },
  ])
  expect(owners.map(({ owner, open }) => [owner.name, open].join(' '))).toEqual(['Ann 1', 'MP 2'])
})

function plan(sql: string, values: readonly unknown[]): string[] {
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(values as string[]))
  return rows.map((row) => String(row['detail']))
}

test('[L50] pages are read from an index in their order', () => {
  const pages = [
    { group: 'owner', after: ['ann', '2024-03-08', 'x', 'y', 1], index: 'ledger_owned_order' },
    { group: 'owner', owner: 'ann ~', after: ['2024-03-08', 'x', 'y', 1], index: 'ledger_owned_order' },
    { group: 'meeting', after: ['x', 'y', 1], index: 'ledger_items_newest' },
  ] as const
  for (const { after, index, ...filter } of pages) {
    for (const from of [undefined, after]) {
      for (const kind of ['todo', 'decision'] as const) {
        const { sql, values } = itemQuery(kind, { state: 'open', ...filter }, orderOf(filter), from)
        const [first, ...others] = plan(sql, values)
        expect(first).toMatch(new RegExp(`^SEARCH at USING INDEX ${index} \\(kind=\\? AND shown=\\? AND done=\\?`))
        expect(others).toEqual([])
      }
    }
  }
  for (const { after, index, ...filter } of pages) {
    for (const from of [undefined, after]) {
      const { sql, values } = itemQuery('todo', { state: 'all', ...filter }, orderOf(filter), from)
      const steps = plan(sql, values)
      expect(steps.filter((step) => step.includes(`INDEX ${index} (kind=? AND shown=? AND done=?`))).toHaveLength(2)
      expect(steps.filter((step) => /SCAN|TEMP/.test(step))).toEqual([])
    }
  }
  const note = itemQuery('todo', { state: 'all', note: 'a' }, orderOf({ group: 'owner' }))
  expect(plan(note.sql, note.values)[0]).toMatch(/USING INDEX ledger_owned_of \(note_id=\?\)/)
})

test('[L108] counts are had in one pass over an index', () => {
  for (const query of [{}, { query: 'the pier' }]) {
    const { sql, values } = countQuery('todo', { state: 'open', ...query }, orderOf({ group: 'owner' }), ['hidden'])
    const steps = plan(sql, values)
    expect(steps[0]).toMatch(/USING (COVERING )?INDEX ledger_owned_order \(kind=\? AND shown=\? AND done=\?\)/)
    expect(steps.filter((step) => /SCAN (?!json_each)|TEMP|ROWID/i.test(step))).toEqual([])
  }
})

test('[A147] decisions that stand are listed and counted apart from all', async () => {
  await ledger.put(entry('a', { decisions: [{ id: 'x' }, { id: 'y', struck: true }] }))
  await ledger.put(entry('b', { day: '2024-03-07', decisions: [{ id: 'z', struck: true }, { id: 'w' }] }))
  const find = async (state: 'open' | 'all') => (await ledger.decisions({ state, limit: 9 })).rows.map(({ id }) => id)
  expect(await find('open')).toEqual(['w', 'x'])
  expect(await find('all')).toEqual(['z', 'w', 'x', 'y'])
  const count = async (state: 'open' | 'all') => {
    const counts = await ledger.counts({ state }, 'decision', [])
    return counts.reduce((sum, { firsts }) => sum + firsts, 0)
  }
  expect([await count('open'), await count('all')]).toEqual([2, 4])
})
