import type { DatabaseSync } from 'node:sqlite'
import { writeNote } from '@minutebook/shared/doc'
import { readMarkdown } from '@minutebook/shared/note'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../clock.ts'
import { readEntry } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerNames } from '../ledger/names.ts'
import { createPeople, type People } from '../ledger/people.ts'
import { createSqliteLedger } from '../ledger/sqlite.ts'
import { createSqliteNames } from '../ledger/sqlite-names.ts'
import { openFile } from '../store/database.ts'
import { createSqlitePeople } from '../store/sqlite-people.ts'
import { listedIn, rowOwners, withPeopleOf } from './owners.ts'

let database: DatabaseSync
let ledger: Ledger
let names: LedgerNames
let people: People
/** the notes that were asked for, each time */
let read: string[]

beforeEach(() => {
  database = openFile(':memory:')
  ledger = createSqliteLedger(database, systemClock)
  const stored = createSqliteNames(database, systemClock)
  read = []
  names = {
    ...stored,
    of: (noteId) => {
      read.push(noteId)
      return stored.of(noteId)
    },
    ownersOf: (noteIds) => {
      read.push(...noteIds)
      return stored.ownersOf(noteIds)
    },
  }
  people = createPeople({ names: stored, corrections: createSqlitePeople(database, systemClock), clock: systemClock })
})

async function put(id: string, participants: string, todos: string): Promise<void> {
  const doc = new Y.Doc()
  const text = `---\nteams: [Harbor]\nparticipants: [${participants}]\n---\n\n## TODOs\n\n${todos}\n`
  writeNote(doc, readMarkdown(text))
  await ledger.put(readEntry(doc, id, { updatedAt: '2024-03-06T12:00:00.000Z', upTo: 1 }))
}

const page = async () => (await ledger.todos({ state: 'all', limit: 50 })).rows

test('[L107, A90] the rows of a list have the owners that the note says, certain or not', async () => {
  await put('a', 'RitaD, MihneaP, MariaP', 'RD/MP: Paint it.\n\nRita: Send it.\n\nAll: Come.\n\nXY: Ask.')
  await put('b', 'Bo', 'RD and Bo: Order it.\n\nPaint the pier.')
  await people.roster()
  const rows = await page()
  const told = await rowOwners({ names, people })(rows)
  for (const id of ['a', 'b']) {
    const ofNote = rows.filter(({ noteId }) => noteId === id)
    const note = await listedIn({ names }, id)
    expect(told.filter(({ noteId }) => noteId === id)).toEqual(await withPeopleOf({ people }, ofNote, note))
  }
  expect(told.flatMap((row) => row.people.map(({ person }) => person?.name ?? null))).toContain('RitaD')
  expect(told.flatMap((row) => row.people.flatMap(({ candidates }) => candidates))).not.toEqual([])
})

test('[L107] a note is read once for all the pages of a list', async () => {
  await put('a', 'RitaD', 'RD: Paint it.\n\nRD: Send it.')
  await put('b', 'Bo', 'Bo: Order it.')
  await people.roster()
  const owners = rowOwners({ names, people })
  for (let times = 0; times < 3; times += 1) await owners(await page())
  expect(read.toSorted()).toEqual(['a', 'b'])
})
