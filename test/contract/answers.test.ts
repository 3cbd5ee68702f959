import { expect, test } from 'vitest'
import { startForAll, type Shape } from './client.ts'
import { planning } from './planning.ts'

const { server, client } = await startForAll()

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
    '/api/notes/x/next': 'GET, HEAD',
    '/api/notes/x/carried': 'GET, HEAD',
    '/api/notes/x/images': 'POST',
    '/api/notes/x/images/y': 'GET, HEAD',
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
    'GET /api/people': [200, 400, 500],
    'GET /api/people/{id}': [200, 404, 500],
    'GET /api/notes/{id}/people': [200, 403, 404, 500],
    'POST /api/people/corrections': [201, 400, 403, 404, 413, 415, 500, 503],
    'DELETE /api/people/corrections/{id}': [204, 400, 403, 404, 500, 503],
    'GET /api/notes/{id}': [200, 403, 404, 500],
    'DELETE /api/notes/{id}': [204, 403, 404, 500, 503],
    'GET /api/notes/{id}/markdown': [200, 304, 400, 403, 404, 500],
    'GET /api/notes/{id}/items': [200, 403, 404, 500],
    'GET /api/notes/{id}/review': [200, 403, 404, 500],
    'POST /api/notes/{id}/finish': [200, 400, 403, 404, 413, 415, 500, 503],
    'DELETE /api/notes/{id}/finish': [204, 403, 404, 500, 503],
    'GET /api/notes/{id}/summary': [200, 403, 404, 500],
    'GET /api/notes/{id}/versions': [200, 403, 404, 500],
    'GET /api/notes/{id}/versions/{number}/markdown': [200, 400, 403, 404, 500],
    'POST /api/notes/{id}/images': [201, 403, 404, 409, 413, 415, 422, 500, 503],
    'GET /api/notes/{id}/next': [200, 403, 404, 500],
    'GET /api/notes/{id}/carried': [200, 403, 404, 500],
    'GET /api/notes/{id}/images/{name}': [200, 304, 403, 404, 500],
    'GET /api/todos': [200, 400, 500],
    'PATCH /api/todos/{id}': [200, 400, 403, 404, 409, 413, 415, 500, 503],
    'GET /api/decisions': [200, 400, 500],
    'GET /api/todos.csv': [200, 400, 500],
    'GET /api/todos.md': [200, 400, 500],
    'GET /api/decisions.csv': [200, 400, 500],
    'GET /api/decisions.md': [200, 400, 500],
    'GET /api/ledger': [200, 500],
    'GET /api/ledger/groups': [200, 400, 500],
    'GET /api/calendars/{owner}': [200, 400, 500],
    'POST /api/calendars/{owner}': [201, 400, 403, 500, 503],
    'DELETE /api/calendars/{owner}': [204, 400, 403, 500, 503],
    'GET /api/calendar/{secret}': [200, 304, 400, 404, 500],
    'GET /api/events': [200, 400, 500, 503],
    'GET /api/present': [200, 500],
    'GET /api/search': [200, 400, 500],
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

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  components: { schemas: Record<string, unknown> }
}
