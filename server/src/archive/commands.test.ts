import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from './commands.ts'
import { roundTrip } from './roundtrip.ts'

let folder: string
let printed: string[]
let errors: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-archive-'))
  printed = []
  errors = []
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  runCommand(args, {
    out: (line) => printed.push(line),
    error: (line) => errors.push(line),
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    server: 'http://localhost:3000',
  })

test('[X1, X3] roundtrip says how many files come back, and ends with 0 where all do', async () => {
  await mkdir(join(folder, 'deep'))
  await writeFile(join(folder, 'a.md'), '---\ntitle: Kick-off\n---\n\n* RD: Send it\n')
  await writeFile(join(folder, 'deep', 'b.md'), '\uFEFFSetext\r\n======\r\n\r\n\r\nEnd')
  await writeFile(join(folder, 'picture.png'), new Uint8Array([0, 1]))
  expect(await run('roundtrip', folder)).toBe(0)
  expect(printed).toEqual(['2 of 2 files come back byte for byte'])
})

test('[X2, X3] a file that does not come back is named with the reason; --json says the same', async () => {
  await writeFile(join(folder, 'a.md'), 'Fine\n')
  await writeFile(join(folder, 'b.md'), new Uint8Array([0xff, 0xfe, 0x41]))
  const file = join(folder, 'b.md')
  expect(await run('roundtrip', folder)).toBe(1)
  expect(printed).toEqual([`${file}: refused, not_utf8`, '1 of 2 files come back byte for byte'])
  printed = []
  expect(await run('roundtrip', folder, '--json')).toBe(1)
  expect(JSON.parse(printed.join(''))).toEqual({
    files: 2,
    exact: 1,
    kept: 0,
    failed: [{ file, kind: 'refused', reason: 'not_utf8' }],
  })
})

test('[X2] bytes that are no text are refused', () => {
  expect(roundTrip(new Uint8Array([0x50, 0x4b, 0, 0]))).toEqual({ kind: 'refused', reason: 'not_text' })
})

test('[X7] help prints how each command is used', async () => {
  expect(await run('--help')).toBe(0)
  expect(printed.join('\n')).toMatch(/import FILE_OR_FOLDER[^]*export FOLDER[^]*roundtrip FILE_OR_FOLDER/)
})

test.each([
  [['fly'], 'There is no command "fly".'],
  [['constructor'], 'There is no command "constructor".'],
  [['roundtrip', 'x', '--loud'], "Unknown option '--loud'"],
  [['roundtrip'], 'Usage: roundtrip'],
  [['export', 'a', 'b'], 'Usage: export'],
  [['import', 'a', '--server'], "Option '--server <value>' argument missing"],
])('[X7] %j is wrong and says so', async (args, message) => {
  expect(await run(...args)).toBe(2)
  expect(errors[0]).toContain(message)
})

test('[X7] a path that is not there is an error of one line', async () => {
  expect(await run('roundtrip', join(folder, 'missing'))).toBe(1)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain('missing')
})

test('[X8] a server that cannot be reached is one clear line', async () => {
  await writeFile(join(folder, 'a.md'), 'Fine\n')
  expect(await run('import', folder)).toBe(1)
  expect(await run('export', join(folder, 'out'), '--server', 'http://localhost:1/')).toBe(1)
  expect(errors).toEqual([
    'There is no server at http://localhost:3000. Start it, or name another with --server.',
    'There is no server at http://localhost:1. Start it, or name another with --server.',
  ])
  expect(await readdir(folder)).toEqual(['a.md'])
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('Fine\n')
})

function note(people: string, todos: string): string {
  return `---\nteams: [Harbor]\nparticipants: [${people}]\n---\n\n## TODOs\n\n${todos}\n`
}

test('[P18] people says who owners are, within their note and by the others', async () => {
  await writeFile(join(folder, '1.md'), note('RitaD, BoK', 'RD: Paint it.\n\nBK: Send it.\n\nAll: Read it.'))
  await writeFile(join(folder, '2.md'), note('RitaD, Max', 'ZZ: Ask for it.\n\nMP: Look at it.'))
  await writeFile(join(folder, '3.md'), note('BoK', 'RD: Sign it.'))
  expect(await run('people', folder, '--list')).toBe(0)
  expect(printed.map((line) => line.replace(folder, '').trim())).toEqual([
    '/1.md\tAll\t–',
    '/2.md\tZZ\t–',
    '/2.md\tMP\tMax?',
    '/3.md\tRD\tRitaD',
    '2   33.3 %  certain within the note',
    "1   16.7 %  certain by the team's other notes",
    '1   16.7 %  several could be meant',
    '1   16.7 %  unknown',
    '1   16.7 %  a group',
    '3 notes, 3 people',
  ])
})
