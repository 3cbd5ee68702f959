import { Note, NoteList } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'
import { json, markdown, planning } from './planning.ts'

const { client } = await startForAll()

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

const named = (name: string) => `POST /api/notes?name=${encodeURIComponent(name)}`

test('[A148] the name of the file says what the file does not, and the bytes stay', async () => {
  const make = async (request: string, text: string) =>
    Note.parse(await (await client.ask(request, markdown(text))).json())
  const text = 'AB: Send it by Friday.\n'
  const made = await make(named('2026-03-05-weekly.md'), text)
  expect(made).toMatchObject({ title: 'weekly', datetime: '2026-03-05', frontMatter: {} })
  expect(await client.markdown(made.id)).toBe(text)
  const download = await client.ask(`GET /api/notes/${made.id}/markdown?download=1`)
  expect(download.headers.get('Content-Disposition')).toContain('2026-03-05-weekly.md')
  expect((await make(named('2020-01-01.md'), planning)).datetime).toBe('2024-03-06T14:00:00+01:00')
  expect((await make('POST /api/notes', text)).datetime).toBeNull()
  await client.refused(named('x'.repeat(256)), 400, 'invalid_request', markdown(text))
})

test('[A3] other types of body are refused', async () => {
  const message = await client.refused('POST /api/notes', 415, 'unsupported_media_type', markdown('x', 'text/plain'))
  expect(message).toContain('text/plain')
  await client.refused('POST /api/notes', 415, 'unsupported_media_type', markdown('x', 'text/markdown; charset=latin1'))
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
