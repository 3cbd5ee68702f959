import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../server/src/archive/commands.ts'
import { ImageAnswer, Note } from '@minutebook/shared/api'
import { png } from '../../server/src/image/test-images.ts'
import { startServer, type RunningServer } from '../server.ts'

let server: RunningServer
let folder: string

beforeAll(async () => {
  server = await startServer({ env: { IMPORT_LIMIT_BYTES: '1000' } })
  folder = await mkdtemp(join(tmpdir(), 'minutebook-archive-'))
})

afterAll(async () => {
  await server.dispose()
  await rm(folder, { recursive: true, force: true })
})

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const code = await runCommand(args, { out: print, error: print, fetch, server: server.url })
  return { code, lines }
}

const dated = '---\ntitle: One\ndatetime: 2024-03-06\n---\n\n* RD: Send it\n'
const files: Readonly<Record<string, string>> = {
  'a.md': dated,
  'b.md': dated.replace('One', 'Two'),
  'c.md': '\uFEFF# 会議\r\n\r\nx',
}

test('[X4] files and folders are imported; what the server refuses is named with the reason', async () => {
  const from = join(folder, 'from')
  await mkdir(join(from, 'deep'), { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(from, name), content)
  await writeFile(join(from, 'deep', 'binary.md'), new Uint8Array([0, 1]))
  await writeFile(join(from, 'large.md'), 'x'.repeat(1001))
  const { code, lines } = await run('import', from, '--server', `${server.url}/`)
  expect(code).toBe(1)
  expect(lines).toEqual([
    expect.stringMatching(/^imported .*a\.md as http:\/\/localhost:\d+\/n\/[\w-]+$/),
    expect.stringMatching(/^imported .*b\.md/),
    expect.stringMatching(/^imported .*c\.md/),
    expect.stringMatching(/^refused .*binary\.md: The file is not text/),
    expect.stringMatching(/^refused .*large\.md: The body may have 1000 bytes/),
    '3 of 5 imported',
  ])
})

test('[X5] every note is written under its file name, two of one name in two files, to the byte', async () => {
  const to = join(folder, 'to')
  const { code, lines } = await run('export', to)
  expect([code, lines]).toEqual([0, ['3 written, 0 were there, 0 kept']])
  const names = (await readdir(to)).toSorted()
  expect(names).toEqual([expect.stringMatching(/^2024-03-06-[\w-]+\.md$/), '2024-03-06.md', '会議.md'])
  const written = await Promise.all(names.map((name) => readFile(join(to, name), 'utf8')))
  expect(written.toSorted()).toEqual(Object.values(files).toSorted())
})

test('[X6] a file that differs is kept unless told otherwise', async () => {
  const to = join(folder, 'to')
  await writeFile(join(to, '会議.md'), 'mine')
  const kept = await run('export', to)
  expect(kept.code).toBe(1)
  expect(kept.lines).toEqual([
    'kept 会議.md: the file there is another one; --force overwrites it',
    '0 written, 2 were there, 1 kept',
  ])
  expect(await readFile(join(to, '会議.md'), 'utf8')).toBe('mine')
  expect(await run('export', to, '--force')).toEqual({ code: 0, lines: ['1 written, 2 were there, 0 kept'] })
  expect(await readFile(join(to, '会議.md'), 'utf8')).toBe(files['c.md'])
})

test('[X42] the names of files go along, and where the day comes from one, that is said', async () => {
  const from = join(folder, 'named')
  await mkdir(from)
  await writeFile(join(from, '2026-03-05-weekly.md'), 'Words.\n')
  const { lines } = await run('import', from)
  expect(lines[1]).toMatch(/2026-03-05-weekly\.md: no date in the front matter; taken from the file name$/)
  const to = join(folder, 'named-again')
  await run('export', to)
  expect(await readFile(join(to, '2026-03-05-weekly.md'), 'utf8')).toBe('Words.\n')
})

test('[X40, X41] images go out beside the Markdown and come in again, to the byte', async () => {
  const bytes = png(20, 10)
  const made = await fetch(`${server.url}/api/notes`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/markdown' },
    body: '---\ntitle: Shown\n---\n',
  })
  const { id } = Note.parse(await made.json())
  const added = await fetch(`${server.url}/api/notes/${id}/images`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/png' },
    body: new Uint8Array(bytes),
  })
  const { address } = ImageAnswer.parse(await added.json())
  const missing = `images/${'0'.repeat(32)}-1x1.png`
  const before = join(folder, 'shown')
  await mkdir(join(before, 'images'), { recursive: true })
  await writeFile(join(before, 'shown.md'), `# Shown\n\n![a](${address}) ![b](${missing})\n`)
  await writeFile(join(before, address), bytes)

  const { code, lines } = await run('import', before)
  expect([code, lines[1]]).toEqual([0, `${join(before, 'shown.md')}: ${missing} is not beside it`])
  const after = join(folder, 'shown-again')
  expect((await run('export', after)).lines.join('\n')).toContain(`the note does not have ${missing}`)
  expect(Buffer.compare(await readFile(join(after, address)), bytes)).toBe(0)
})
