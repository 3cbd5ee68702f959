import { Items, Note, NoteList, Todo, TodoList, DecisionList } from '@minutebook/shared/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { startServer, type RunningServer } from '../server.ts'
import { createClient, type Client, type Shape } from './client.ts'

let server: RunningServer
let client: Client

beforeAll(async () => {
  server = await startServer()
  client = createClient(server)
})

afterAll(() => server.dispose())

const planning = `---
title: "Release planning, March 6, 2024"
datetime: 2024-03-06T14:00:00+01:00
location: Online
teams:
- core
- Sécurité
participants:
- Ann Bell
- Jörg Maier
---

## :dart: Agenda

- Release 2.0

## Discussions

AB: We are late.

## TODOs and Decisions

- [x] AB: Order lunch.

AB: Send the plan to everybody. (due 2024-03-08)

JM/XY: Book the room.

Decision: We ship on Friday.
`

const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
})
const markdown = (body: RequestInit['body'], type = 'text/markdown'): RequestInit => ({
  body,
  headers: { 'Content-Type': type },
})

describe('making notes', () => {
  test('[A1, A11] POST with Markdown answers with the note, as GET does', async () => {
    const response = await client.ask('POST /api/notes', markdown(planning, 'text/markdown; charset=utf-8'))
    expect(response.status).toBe(201)
    const made = Note.parse(await response.json())
    expect(response.headers.get('Location')).toBe(`/n/${made.id}`)
    expect(made).toMatchObject({
      title: 'Release planning, March 6, 2024',
      datetime: '2024-03-06T14:00:00+01:00',
      teams: ['core', 'Sécurité'],
      participants: ['Ann Bell', 'Jörg Maier'],
      openTodos: 2,
      decisions: 1,
      present: [],
      frontMatter: { location: 'Online', teams: ['core', 'Sécurité'] },
    })
    expect(await client.json(`GET /api/notes/${made.id}`, 200, Note)).toEqual(made)
  })

  test.each([
    ['a usual file', planning],
    ['a byte-order mark, CRLF, no final line end', '\uFEFF---\r\ntitle: x\r\n---\r\n* a\r\n\r\n\r\n* b  '],
    ['an empty file', ''],
    ['blank lines only', '\n\n  \n'],
    ['front matter that is not YAML', '---\ntitle: [\n---\n\nHello\n'],
  ])('[A2] %s comes back byte for byte', async (_name, text) => {
    const id = await client.note(text)
    const response = await client.ask(`GET /api/notes/${id}/markdown`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new TextEncoder().encode(text))
  })

  test('[A3] other types of body are refused', async () => {
    const message = await client.refused('POST /api/notes', 415, 'unsupported_media_type', markdown('x', 'text/plain'))
    expect(message).toContain('text/plain')
    await client.refused(
      'POST /api/notes',
      415,
      'unsupported_media_type',
      markdown('x', 'text/markdown; charset=latin1'),
    )
    await client.refused('POST /api/notes', 415, 'unsupported_media_type', { body: new Uint8Array(1) })
  })

  test('[A4] a body beyond 2 MiB is refused, with and without an announced length', async () => {
    const large = new Uint8Array(2 * 1024 * 1024 + 1).fill(97)
    const message = await client.refused('POST /api/notes', 413, 'too_large', markdown(large))
    expect(message).toBe('The body may have 2097152 bytes (2 MiB); it has 2097153.')
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(large)
        controller.close()
      },
    })
    const streamed = { ...markdown(stream), duplex: 'half' } as RequestInit
    expect(await client.refused('POST /api/notes', 413, 'too_large', streamed)).toContain('2 MiB')
  })

  test('[A5] bytes that are not UTF-8 or no text make no note', async () => {
    const before = await client.json('GET /api/notes?limit=200', 200, NoteList)
    await client.refused('POST /api/notes', 422, 'not_utf8', markdown(new Uint8Array([0x61, 0xff, 0x62])))
    await client.refused('POST /api/notes', 422, 'not_text', markdown(new Uint8Array([0x50, 0x4b, 0, 1])))
    expect(await client.json('GET /api/notes?limit=200', 200, NoteList)).toEqual(before)
  })

  test('[A6] JSON makes a note from a template', async () => {
    const blank = await client.json('POST /api/notes', 201, Note, {})
    expect(blank).toMatchObject({ title: 'Untitled note', datetime: null })
    const titled = await client.json('POST /api/notes', 201, Note, { title: 'Retro: #1' })
    expect(titled).toMatchObject({ title: 'Retro: #1', frontMatter: { title: 'Retro: #1' } })
    const before = Date.now()
    const meeting = await client.json('POST /api/notes', 201, Note, { template: 'meeting', title: 'Weekly' })
    expect(meeting.title).toBe('Weekly')
    expect(meeting.datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/)
    expect(Math.abs(Date.parse(meeting.datetime ?? '') - before)).toBeLessThan(61_000)
    expect(await client.markdown(meeting.id)).toContain('## TODOs and Decisions')
  })

  test('[A7] the next meeting is made from a note', async () => {
    const from = await client.note(planning)
    const next = await client.json('POST /api/notes', 201, Note, { from })
    expect(next).toMatchObject({ teams: ['core', 'Sécurité'], participants: ['Ann Bell', 'Jörg Maier'], openTodos: 2 })
    const named = await client.json('POST /api/notes', 201, Note, { from, title: 'Another' })
    expect(named.title).toBe('Another')
    await client.refused('POST /api/notes', 404, 'note_not_found', json({ from: 'nothing-here' }))
    await client.refused('POST /api/notes', 404, 'note_not_found', json({ from: '../../x' }))
  })

  test('[A24, A25] a JSON body that is none, or of the wrong shape', async () => {
    const type = { 'Content-Type': 'application/json' }
    await client.refused('POST /api/notes', 400, 'invalid_json', { body: '{"title":', headers: type })
    expect(await client.refused('POST /api/notes', 400, 'invalid_request', json({ template: 'x' }))).toContain(
      '`template`',
    )
    expect(await client.refused('POST /api/notes', 400, 'invalid_request', json({ title: '  ' }))).toContain('`title`')
    expect(await client.refused('POST /api/notes', 400, 'invalid_request', json({ titel: 'x' }))).toContain('`titel`')
  })
})

describe('reading notes', () => {
  test('[A8] the list is newest meeting first, with who is present', async () => {
    const old = await client.note('---\ntitle: Old list\ndatetime: 1999-01-01T10:00:00Z\n---\n')
    const older = await client.note('---\ntitle: Older list\ndatetime: 1998-01-01\n---\n')
    const editor = await client.open(old)
    editor.presence.setLocalStateField('user', { name: 'Ann Bell', color: '#8a3ffc' })
    await vi.waitFor(async () => {
      const { notes } = await client.json('GET /api/notes?limit=200', 200, NoteList)
      expect(notes.slice(-2)).toMatchObject([
        { id: old, present: [{ name: 'Ann Bell', color: '#8a3ffc' }] },
        { id: older, present: [] },
      ])
    })
    editor.close()
  })

  test('[A9] query and team narrow the list', async () => {
    const id = await client.note(
      '---\ntitle: Überblick\nteams: [narrow]\nparticipants: [ȘtefanJ]\n---\n\nquizzical words\n',
    )
    const find = async (query: string) =>
      (await client.json(`GET /api/notes?${query}`, 200, NoteList)).notes.map((note) => note.id)
    for (const query of [
      'query=uberb%20quizz',
      'query=STEFANJ%20words',
      'team=NARROW',
      'team=narrow&query=quizzical',
    ]) {
      expect(await find(query)).toEqual([id])
    }
    expect(await find('query=quizzical%20nowhere')).toEqual([])
    expect(await find('team=narr')).toEqual([])
  })

  test('[A10] limit and cursor lead through the list; a wrong one is refused', async () => {
    for (const day of [1, 2, 3]) await client.note(`---\ntitle: Page\nteams: pages\ndatetime: 2024-01-0${day}\n---\n`)
    const days: (string | null)[] = []
    let cursor = ''
    do {
      const page = await client.json(`GET /api/notes?team=pages&limit=2${cursor}`, 200, NoteList)
      days.push(...page.notes.map(({ datetime }) => datetime))
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    expect(days).toEqual(['2024-01-03', '2024-01-02', '2024-01-01'])
    for (const path of ['notes', 'todos', 'decisions']) {
      expect(await client.refused(`GET /api/${path}?cursor=x`, 400, 'invalid_request')).toContain('`cursor`')
      for (const limit of ['0', '201', 'many', '1.5', '']) {
        expect(await client.refused(`GET /api/${path}?limit=${limit}`, 400, 'invalid_request')).toContain('`limit`')
      }
    }
  })

  test('[A12, A33] the Markdown has a tag and its type', async () => {
    const id = await client.note(planning)
    const response = await client.ask(`GET /api/notes/${id}/markdown`)
    expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('no-cache')
    expect(response.headers.get('Content-Disposition')).toBeNull()
    expect(await response.text()).toBe(planning)
    const tag = response.headers.get('ETag') ?? ''
    const again = (value: string) =>
      client.ask(`GET /api/notes/${id}/markdown`, { headers: { 'If-None-Match': value } })
    const same = await again(`"other", W/${tag}`)
    expect([same.status, await same.text(), same.headers.get('ETag')]).toEqual([304, '', tag])
    expect((await again('"other"')).status).toBe(200)
  })

  test('[A13] a download has a file name', async () => {
    expect(await nameOf(planning)).toBe('attachment; filename="2024-03-06.md"')
    expect(await nameOf('# 会議\n')).toContain(`filename*=UTF-8''%E4%BC%9A%E8%AD%B0.md`)
  })

  test('[A14, A11] items and note reflect what was durable when the request came', async () => {
    const id = await client.note(planning)
    const { todos, decisions } = await client.json(`GET /api/notes/${id}/items`, 200, Items)
    expect(todos).toEqual([
      expect.objectContaining({ text: 'Order lunch.', done: true }),
      {
        id: expect.any(String),
        noteId: id,
        text: 'Send the plan to everybody.',
        owners: [{ label: 'AB', participant: 'Ann Bell' }],
        due: '2024-03-08',
        done: false,
        section: 'TODOs and Decisions',
        lines: [25, 25],
      },
      expect.objectContaining({
        text: 'Book the room.',
        owners: [
          { label: 'JM', participant: 'Jörg Maier' },
          { label: 'XY', participant: null },
        ],
        due: null,
      }),
    ])
    expect(decisions).toMatchObject([{ text: 'We ship on Friday.', noteId: id, lines: [29, 29] }])

    const [author, reader] = [await client.open(id), await client.open(id)]
    for (let round = 0; round < 5; round += 1) {
      addParagraph(author.doc, `AB: Added in round ${round}.`)
      await reader.until((doc) => doc.getXmlFragment('body').toString().includes(`round ${round}`)) // what is seen is durable
      const items = await client.json(`GET /api/notes/${id}/items`, 200, Items)
      expect(items.todos.at(-1)?.text).toBe(`Added in round ${round}.`)
      expect(await client.markdown(id)).toBe(
        `${planning}${[...Array(round + 1).keys()].map((n) => `\nAB: Added in round ${n}.\n`).join('')}`,
      )
      expect((await client.json(`GET /api/notes/${id}`, 200, Note)).openTodos).toBe(3 + round)
    }
    author.close()
    reader.close()
  })

  test('[A15] a deleted note is gone, its sockets are closed', async () => {
    const id = await client.note(planning.replace('core', 'deleted-team'))
    const editor = await client.open(id)
    const response = await client.ask(`DELETE /api/notes/${id}`)
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(await editor.closed).toBe(4410)
    editor.close()
    await client.refused(`DELETE /api/notes/${id}`, 404, 'note_not_found')
    expect((await client.json('GET /api/notes?team=deleted-team', 200, NoteList)).notes).toEqual([])
    expect((await client.json('GET /api/todos?state=all&team=deleted-team', 200, TodoList)).todos).toEqual([])
    expect((await client.json('GET /api/decisions?team=deleted-team', 200, DecisionList)).decisions).toEqual([])
  })

  test('[A23] no note has the id, or none can', async () => {
    for (const id of ['nothing-here-00000000', 'x', '%00', '..%2F..', 'a'.repeat(300), '%F0%9F%98%80', 'a b']) {
      for (const path of ['', '/markdown', '/items']) {
        expect(await client.refused(`GET /api/notes/${id}${path}`, 404, 'note_not_found')).toContain('no note')
      }
      await client.refused(`DELETE /api/notes/${id}`, 404, 'note_not_found')
    }
  })
})

describe('TODOs and decisions', () => {
  test('[A16] the list is narrowed by state, owner, team, day and words', async () => {
    await client.note(planning.replace('core', 'todo-team'))
    const texts = async (query: string) =>
      (await client.json(`GET /api/todos?team=todo-team${query}`, 200, TodoList)).todos.map(({ text }) => text)
    const [plan, room, lunch] = ['Send the plan to everybody.', 'Book the room.', 'Order lunch.']
    expect(await texts('')).toEqual([plan, room])
    expect(await texts('&state=all')).toEqual([lunch, plan, room])
    expect(await texts('&state=done')).toEqual([lunch])
    expect(await texts('&owner=ann%20bell')).toEqual([plan])
    expect(await texts('&owner=Jorg%20Maier')).toEqual([room])
    expect(await texts('&owner=XY')).toEqual([room])
    expect(await texts('&owner=Ann')).toEqual([])
    expect(await texts('&due=2024-03-08')).toEqual([plan])
    expect(await texts('&due=2024-03-07')).toEqual([])
    expect(await texts('&query=every')).toEqual([plan])
    expect(await client.refused('GET /api/todos?due=tomorrow', 400, 'invalid_request')).toContain('`due`')
    expect(await client.refused('GET /api/todos?due=2024-02-31', 400, 'invalid_request')).toContain('`due`')
    expect(await client.refused('GET /api/todos?state=maybe', 400, 'invalid_request')).toContain('`state`')
  })

  test('[A17, A18] a TODO is ticked in the live document, once', async () => {
    const id = await client.note(planning.replace('core', 'tick-team'))
    const editor = await client.open(id)
    let updates = 0
    const { todos } = await client.json(`GET /api/todos?team=tick-team&state=all`, 200, TodoList)
    const [lunch, plan] = todos
    if (!plan || !lunch) throw new Error('the TODOs are not there')
    editor.doc.on('update', () => (updates += 1))
    const ticked = await client.json(`PATCH /api/todos/${plan.id}`, 200, Todo, { done: true })
    expect(ticked).toEqual({ ...plan, done: true })
    const opened = await client.json(`PATCH /api/todos/${lunch.id}`, 200, Todo, { done: false })
    expect(opened).toEqual({ ...lunch, done: false })
    await editor.until((doc) => doc.getXmlFragment('body').toString().includes('done="') && updates === 2)
    const open = await client.json('GET /api/todos?team=tick-team', 200, TodoList)
    expect(open.todos.map(({ text }) => text)).toEqual(['Order lunch.', 'Book the room.'])
    expect(await client.markdown(id)).toBe(planning.replace('core', 'tick-team').replace('[x]', '[ ]'))

    expect(await client.json(`PATCH /api/todos/${plan.id}`, 200, Todo, { done: true })).toEqual(ticked)
    await client.json(`PATCH /api/todos/${lunch.id}`, 200, Todo, { done: true })
    await editor.until(() => updates === 3) // the tick that changed nothing was no update
    editor.close()
  })

  test('[A19] a TODO that no list shows yet can be ticked', async () => {
    const id = await client.note('## TODOs\n\nAB: First.\n')
    const [author, reader] = [await client.open(id), await client.open(id)]
    addParagraph(author.doc, 'AB: Second.')
    await reader.until((doc) => doc.getXmlFragment('body').toString().includes('Second'))
    const { todos } = await client.json(`GET /api/notes/${id}/items`, 200, Items)
    const ticked = await client.json(`PATCH /api/todos/${todos[1]?.id}`, 200, Todo, { done: true })
    expect(ticked).toMatchObject({ text: 'Second.', done: true })
    author.close()
    reader.close()
  })

  test('[A20, A24, A25] what cannot be ticked', async () => {
    await client.refused('PATCH /api/todos/nothing', 404, 'todo_not_found', json({ done: true }))
    await client.refused('PATCH /api/todos/%F0%9F%98%80', 404, 'todo_not_found', json({ done: true }))
    expect(await client.refused('PATCH /api/todos/x', 400, 'invalid_request', json({ done: 1 }))).toContain('`done`')
    await client.refused('PATCH /api/todos/x', 400, 'invalid_json', {
      body: 'done',
      headers: { 'Content-Type': 'application/json' },
    })
    await client.refused('PATCH /api/todos/x', 415, 'unsupported_media_type', { body: '{"done":true}' })
  })

  test('[A21] decisions over all notes', async () => {
    await client.note(planning.replace('core', 'decision-team').replace('Decision:', 'Decision: AB:'))
    const texts = async (query: string) =>
      (await client.json(`GET /api/decisions?team=decision-team${query}`, 200, DecisionList)).decisions.map(
        ({ text }) => text,
      )
    expect(await texts('')).toHaveLength(1)
    expect(await texts('&query=ship%20fri')).toHaveLength(1)
    expect(await texts('&query=sail')).toEqual([])
    expect(await texts('&owner=nobody')).toEqual([])
  })

  test('[L20] lists over many notes follow within two seconds', async () => {
    const id = await client.note('---\nteams: lag-team\n---\n\n## TODOs\n')
    const editor = await client.open(id)
    addParagraph(editor.doc, 'AB: Typed by somebody.')
    await vi.waitFor(
      async () => {
        const { todos } = await client.json('GET /api/todos?team=lag-team', 200, TodoList)
        expect(todos).toMatchObject([{ text: 'Typed by somebody.' }])
      },
      { timeout: 2000, interval: 50 },
    )
    editor.close()
  })
})

describe('all answers', () => {
  test('[A25] a query that is too long is refused', async () => {
    for (const path of ['notes', 'todos', 'decisions']) {
      for (const field of ['query', 'team']) {
        const message = await client.refused(`GET /api/${path}?${field}=${'x+'.repeat(151)}`, 400, 'invalid_request')
        expect(message).toContain(`\`${field}\``)
        expect((await client.ask(`GET /api/${path}?${field}=${'x+'.repeat(149)}`)).status).toBe(200)
      }
    }
  })

  test('[A26] unknown paths', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/notes/',
      '/api/notes/x/y',
      '/api/todos/x/y',
      '/metrics/x',
    ]) {
      expect(await client.refused(`GET ${path}`, 404, 'not_found')).toContain(path)
      await client.refused(`POST ${path}`, 404, 'not_found')
    }
  })

  test('[A27] methods that a path does not have', async () => {
    const allowed = {
      '/api/notes': 'POST, GET, HEAD',
      '/api/notes/x': 'GET, HEAD, DELETE',
      '/api/notes/x/markdown': 'GET, HEAD',
      '/api/notes/x/items': 'GET, HEAD',
      '/api/todos': 'GET, HEAD',
      '/api/todos/x': 'PATCH',
      '/api/decisions': 'GET, HEAD',
      '/api/openapi.json': 'GET, HEAD',
      '/livez': 'GET, HEAD',
      '/readyz': 'GET, HEAD',
      '/metrics': 'GET, HEAD',
    }
    for (const [path, methods] of Object.entries(allowed)) {
      const response = await client.ask(`PUT ${path}`)
      expect([path, response.status, response.headers.get('Allow')]).toEqual([path, 405, methods])
      await client.refused(`PUT ${path}`, 405, 'method_not_allowed')
    }
  })

  test('[A28] a write from a foreign page is refused, a read is not', async () => {
    const foreign = { Origin: 'https://evil.example' }
    const id = await client.note('Mine\n')
    const post = { body: 'x', headers: { ...foreign, 'Content-Type': 'text/markdown' } }
    await client.refused('POST /api/notes', 403, 'wrong_origin', post)
    await client.refused(`DELETE /api/notes/${id}`, 403, 'wrong_origin', { headers: foreign })
    await client.refused('PATCH /api/todos/x', 403, 'wrong_origin', { headers: { Origin: 'null' } })
    const read = await client.ask(`GET /api/notes/${id}/markdown`, { headers: foreign })
    expect([read.status, read.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null])
    const own = { body: 'x', headers: { Origin: server.url, 'Content-Type': 'text/markdown' } }
    expect((await client.ask('POST /api/notes', own)).status).toBe(201)
  })

  test('[A32] HEAD answers as GET, without the body', async () => {
    const id = await client.note(planning)
    for (const path of [`/api/notes/${id}`, `/api/notes/${id}/markdown`, '/api/notes', '/livez']) {
      const [head, get] = [await client.ask(`HEAD ${path}`), await client.ask(`GET ${path}`)]
      expect([head.status, await head.text()]).toEqual([200, ''])
      expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'))
      expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'))
    }
    expect((await client.ask('HEAD /api/notes/nothing')).status).toBe(404)
  })

  test('[A33] answers are not to be kept, and not to be taken for something else', async () => {
    for (const path of ['/api/notes', '/api/nothing', '/readyz']) {
      const { headers } = await client.ask(`GET ${path}`)
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })

  test('[A34] the description names every route with its answers', async () => {
    const OpenApi: Shape<OpenApi> = { parse: (answer) => answer as OpenApi }
    const { openapi, paths, components } = await client.json('GET /api/openapi.json', 200, OpenApi)
    expect(openapi).toBe('3.1.0')
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => [
        `${method.toUpperCase()} ${path}`,
        Object.keys(responses).map(Number),
      ]),
    )
    expect(Object.fromEntries(routes)).toEqual({
      'POST /api/notes': [201, 400, 403, 404, 413, 415, 422, 500, 503],
      'GET /api/notes': [200, 400, 500],
      'GET /api/notes/{id}': [200, 403, 404, 500],
      'DELETE /api/notes/{id}': [204, 403, 404, 500, 503],
      'GET /api/notes/{id}/markdown': [200, 304, 400, 403, 404, 500],
      'GET /api/notes/{id}/items': [200, 403, 404, 500],
      'GET /api/todos': [200, 400, 500],
      'PATCH /api/todos/{id}': [200, 400, 403, 404, 413, 415, 500, 503],
      'GET /api/decisions': [200, 400, 500],
      'GET /api/openapi.json': [200],
      'GET /livez': [200],
      'GET /readyz': [200, 500, 503],
      'GET /metrics': [200],
    })
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Note', 'Todo', 'Decision', 'Failure']))
  })

  test('[A35] liveness, readiness, metrics', async () => {
    expect(await (await client.ask('GET /livez')).json()).toEqual({ status: 'live' })
    expect(await (await client.ask('GET /readyz')).json()).toEqual({ status: 'ready' })
    const metrics = await client.ask('GET /metrics')
    expect(metrics.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(await metrics.text()).toMatch(/^# HELP /m)
  })
})

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  components: { schemas: Record<string, unknown> }
}

/** The header that names the download of a note. */
async function nameOf(text: string): Promise<string | null> {
  const response = await client.ask(`GET /api/notes/${await client.note(text)}/markdown?download=1`)
  return response.headers.get('Content-Disposition')
}

function addParagraph(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('body').push([paragraph])
}
