import { afterEach, expect, test, vi } from 'vitest'
import { fetchMarkdown, fileNameOf, listNotes } from './notes.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function answering(answer: () => Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(answer)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('[N48] an answer is a value', async () => {
  const list = { notes: [], nextCursor: null }
  const fetched = answering(() => Promise.resolve(Response.json(list)))
  expect(await listNotes({ query: 'a&b', team: 'harbor' })).toEqual({ ok: true, value: list })
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/notes?query=a%26b&team=harbor')
})

test('[N48] a refusal is a value, also from a proxy that knows no JSON', async () => {
  const error = { code: 'invalid_request', message: 'The cursor is not known.' }
  answering(() => Promise.resolve(Response.json({ error }, { status: 400 })))
  expect(await listNotes({})).toEqual({ ok: false, refusal: { ...error, status: 400 } })
  answering(() => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })))
  expect(await listNotes({})).toMatchObject({ ok: false, refusal: { code: 'failed', status: 502 } })
  answering(() => Promise.resolve(new Response('<h1>Hello</h1>')))
  expect(await listNotes({})).toMatchObject({ ok: false, refusal: { code: 'unreadable' } })
})

test('[N48] a server that does not answer is a value', async () => {
  answering(() => Promise.reject(new TypeError('failed to fetch')))
  expect(await listNotes({})).toMatchObject({ ok: false, refusal: { code: 'unreachable', status: 0 } })
})

test('[N49] the server names the file', async () => {
  const headers = { 'content-disposition': `attachment; filename="r.md"; filename*=UTF-8''r%C3%A9union.md` }
  answering(() => Promise.resolve(new Response('# Hi\n', { headers })))
  const answer = await fetchMarkdown('a')
  expect(answer.ok && answer.value.fileName).toBe('réunion.md')
  expect(fileNameOf('attachment; filename="2024-03-06.md"')).toBe('2024-03-06.md')
  expect(fileNameOf('attachment; filename=weekly.md')).toBe('weekly.md')
  expect(fileNameOf(`attachment; filename*=UTF-8''%E0%A4%A; filename="plain.md"`)).toBe('plain.md')
  expect(fileNameOf('attachment')).toBe('note.md')
})
