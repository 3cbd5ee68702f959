import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { createClient } from './client.ts'

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-process-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a server that cannot start, and gives what it says. */
function failing(env: Record<string, string>): Promise<{ code: number | null; out: string; lines: string[] }> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, lines: errors.trimEnd().split('\n') }))
  })
}

test('[C2] [C3] a wrong configuration is told in one line each, and ends with 2', async () => {
  const { code, out, lines } = await failing({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'postgres://localhost/x' })
  expect([code, out]).toEqual([2, ''])
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'DATABASE_URL'])
})

test('[C4] [C7] it says where it listens, lives and is ready', async () => {
  const server = await startServer({ dataDir: join(folder, 'ready'), env: { LOG_LEVEL: 'info' } })
  const client = createClient(server)
  expect(server.url).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await client.ask('GET /livez')).status).toBe(200)
  expect((await client.ask('GET /readyz')).status).toBe(200)
  const metrics = await (await client.ask('GET /metrics')).text()
  expect(metrics).toMatch(/^minutebook_rooms 0$/m)
  expect(metrics).toMatch(/^minutebook_commit_seconds_count \d+$/m)
  expect((await client.ask('GET /livez')).headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await server.stop('SIGINT')).toBe(0)
  expect(server.logs.map((line) => line['msg'])).toEqual(['listening', 'stopping', 'stopped'])
})

test('[C5] a port that is taken is told in one line, and ends with 1', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, lines } = await failing({ PORT: String(port) })
  expect([code, lines]).toEqual([
    1,
    [`The port ${port} on 127.0.0.1 is taken by another program. Set PORT to another one.`],
  ])
  other.close()
})

test('[C5] a store that cannot be opened is told in one line, and ends with 1', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, 'x')
  const first = await failing({ DATA_DIR: file })
  expect([first.code, first.lines]).toEqual([1, [expect.stringContaining('cannot be written')]])
  const dataDir = join(folder, 'broken')
  const server = await startServer({ dataDir })
  await server.stop()
  await writeFile(join(dataDir, 'minutebook.sqlite'), 'no database '.repeat(1_000))
  const second = await failing({ DATA_DIR: dataDir })
  expect([second.code, second.lines]).toEqual([
    1,
    [expect.stringContaining('is damaged (file is not a database) and was left as it is')],
  ])
})
