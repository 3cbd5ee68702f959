import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from './commands.ts'
import { lineChanges } from './line-changes.ts'

let folder: string
let printed: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-diff-'))
  printed = []
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  runCommand(['diff', ...args], {
    out: (line) => printed.push(line),
    error: (line) => printed.push(line),
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    server: 'http://localhost:3000',
  })

const odd = '# Kick-off #\n\n* one\n\n\n* two  \n\nsnake\\_case\nend'

test('[X9, X11] a file that comes back loses nothing, and is not written', async () => {
  const file = join(folder, 'a.md')
  await writeFile(file, odd)
  expect(await run(folder)).toBe(0)
  expect(printed).toEqual(['1 of 1 files stay as they are'])
  expect(await readFile(file, 'utf8')).toBe(odd)
})

test('[X10] --canonical shows the lines that are not written in the plainest Markdown', async () => {
  const file = join(folder, 'a.md')
  await writeFile(file, odd)
  await writeFile(join(folder, 'b.md'), '# Plain\n\n- one\n')
  expect(await run(folder, '--canonical')).toBe(1)
  expect(printed).toEqual([
    `--- ${file}`,
    `+++ ${file}`,
    '@@ -1 +1 @@',
    '-# Kick-off #',
    '+# Kick-off',
    '@@ -5 +4,0 @@',
    '-',
    '@@ -8 +7 @@',
    '-snake\\_case',
    '+snake_case',
    `${file}: 3 lines removed, 2 added`,
    '1 of 2 files stay as they are; 3 lines removed, 2 added in all',
  ])
  expect(await readFile(file, 'utf8')).toBe(odd)
})

test('[X11] --json says the same, also of a file that is no text', async () => {
  const [plain, broken] = [join(folder, 'a.md'), join(folder, 'b.md')]
  await writeFile(plain, '# Kick-off #')
  await writeFile(broken, new Uint8Array([0xff, 0xfe, 0x41]))
  expect(await run(folder, '--canonical', '--json')).toBe(1)
  expect(JSON.parse(printed.join(''))).toEqual({
    files: 2,
    same: 0,
    removed: 1,
    added: 1,
    differing: [
      {
        file: plain,
        kind: 'changed',
        removed: 1,
        added: 1,
        changes: [{ at: 1, removed: ['# Kick-off #'], added: ['# Kick-off'] }],
      },
      { file: broken, kind: 'refused', reason: 'not_utf8' },
    ],
  })
  printed = []
  expect(await run(broken)).toBe(1)
  expect(printed).toEqual([`${broken}: refused, not_utf8`, '0 of 1 files stay as they are'])
})

test('[X9] as few lines as can be are shown, each with its end', () => {
  expect(lineChanges('a\nb\nc\n', 'a\nb\nc\n')).toEqual([])
  expect(lineChanges('a\nb\nc\nd\n', 'b\nx\nd\ne\n')).toEqual([
    { at: 1, removed: ['a\n'], added: [] },
    { at: 3, removed: ['c\n'], added: ['x\n'] },
    { at: 5, removed: [], added: ['e\n'] },
  ])
  expect(lineChanges('a\r\n', 'a\n')).toEqual([{ at: 1, removed: ['a\r\n'], added: ['a\n'] }])
  expect(lineChanges('', 'a')).toEqual([{ at: 1, removed: [], added: ['a'] }])
})
