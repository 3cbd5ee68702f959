import { Failure, ImageAnswer, Items, Note, NoteList, PeopleList, TodoList } from '@minutebook/shared/api'
import { limits } from '@minutebook/shared/wire'
import { beforeEach, expect, test } from 'vitest'
import type { Right } from '../access/access.ts'
import { createLocalBus } from '../bus/local.ts'
import { createReader } from '../reader/threaded.ts'
import { HandClock } from '../simulation/hand-clock.ts'
import { createFeed, type Feed } from '../ledger/feed.ts'
import { createIndexer } from '../ledger/indexer.ts'
import { createSpread } from '../ledger/spread.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { createPeople } from '../ledger/people.ts'
import { createSqliteNames } from '../ledger/sqlite-names.ts'
import { createSqliteLedger } from '../ledger/sqlite.ts'
import { silentLog, type Facts, type Log } from '../observe/log.ts'
import { createMetrics } from '../observe/metrics.ts'
import { openFile } from '../store/database.ts'
import { createHeldStore, type HeldStore } from '../simulation/held-store.ts'
import { LiveRooms } from '../sync/live-rooms.ts'
import { refusals } from './refusal.ts'
import type { ImageStore } from '../store/images.ts'
import { png } from '../image/test-images.ts'
import type { CalendarStore } from '../store/calendars.ts'
import { createMemoryCalendars } from '../store/memory-calendars.ts'
import { createMemoryPeople } from '../store/memory-people.ts'
import type { PeopleStore } from '../store/people.ts'
import { createMemoryImages } from '../store/memory-images.ts'
import { createMemoryVersions } from '../store/memory-versions.ts'
import { createRoutes } from './routes.ts'

/** What was to run soon runs at once; timers wait to be turned. */
class EagerClock extends HandClock {
  override soon(run: () => void): void {
    queueMicrotask(run)
  }
}

const imagePng = { 'Content-Type': 'image/png' }

let store: HeldStore
let images: ImageStore
let ledger: Ledger
let feed: Feed
let calendars: CalendarStore
let corrections: PeopleStore
let right: Right
let logged: Facts[]
let debugged: Facts[]
let app: ReturnType<typeof createRoutes>

beforeEach(() => {
  const clock = new EagerClock()
  const reader = createReader({ clock })
  const metrics = createMetrics()
  const log: Log = {
    ...silentLog,
    error: (message, facts) => void logged.push({ message, ...facts }),
    debug: (message, facts) => void debugged.push({ message, ...facts }),
  }
  let ids = 0
  logged = []
  debugged = []
  right = 'edit'
  store = createHeldStore()
  images = createMemoryImages(store)
  calendars = createMemoryCalendars()
  const database = openFile(':memory:')
  ledger = createSqliteLedger(database, clock)
  const names = createSqliteNames(database, clock)
  corrections = createMemoryPeople()
  const rooms = new LiveRooms({
    store,
    bus: createLocalBus(),
    clock,
    log,
    metrics,
    limits,
    newId: () => `question${++ids}`,
  })
  feed = createFeed({ clock, newId: () => 'origin', mostReaders: 2 })
  const indexer = createIndexer({
    rooms,
    reader,
    ledger,
    spread: createSpread({ rooms, ledger, clock, log }),
    clock,
    log,
    load: () => 0,
    changed: (ids) => feed.publish(ids),
  })
  rooms.onDurable((noteId, upTo) => indexer.mark(noteId, upTo))
  app = createRoutes({
    rooms,
    images,
    versions: createMemoryVersions(store),
    reader,
    ledger,
    indexer,
    feed,
    calendars,
    publicUrl: null,
    eventReaders: () => {},
    eventSent: () => {},
    names,
    people: createPeople({ names, corrections, clock }),
    corrections,
    clock,
    log,
    limits,
    access: () => Promise.resolve(right),
    newId: () => `id-${(ids += 1)}`,
    isOwnOrigin: (origin) => origin === undefined || origin === 'http://localhost:3000',
    refused: (code) => metrics.refusals.inc({ code }),
    metrics: metrics.registry,
  })
})

function ask(request: string, body?: string, type = 'application/json') {
  const [method = 'GET', path = '/'] = request.split(' ')
  return app.request(path, body === undefined ? { method } : { method, body, headers: { 'Content-Type': type } })
}

async function make(markdown: string): Promise<Note> {
  return Note.parse(await (await ask('POST /api/notes', markdown, 'text/markdown')).json())
}

async function refusal(request: string, body?: string, type?: string): Promise<[number, string, string]> {
  const response = await ask(request, body, type)
  const { error } = Failure.parse(await response.json())
  return [response.status, error.code, error.message]
}

test('[A22] each code has one status, and every status that is answered is an error’s', () => {
  expect(Object.values(refusals).every((status) => status >= 400 && status < 600)).toBe(true)
})

test('[A29, A143] who may not see a note gets no access, and does not find it', async () => {
  const { id } = await make('---\ntitle: Secret\n---\n\nTODO: Hide it.\n')
  const { todos } = Items.parse(await (await ask(`GET /api/notes/${id}/items`)).json())
  right = 'none'
  for (const path of ['', '/markdown', '/items']) {
    expect((await refusal(`GET /api/notes/${id}${path}`)).slice(0, 2)).toEqual([403, 'no_access'])
  }
  expect(await (await ask('GET /api/search?query=secret')).json()).toEqual({ hits: [], nextCursor: null })
  expect((await refusal(`DELETE /api/notes/${id}`))[1]).toBe('no_access')
  expect((await refusal(`PATCH /api/todos/${todos[0]?.id}`, '{"done":true}'))[1]).toBe('no_access')
  expect((await refusal('POST /api/notes', `{"from":"${id}"}`))[1]).toBe('no_access')
  expect(NoteList.parse(await (await ask('GET /api/notes')).json()).notes).toEqual([])
  expect(TodoList.parse(await (await ask('GET /api/todos')).json()).todos).toEqual([])
  expect(await (await ask('GET /api/decisions')).json()).toEqual({ decisions: [], nextCursor: null })
})

test('[A29] who may only see a note cannot change it', async () => {
  const { id } = await make('TODO: Read it.\n')
  const { todos } = Items.parse(await (await ask(`GET /api/notes/${id}/items`)).json())
  right = 'view'
  expect((await ask(`GET /api/notes/${id}`)).status).toBe(200)
  expect((await refusal(`DELETE /api/notes/${id}`))[1]).toBe('no_access')
  expect((await refusal(`PATCH /api/todos/${todos[0]?.id}`, '{"done":true}'))[1]).toBe('no_access')
})

test('[A30, A35] while the store cannot write, a change is not stored and the server is not ready', async () => {
  const { id } = await make('TODO: Wait.\n')
  const { todos } = Items.parse(await (await ask(`GET /api/notes/${id}/items`)).json())
  expect((await ask('GET /readyz')).status).toBe(200)
  store.failWith('disk full')
  const [status, code] = await refusal(`PATCH /api/todos/${todos[0]?.id}`, '{"done":true}')
  expect([status, code]).toEqual([503, 'not_stored'])
  expect((await refusal('GET /readyz')).slice(0, 2)).toEqual([503, 'not_stored'])
  expect((await ask('GET /livez')).status).toBe(200)
})

test('[A30] a note that cannot be made or deleted is not stored; the log says why', async () => {
  const { id } = await make('Stay\n')
  store.create = () => Promise.reject(new Error('disk full'))
  store.remove = () => Promise.reject(new Error('disk full'))
  const [status, code, message] = await refusal('POST /api/notes', 'x\n', 'text/markdown')
  expect([status, code]).toEqual([503, 'not_stored'])
  expect(message).not.toContain('disk')
  expect(logged.at(-1)).toMatchObject({ err: new Error('disk full') })
  expect((await refusal(`DELETE /api/notes/${id}`)).slice(0, 2)).toEqual([503, 'not_stored'])
})

test('[A31] any other failure is answered with an id that stands in the log, and nothing else', async () => {
  ledger.notes = () => Promise.reject(new Error('secret of the house'))
  const [status, code, message] = await refusal('GET /api/notes')
  const failure = logged[0]?.['request']
  expect([status, code]).toEqual([500, 'internal'])
  expect(message).toBe(`Something went wrong on the server. The log has more under ${String(failure)}.`)
  expect(logged).toMatchObject([{ message: 'a request failed', err: new Error('secret of the house') }])
})

test("[C12] each answer has the id under which the log has the request: the asker's own where it gave a plain one", async () => {
  const given = await app.request('/api/notes', { headers: { 'X-Request-Id': 'from-the-proxy_1' } })
  expect(given.headers.get('X-Request-Id')).toBe('from-the-proxy_1')
  for (const wrong of ['with "quotes"', 'x'.repeat(65)]) {
    const made = await app.request('/api/notes', { headers: { 'X-Request-Id': wrong } })
    expect(made.headers.get('X-Request-Id')).toMatch(/^id-\d+$/)
  }
  const refused = await app.request('/api/notes/none', { headers: { 'X-Request-Id': 'refused' } })
  expect([refused.status, refused.headers.get('X-Request-Id')]).toEqual([404, 'refused'])
  expect(debugged.slice(-1)).toMatchObject([
    { message: 'answered', request: 'refused', method: 'GET', path: '/api/notes/none', status: 404 },
  ])
})

test('[A18] asking for the state that a TODO has appends nothing to the log', async () => {
  const { id } = await make('- [x] Done before.\n\n## TODOs\n\nAB: Still open.\n')
  const { todos } = Items.parse(await (await ask(`GET /api/notes/${id}/items`)).json())
  const rows = async () => (await store.load(id))?.length
  const before = await rows()
  await ask(`PATCH /api/todos/${todos.find(({ done }) => !done)?.id}`, '{"done":false}')
  expect(await rows()).toBe(before)
  await ask(`PATCH /api/todos/${todos.find(({ done }) => !done)?.id}`, '{"done":true}')
  expect(await rows()).toBe((before ?? 0) + 1)
})

test('[A119] who may not see a note gets none of its images; who may only see it cannot add any', async () => {
  const { id } = await make('Look\n')
  const add = () => app.request(`/api/notes/${id}/images`, { method: 'POST', body: png(2, 1), headers: imagePng })
  const { url } = ImageAnswer.parse(await (await add()).json())
  right = 'view'
  expect((await app.request(url)).status).toBe(200)
  expect((await add()).status).toBe(403)
  right = 'none'
  expect((await refusal(`GET ${url}`)).slice(0, 2)).toEqual([403, 'no_access'])
  expect((await add()).status).toBe(403)
})

test('[A122] while the store cannot write, an image is not stored, and the log says why', async () => {
  const { id } = await make('Look\n')
  images.add = () => Promise.reject(new Error('disk full'))
  const answer = await app.request(`/api/notes/${id}/images`, { method: 'POST', body: png(2, 1), headers: imagePng })
  expect([answer.status, Failure.parse(await answer.json()).error.code]).toEqual([503, 'not_stored'])
  expect(logged.at(-1)).toMatchObject({ noteId: id, err: new Error('disk full') })
})

test('[A54, A60, A62] of a note that may not be seen nothing is counted or told, and listeners are limited', async () => {
  const { id } = await make('---\nteams:\n- core\n---\n\n- [ ] Ann: Call\n\nDecision: Go.\n')
  await ask('GET /api/notes') // all of it is indexed
  const counted = async () => JSON.stringify(await (await ask('GET /api/ledger')).json())
  expect(await counted()).toContain('"openTodos":1')
  right = 'none'
  expect(await counted()).toBe('{"openTodos":0,"todos":0,"decisions":0,"owners":[],"teams":[]}')
  expect(await (await ask('GET /api/ledger/groups')).json()).toEqual({ count: 0, groups: [] })
  expect(await (await ask('GET /api/todos.md')).text()).toBe('# TODOs\n')

  const stream = await ask('GET /api/events')
  const reader = stream.body?.getReader()
  const read = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await read()).toBe('retry: 2000\n\n')
  expect(await read()).toMatch(/^event: beat\n/)
  feed.publish([id])
  expect(await read()).toMatch(/^event: beat\ndata: \{"notes":\[\]\}/)
  right = 'view'
  feed.publish([id])
  expect(await read()).toMatch(/^event: changed\n/)
  await ask('GET /api/events')
  expect((await ask('GET /api/events')).status).toBe(503)
  await reader?.cancel()
  expect((await ask('GET /api/events')).status).toBe(200)
})

const crew = '---\nteams: [Harbor]\nparticipants: [RitaD]\n---\n\n## TODOs\n\nRD: Paint it.\n'
const rename = '{"kind":"rename","person":"harbor:ritad","name":"Rita"}'

test('[A84] whom only notes list that one may not see is not found', async () => {
  await make(crew)
  expect((await ask('GET /api/people/harbor:ritad')).status).toBe(200)
  right = 'none'
  expect(PeopleList.parse(await (await ask('GET /api/people')).json()).people).toEqual([])
  expect((await refusal('GET /api/people/harbor:ritad')).slice(0, 2)).toEqual([404, 'person_not_found'])
  expect((await refusal('POST /api/people/corrections', rename)).slice(0, 2)).toEqual([404, 'person_not_found'])
})

test('[A89] who may change no note of theirs says nothing of them', async () => {
  await make(crew)
  right = 'view'
  expect((await refusal('POST /api/people/corrections', rename)).slice(0, 2)).toEqual([403, 'no_access'])
  const open = '{"kind":"choice","team":"Harbor","label":"RD","person":null}'
  expect((await refusal('POST /api/people/corrections', open)).slice(0, 2)).toEqual([403, 'no_access'])
  expect(await corrections.all()).toEqual([])
})

test('[A92] while the store cannot write, a correction is not stored, and the log says why', async () => {
  await make(crew)
  corrections.add = () => Promise.reject(new Error('disk full'))
  expect((await refusal('POST /api/people/corrections', rename)).slice(0, 2)).toEqual([503, 'not_stored'])
  expect(logged).toMatchObject([{ err: new Error('disk full') }])
})
