import { readNote, tick } from '@minutebook/shared/doc'
import { carriedTodos, nextMeeting, readingsOf, writeMarkdown } from '@minutebook/shared/note'
import * as prng from 'lib0/prng'
import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Log } from '../observe/log.ts'
import { silentLog } from '../observe/log.ts'
import { firstUpdate } from '../reader/first-update.ts'
import { createReader } from '../reader/threaded.ts'
import { createHeldStore, type HeldStore } from '../simulation/held-store.ts'
import { createWorld, type World } from '../simulation/world.ts'
import { openFile } from '../store/database.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import type { Ledger } from './ledger.ts'
import { createSpread } from './spread.ts'
import { createSqliteLedger } from './sqlite.ts'

const boxes = '---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\n- [ ] AB: Send it\n- [ ] JM: Book it\n'
const lines = '---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\nAB: Send it.\n\nJM: Book it.\n'

let store: HeldStore
let database: DatabaseSync
let world: World
let ledger: Ledger
let indexer: Indexer
let errors: string[]
let given: number

beforeEach(async () => {
  store = createHeldStore()
  database = openFile(':memory:')
  errors = []
  given = 0
  await start()
})

/** A server that finds what an earlier one has left. */
async function start(): Promise<void> {
  world = createWorld({}, store)
  const { rooms, clock } = world
  const log: Log = { ...silentLog, error: (message) => errors.push(message) }
  ledger = createSqliteLedger(database, clock)
  const spread = createSpread({ rooms, ledger, clock, log })
  indexer = createIndexer({ rooms, reader: createReader({ clock }), ledger, spread, clock, log, load: () => 0 })
  rooms.onDurable((id, upTo) => {
    // the sqlite ledger knows a note from the store's table
    database.prepare("INSERT OR IGNORE INTO note (id, created_at) VALUES (?, '2024-01-01T00:00:00.000Z')").run(id)
    marked.set(id, upTo)
    indexer.mark(id, upTo)
  })
  await settled(indexer.start())
}

/** What the log of the store holds, which a restart finds. */
let marked = new Map<string, number>()
beforeEach(() => (marked = new Map()))

/** The process ends at once; timers and rooms are gone, rows stay. */
async function crash(): Promise<void> {
  const ending = indexer.stop()
  await world.clock.settle()
  await ending
  await start()
  for (const [id, upTo] of marked) indexer.mark(id, upTo)
}

async function settled<T>(work: Promise<T>): Promise<T> {
  await world.clock.settle()
  return work
}

async function make(id: string, markdown: string): Promise<void> {
  await settled(
    world.rooms.create(
      id,
      firstUpdate(markdown, () => `todo${(given += 1)}`),
    ),
  )
}

/** The next meeting after a note, as the API makes it. */
async function follow(id: string, from: string): Promise<void> {
  const made = await settled(
    world.rooms.read(from, (doc) => {
      const content = readNote(doc)
      return { text: nextMeeting(content, { today: '2024-01-01' }), todos: carriedTodos(content) }
    }),
  )
  if (!made) throw new Error(`no note ${from}`)
  const update = firstUpdate(made.text, () => `todo${(given += 1)}`, { after: { noteId: from, todos: made.todos } })
  await settled(world.rooms.create(id, update))
}

async function set(noteId: string, id: string, done: boolean): Promise<void> {
  const work = world.rooms.change(noteId, (doc) => {
    const reading = readingsOf(readNote(doc)).find((each) => each.id === id)
    if (reading && reading.done !== done) tick(doc, reading, done, '2024-03-06T12:00:00.000Z')
  })
  await settled(work)
}

/** The states of a TODO in the notes, null where one does not have it. */
async function statesOf(id: string, ...notes: string[]): Promise<(boolean | null)[]> {
  const read = (noteId: string) =>
    world.rooms.read(noteId, (doc) => readingsOf(readNote(doc)).find((each) => each.id === id)?.done ?? null)
  return settled(Promise.all(notes.map(read)))
}

const markdownOf = (id: string) => settled(world.rooms.read(id, (doc) => writeMarkdown(readNote(doc)).text))
/** How many rows the logs of notes were ever given. */
const rowsOf = (...notes: string[]) => notes.map((id) => store.written(id).length)
/** Three seconds, in steps: what follows from promises alone takes many turns, and has them between. */
const quiet = async () => {
  for (let step = 0; step < 30; step += 1) await world.clock.advance(100)
}

describe.each([
  ['boxes', boxes],
  ['paragraphs', lines],
])('%s', (_kind, markdown) => {
  beforeEach(async () => {
    await make('a', markdown)
    await follow('b', 'a')
    await follow('c', 'b')
    await quiet()
  })

  test('[L70] what is ticked in one note is ticked in the others within 2 s, and so it is opened again', async () => {
    await set('c', 'todo1', true)
    await world.clock.advance(2000)
    expect(await statesOf('todo1', 'a', 'b', 'c')).toEqual([true, true, true])
    expect(await statesOf('todo2', 'a', 'b', 'c')).toEqual([false, false, false])
    await set('a', 'todo1', false)
    await world.clock.advance(2000)
    expect(await statesOf('todo1', 'a', 'b', 'c')).toEqual([false, false, false])
  })

  test('[L70] it is brought once: nothing goes on by itself', async () => {
    const before = rowsOf('a', 'b', 'c')
    await set('b', 'todo1', true)
    await quiet()
    expect(rowsOf('a', 'b', 'c').map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1])
    await world.clock.advance(60_000)
    expect(rowsOf('a', 'b', 'c').map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1])
  })

  test('[L70] words, owners and due dates stay those of each note', async () => {
    await settled(
      world.rooms.change('b', (doc) => {
        doc.getText('frontMatter').insert(0, '# b\n')
      }),
    )
    const before = await markdownOf('b')
    await set('a', 'todo2', true)
    await quiet()
    const after = await markdownOf('b')
    expect(after).toBe(markdown === boxes ? before?.replace('- [ ] JM', '- [x] JM') : before)
  })

  test('[L71] who ticks and opens again in two notes at the same moment ends with one state in all', async () => {
    await set('a', 'todo1', true)
    await set('b', 'todo1', true)
    await set('b', 'todo1', false)
    await set('c', 'todo1', true)
    await quiet()
    const [state, ...others] = await statesOf('todo1', 'a', 'b', 'c')
    expect(others).toEqual([state, state])
    await set('a', 'todo1', state !== true)
    await set('b', 'todo1', state !== true)
    await set('a', 'todo1', state === true)
    await quiet()
    expect(new Set(await statesOf('todo1', 'a', 'b', 'c')).size).toBe(1)
  })

  test('[L72] a note that comes while a TODO is ticked takes its state', async () => {
    await follow('d', 'c')
    await set('a', 'todo1', true)
    await quiet()
    expect(await statesOf('todo1', 'a', 'b', 'c', 'd')).toEqual([true, true, true, true])
    await follow('e', 'c')
    await set('e', 'todo2', true) // before any list has seen the note
    await quiet()
    expect(await statesOf('todo2', 'a', 'd', 'e')).toEqual([true, true, true])
  })

  test('[L73] what could not be stored in another note is brought later, and after a restart', async () => {
    await set('a', 'todo1', true)
    await settled(indexer.settle('nothing'))
    const failing = vi.spyOn(store, 'append').mockRejectedValue(new Error('disk full'))
    await quiet()
    expect(errors).toContain('a TODO that is done elsewhere could not be ticked')
    expect(await settled(ledger.awaited())).toMatchObject([
      { noteId: 'b', id: 'todo1', done: true },
      { noteId: 'c', id: 'todo1', done: true },
    ])
    failing.mockRestore()
    await crash()
    await quiet()
    expect(await statesOf('todo1', 'a', 'b', 'c')).toEqual([true, true, true])
    expect(await settled(ledger.awaited())).toEqual([])
  })

  test('[L74] a TODO or a note that is deleted leaves the others alone', async () => {
    await settled(world.rooms.remove('b'))
    await settled(indexer.forget('b'))
    await settled(
      world.rooms.change('c', (doc) => {
        const body = doc.getXmlFragment('body')
        body.delete(1, body.length - 1)
      }),
    )
    await set('a', 'todo1', true)
    await quiet()
    expect(await statesOf('todo1', 'a', 'c')).toEqual([true, null])
    expect((await ledger.todo('todo1'))?.noteId).toBe('a')
  })

  test('[L75] counts of open TODOs follow at once, each note with its own', async () => {
    await set('a', 'todo1', true)
    await settled(indexer.settle('a'))
    const open = async (id: string) => (await ledger.note(id))?.openTodos
    expect([await open('a'), await open('b'), await open('c')]).toEqual([1, 1, 1])
    expect((await ledger.todos({ state: 'open', limit: 9 })).rows.map(({ id, noteId }) => [id, noteId])).toEqual([
      ['todo2', 'c'],
    ])
  })
})

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  '[L71, L73] ticks in any order, with crashes between, end with one state everywhere (seed %i)',
  async (seed) => {
    const random = prng.create(seed)
    const notes = ['a', 'b', 'c', 'd']
    await make('a', prng.bool(random) ? boxes : lines)
    for (const [index, id] of notes.entries()) if (index > 0) await follow(id, notes[index - 1] ?? 'a')
    await quiet()
    for (let step = 0; step < 40; step += 1) {
      const kind = prng.int32(random, 0, 9)
      const id = prng.oneOf(random, ['todo1', 'todo2'])
      if (kind < 6) await set(prng.oneOf(random, notes), id, prng.bool(random))
      else if (kind < 8) await world.clock.advance(prng.int32(random, 0, 800))
      else {
        // as after a power cut: the ledger does not wait for the disk
        if (prng.bool(random)) await settled(ledger.remove(prng.oneOf(random, notes)))
        await crash()
      }
    }
    await quiet()
    await quiet()
    for (const id of ['todo1', 'todo2']) expect(new Set(await statesOf(id, ...notes)).size).toBe(1)
    await set('b', 'todo1', true)
    await quiet()
    await set('c', 'todo1', false)
    await quiet()
    await set('d', 'todo1', true)
    await quiet()
    expect(await statesOf('todo1', ...notes)).toEqual([true, true, true, true])
    expect(await ledger.awaited()).toEqual([])
  },
)
