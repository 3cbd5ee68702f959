import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPages } from './pages.ts'
import { addSecurityHeaders, securityHeaders } from './security.ts'

let folder: string
let app: Hono

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-pages-'))
  app = new Hono()
  app.use(addSecurityHeaders)
  app.route('/', createPages(join(folder, 'dist')))
  app.all('*', (c) => c.json({ error: 'not found' }, 404))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function build(): void {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Minutebook</title>')
  writeFileSync(join(folder, 'dist/assets/index-a1b2c3.js'), 'let x')
  writeFileSync(join(folder, 'dist/favicon.svg'), '<svg/>')
  writeFileSync(join(folder, 'dist/sw.js'), 'self')
  writeFileSync(join(folder, 'dist/manifest.webmanifest'), '{}')
}

const script = (encodings: string) =>
  app.request('/assets/index-a1b2c3.js', { headers: { 'Accept-Encoding': encodings } })

const browse = (path: string) => app.request(path, { headers: { Accept: 'text/html,application/xhtml+xml' } })

test("[C8] what a browser opens is the application's page, which is asked for each time", async () => {
  build()
  for (const path of ['/', '/n/abc', '/todos?owner=Ann']) {
    const answer = await browse(path)
    expect([answer.status, answer.headers.get('Cache-Control'), await answer.text()]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>Minutebook</title>',
    ])
  }
})

test('[C8] files with a hash in their name are cached for a year, others are asked for', async () => {
  build()
  const script = await app.request('/assets/index-a1b2c3.js')
  expect([script.status, script.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(script.headers.get('Content-Type')).toMatch('text/javascript')
  const icon = await app.request('/favicon.svg')
  expect([icon.status, icon.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
})

test('[A101] the page of a note asks for what a note needs', async () => {
  build()
  writeFileSync(join(folder, 'dist/note.html'), '<!doctype html><link rel="modulepreload" />')
  expect(await (await browse('/n/abc')).text()).toContain('modulepreload')
  for (const path of ['/', '/todos']) expect(await (await browse(path)).text()).not.toContain('modulepreload')
})

test('[A102] scripts and styles come compressed to who takes that', async () => {
  build()
  writeFileSync(join(folder, 'dist/assets/index-a1b2c3.js.br'), 'short')
  const short = await script('gzip, br')
  expect([short.headers.get('Content-Encoding'), short.headers.get('Vary'), await short.text()]).toEqual([
    'br',
    'Accept-Encoding',
    'short',
  ])
  expect(short.headers.get('Content-Type')).toMatch('text/javascript')
  const plain = await script('identity')
  expect([plain.headers.get('Content-Encoding'), await plain.text()]).toEqual([null, 'let x'])
})

test('[A100] the service worker and the manifest are asked for each time, and have their types', async () => {
  build()
  const types = { '/sw.js': 'text/javascript', '/manifest.webmanifest': 'application/manifest+json' }
  for (const [path, type] of Object.entries(types)) {
    const answer = await app.request(path)
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
    expect(answer.headers.get('Content-Type')).toMatch(type)
  }
  for (const rule of ["worker-src 'self'", "manifest-src 'self'"]) {
    expect(securityHeaders['Content-Security-Policy']).toContain(rule)
  }
})

test('[C8] what is for programs is no page, and neither is a file that is not there', async () => {
  build()
  for (const path of ['/api/notes', '/sync/n', '/livez', '/metrics', '/api'])
    expect((await browse(path)).status).toBe(404)
  expect((await app.request('/n/abc')).status).toBe(200)
  expect((await app.request('/assets/gone.js')).status).toBe(404)
  expect((await app.request('/n/abc', { method: 'POST', headers: { Accept: 'text/html' } })).status).toBe(404)
  expect((await app.request('/assets/../../secret')).status).toBe(404)
})

test('[C9] without a built application the page says how to build it', async () => {
  const answer = await browse('/n/abc')
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'text/plain; charset=UTF-8'])
  expect(await answer.text()).toContain('pnpm@12 build')
  build()
  expect((await browse('/n/abc')).status).toBe(200)
})

test('[C10] every answer has the security headers', async () => {
  build()
  for (const path of ['/', '/assets/index-a1b2c3.js', '/nothing']) {
    const answer = await app.request(path)
    for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name)).toBe(value)
  }
  expect(securityHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'")
  expect(securityHeaders['Content-Security-Policy']).not.toContain("script-src 'self' 'unsafe")
})
