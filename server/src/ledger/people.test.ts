import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { writeNote } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import { systemClock } from '../clock.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { openFile } from '../store/database.ts'
import { createSqlitePeople } from '../store/sqlite-people.ts'
import { readEntry } from './entry.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerNames } from './names.ts'
import { createPeople, type People } from './people.ts'
import { createSqliteLedger } from './sqlite.ts'
import { createSqliteNames } from './sqlite-names.ts'

let database: DatabaseSync
let clock: HandClock
let ledger: Ledger
let names: LedgerNames
let people: People
let readings: number
let told: string[]

/** What was to run soon runs at once. */
class EagerClock extends HandClock {
  override soon(run: () => void): void {
    queueMicrotask(run)
  }
}

beforeEach(() => {
  database = openFile(':memory:')
  clock = new EagerClock()
  ledger = createSqliteLedger(database, clock)
  names = createSqliteNames(database, clock)
  readings = 0
  people = createPeople({
    names: {
      ...names,
      all: () => {
        readings += 1
        return names.all()
      },
    },
    corrections: createSqlitePeople(database, systemClock),
    clock,
    changed: (noteIds) => told.push(...noteIds),
  })
  told = []
})

async function put(id: string, participants: string, todos: string, upTo = 1): Promise<void> {
  const doc = new Y.Doc()
  const text = `---\nteams: [Harbor]\nparticipants: [${participants}]\n---\n\n## TODOs\n\n${todos}\n`
  writeNote(doc, readMarkdown(text))
  await ledger.put(readEntry(doc, id, { updatedAt: '2024-03-06T12:00:00.000Z', upTo }))
}

async function owned(owner: string): Promise<string[]> {
  const filter = await people.find(owner)
  const { rows } = await ledger.todos({ state: 'all', limit: 50, ...filter })
  return rows.map(({ text }) => text).toSorted()
}

test('[P20] what notes say is read once, and again only when they say something else', async () => {
  await put('a', 'RitaD', 'RD: Paint it.')
  expect((await people.roster()).people).toMatchObject([{ name: 'RitaD', initials: ['RD'] }])
  await put('a', 'RitaD', 'RD: Paint it twice.', 2)
  await people.roster()
  expect(readings).toBe(1)
  await put('a', 'RitaD, BoK', 'RD: Paint it twice.', 3)
  expect((await people.roster()).people.map(({ name }) => name)).toEqual(['BoK', 'RitaD'])
  expect(readings).toBe(2)
})

test('[P21] a choice gives its owners a person before it is answered, and taking it back takes them away', async () => {
  await put('a', 'MihneaP, MariaP', 'MP: Paint it.')
  await put('b', 'MihneaP, Bo', 'Bo: Ask.')
  await put('c', 'Bo', 'MP: Send it.')
  expect(await owned('MihneaP')).toEqual([])
  let heard = 0
  const stop = people.onCorrected(() => (heard += 1))
  const [id = 0] = await people.correct([{ kind: 'choice', team: 'Harbor', label: 'MP', person: 'harbor:mihneap' }])
  expect(await owned('MihneaP')).toEqual(['Paint it.', 'Send it.'])
  expect(await owned('harbor:mihneap')).toEqual(['Paint it.', 'Send it.'])
  expect((await names.openTodos()).map(({ person, noteId }) => `${noteId} ${person}`).toSorted()).toEqual([
    'a harbor:mihneap',
    'b harbor:bo',
    'c harbor:mihneap',
  ])
  await people.undo(id)
  expect(await owned('MihneaP')).toEqual([])
  expect(heard).toBe(2)
  stop()
})

test('[P22] notes wait for their turn, corrections do not', async () => {
  const slow = createPeople({
    names: {
      ...names,
      setOwners: async () => [],
      all: () => {
        readings += 1
        return names.all()
      },
    },
    corrections: createSqlitePeople(database, systemClock),
    clock: slowed(clock),
  })
  await put('a', 'RitaD', 'RD: Paint it.')
  await slow.roster()
  await put('b', 'BoK', 'BK: Paint it.')
  await slow.roster()
  expect(readings).toBe(1)
  await slow.correct([{ kind: 'rename', person: 'harbor:bok', name: 'Bo K' }])
  expect(readings).toBe(2)
  expect((await slow.roster()).find('harbor:bok')?.name).toBe('Bo K')
})

/** A clock on which a millisecond goes by with each look. */
function slowed(clock: HandClock) {
  let now = 0
  return {
    now: () => clock.now(),
    elapsed: () => (now += 1),
    after: (ms: number, run: () => void) => clock.after(ms, run),
    soon: (run: () => void) => clock.soon(run),
  }
}

test('[P23] a removed note takes its names along', async () => {
  await put('a', 'RitaD', 'RD: Paint it.')
  await people.roster()
  await ledger.remove('a')
  expect((await people.roster()).people).toEqual([])
  expect(database.prepare('SELECT count(*) AS count FROM ledger_whose').get()?.['count']).toBe(0)
})

test('[P24] a person is found by any entry, and by initials that only they have', async () => {
  await put('a', 'RitaD', 'RD: Paint it.')
  await put('b', 'Rita Diaz, RobD', 'Rita Diaz: Send it.')
  await put('c', 'MihneaP, MariaP', 'MP: Ask.')
  for (const owner of ['RitaD', 'rita diaz', 'harbor:ritad'])
    expect(await owned(owner)).toEqual(['Paint it.', 'Send it.'])
  expect(await owned('RD')).toEqual(['Paint it.'])
  await people.correct([{ kind: 'initials', person: 'harbor:ritad', initials: 'RZ', has: true }])
  expect(await owned('RZ')).toEqual(['Paint it.', 'Send it.'])
  expect(await owned('MP')).toEqual(['Ask.'])
  expect(await owned('Nobody')).toEqual([])
})

/** The groups in which the list by owner has its rows, with what they say. */
async function groups(): Promise<string[]> {
  await people.roster()
  const { rows, places } = await ledger.todos({ state: 'all', limit: 50, group: 'owner' })
  return rows.map(({ text }, index) => `${places[index]?.group.name ?? ''}: ${text}`)
}

test('[L95] whatever a team’s notes call somebody, what they own is one group under their name', async () => {
  await put('a', 'RăzvanD', 'RD: Paint it.')
  await put('b', 'Răzvan Deaconescu', 'Răzvan Deaconescu: Send it.')
  await put('c', 'RăzvanD', 'RăzvanD: Ask.')
  const { name } = (await people.roster()).people[0] ?? { name: '' }
  expect(await groups()).toEqual(['Paint it.', 'Send it.', 'Ask.'].map((text) => `${name}: ${text}`).toSorted(byText))
  const { places } = await ledger.todos({ state: 'all', limit: 9, group: 'owner' })
  const [key = '', other] = new Set(places.map(({ group }) => group.key))
  expect(other).toBeUndefined()
  expect(people.group(key)).toMatchObject({ name, person: { initials: 'RD' }, unsure: null })
})

function byText(a: string, b: string): number {
  const order = ['Ask.', 'Send it.', 'Paint it.']
  return order.findIndex((text) => a.endsWith(text)) - order.findIndex((text) => b.endsWith(text))
}

test('[L96] a label of which nobody knows whom it means is a group of its own, until somebody chooses', async () => {
  await put('a', 'MihneaP, MariaP', 'MP: Paint it.')
  await put('b', 'Bo', 'Zoe: Ask.')
  expect(await groups()).toEqual(['MP: Paint it.', 'Zoe: Ask.'])
  const { places } = await ledger.todos({ state: 'all', limit: 9, group: 'owner' })
  const key = places[0]?.group.key ?? ''
  expect(people.group(key)?.unsure).toEqual({
    label: 'MP',
    team: 'Harbor',
    candidates: [
      { id: 'harbor:mihneap', name: 'MihneaP' },
      { id: 'harbor:mariap', name: 'MariaP' },
    ],
  })
  expect(await owned(key)).toEqual(['Paint it.'])
  await people.correct([{ kind: 'choice', team: 'Harbor', label: 'MP', person: 'harbor:mariap' }])
  expect(await groups()).toEqual(['MariaP: Paint it.', 'Zoe: Ask.'])
  expect(await owned(key)).toEqual([])
})

test('[L99] a group is found by its key also after the person has got another name', async () => {
  await put('a', 'RitaD', 'RD: Paint it.')
  const { owner } = await people.find('RitaD')
  expect(owner).toBe('RitaD')
  const [key = ''] = (await people.find('RitaD')).groups
  await people.correct([{ kind: 'rename', person: 'harbor:ritad', name: 'Rita Diaz' }])
  expect(await people.find(key)).toEqual({ owner: 'rita diaz ~@harbor:ritad', groups: [], name: 'Rita Diaz' })
  expect(await owned(key)).toEqual(['Paint it.'])
})

test('[L100] of whose TODOs are another’s now, whoever listens is told, corrections and notes alike', async () => {
  await put('a', 'RitaD', 'RD: Paint it.')
  await put('b', 'BoK', 'BK: Send it.')
  await people.roster()
  told = []
  await people.correct([{ kind: 'rename', person: 'harbor:ritad', name: 'Rita Diaz' }])
  expect(told).toEqual(['a'])
  await put('b', 'BoK, Bea K', 'BK: Send it.', 2)
  people.refresh()
  await clock.advance(1000)
  await people.roster()
  expect(told).toEqual(['a', 'b'])
})
