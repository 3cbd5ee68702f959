import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { systemClock } from '../../server/src/clock.ts'
import { readEntry } from '../../server/src/ledger/entry.ts'
import { createSqliteLedger } from '../../server/src/ledger/sqlite.ts'
import { randomId } from '../../server/src/random-id.ts'
import { firstUpdate } from '../../server/src/reader/first-update.ts'
import { openDatabase } from '../../server/src/store/database.ts'
import { createSqliteStore } from '../../server/src/store/sqlite.ts'
import { notesIn } from '../laws/corpus.ts'
import { startServer } from '../server.ts'

const runs = 5

/**
 * `pnpm bench start [--notes N]`: from the start of the process until `/readyz` answers 200, on a store of so many
 * notes (10,000): an empty one, one whose lists are up to date, and one of which the lists lack everything.
 */
export async function benchStart(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { notes: { type: 'string', default: '10000' } } })
  const count = Number(values.notes)
  if (!(count > 0)) throw new Error(`--notes takes a number of notes, not ${values.notes}`)
  const rows = [
    await row('no notes', 0, true),
    await row(`${count} notes`, count, true),
    await row(`${count} notes, none of them in the lists yet`, count, false),
  ]
  return ['| start until ready | median ms | slowest of 5 |', '| --- | ---: | ---: |', ...rows].join('\n')
}

async function row(name: string, count: number, isIndexed: boolean): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'minutebook-start-'))
  try {
    await fill(dataDir, count, isIndexed)
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) times.push(await timeStart(dataDir))
    times.sort((a, b) => a - b)
    return `| ${name} | ${times[Math.floor(runs / 2)]?.toFixed(0)} | ${times.at(-1)?.toFixed(0)} |`
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Milliseconds. */
async function timeStart(dataDir: string): Promise<number> {
  const began = performance.now()
  const server = await startServer({ dataDir })
  const { status } = await fetch(`${server.url}/readyz`)
  const took = performance.now() - began
  await server.stop('SIGKILL') // what it reads up meanwhile is the same work for the next run
  if (status !== 200) throw new Error(`/readyz answered ${status}`)
  return took
}

/** Puts copies of the project's own note into a new store. */
async function fill(dataDir: string, count: number, isIndexed: boolean): Promise<void> {
  const [note] = notesIn(new URL('../notes', import.meta.url).pathname)
  if (!note) throw new Error('there is no sample note')
  const update = firstUpdate(note.text, randomId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const database = openDatabase(dataDir)
  const store = createSqliteStore(database, systemClock)
  const ledger = createSqliteLedger(database, systemClock)
  const at = new Date('2026-01-02T12:00:00Z')
  const ids = Array.from({ length: count }, () => randomId())
  const rows = await Promise.all(ids.map((id) => store.create(id, update, at)))
  if (isIndexed) {
    const entry = readEntry(doc, 'note', { updatedAt: at.toISOString(), upTo: 0 })
    for (const [index, id] of ids.entries()) {
      const own = <Item extends { id: string }>(item: Item): Item => ({ ...item, id: `${id}-${item.id}`, noteId: id })
      await ledger.put({
        ...entry,
        note: { ...entry.note, id },
        todos: entry.todos.map(own),
        decisions: entry.decisions.map(own),
        upTo: rows[index] ?? 0,
      })
    }
  }
  await store.close()
}
