import type { Note } from '@minutebook/shared/api'
import { limits } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import type { Result } from '../api/request.ts'
import { importFiles, importTitle, type ImportFile } from './import.ts'

const made: Note = {
  id: 'n',
  title: 'Weekly',
  datetime: '2024-03-06',
  teams: [],
  participants: [],
  openTodos: 0,
  decisions: 0,
  updatedAt: '2024-03-06T10:00:00Z',
  present: [],
  frontMatter: {},
}

const refused = (code: string): Result<Note> => ({ ok: false, refusal: { code, message: 'Try later.', status: 422 } })

async function run(files: ImportFile[], answers: Record<string, Result<Note>> = {}) {
  const asked: string[] = []
  const outcomes = await importFiles(
    files,
    (file) => {
      asked.push(file.name)
      return Promise.resolve(answers[file.name] ?? { ok: true, value: made })
    },
    () => undefined,
  )
  return { asked, outcomes, reasons: outcomes.map((outcome) => (outcome.note === null ? outcome.reason : null)) }
}

test('[N46] what cannot be a note is left out, the others go on', async () => {
  const { asked, reasons } = await run([
    { name: 'minutes.docx', size: 10 },
    { name: 'huge.md', size: limits.importBytes + 1 },
    { name: 'Weekly.MD', size: 10 },
    { name: 'notes.markdown', size: limits.importBytes },
  ])
  expect(asked).toEqual(['Weekly.MD', 'notes.markdown'])
  expect(reasons).toEqual(['Not Markdown, left out', 'Larger than 2 MiB, left out', null, null])
})

test('[N47] each file has its result in words', async () => {
  const files = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'].map((name) => ({ name, size: 1 }))
  const { outcomes, reasons } = await run(files, {
    'a.md': refused('not_utf8'),
    'b.md': refused('not_text'),
    'c.md': refused('too_large'),
    'd.md': refused('unreachable'),
    'e.md': { ok: true, value: { ...made, datetime: null } },
  })
  expect(reasons).toEqual([
    'Not UTF-8 text, left out',
    'Not Markdown, left out',
    'Larger than 2 MiB, left out',
    'Try later.',
    null,
  ])
  expect(outcomes.at(-1)).toMatchObject({ remark: 'No date in the front matter' })
  expect(importTitle(outcomes)).toBe('1 of 5 files imported')
  expect(importTitle(outcomes.slice(0, 4))).toBe('Nothing was imported')
  expect(importTitle(outcomes.slice(4))).toBe('1 file imported')
})

test('[N249] of a note whose day comes from the name of its file, the result says so', async () => {
  const { outcomes } = await run(
    [
      { name: 'a.md', size: 1 },
      { name: 'b.md', size: 1 },
    ],
    {
      'b.md': { ok: true, value: { ...made, frontMatter: { datetime: '2024-03-06' } } },
    },
  )
  expect(outcomes).toMatchObject([
    { remark: 'No date in the front matter; taken from the file name' },
    { remark: null },
  ])
})
