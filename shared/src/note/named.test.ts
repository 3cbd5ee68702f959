import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgetNameDay, readNamed, readNote, writeNote } from '../doc/index.ts'
import { fileName, frontMatterOf, titleOf } from './describe.ts'
import { readMarkdown, writeMarkdown } from './file.ts'
import { itemsOf } from './items.ts'
import { nameNote, readFileName } from './named.ts'
import { nextMeeting } from './next.ts'

test.each([
  ['2026-03-05-weekly.md', '2026-03-05'],
  ['20260305 weekly.md', '2026-03-05'],
  ['weekly_2026-03-05.markdown', '2026-03-05'],
  ['2026_03_05.md', '2026-03-05'],
  ['weekly.2026.03.05.txt', '2026-03-05'],
  ['Weekly (2026-03-05).md', '2026-03-05'],
  ['2026-03-05T14-00 weekly.md', '2026-03-05'],
  ['2026-03-05 copy of 20260305.md', '2026-03-05'],
  ['2024-02-29.md', '2024-02-29'],
  ['notes/2026-03-05.md', '2026-03-05'],
  ['C:\\notes\\2026-03-05.md', '2026-03-05'],
])('[T13] %s says %s', (name, day) => expect(readFileName(name).day).toBe(day))

test.each([
  'weekly.md',
  '',
  '2026-02-30.md',
  '2023-02-29.md',
  '2026-13-01.md',
  '05-03-2026.md',
  '2026-3-5.md',
  '2026-03.md',
  '2026-0305.md',
  '2026-03_05.md',
  '120260305.md',
  '2026-03-051.md',
  'v2026-03-05.md',
  '20260305a.md',
  '99990101.md',
  '2026-03-05 to 2026-03-12.md',
  '2026-03-05/weekly.md',
])('[T13] %s says no day', (name) => expect(readFileName(name).day).toBeNull())

test.each([
  ['2026-03-05-weekly.md', 'weekly'],
  ['20260305 Weekly_sync.MD', 'Weekly sync'],
  ['Weekly--sync_2026-03-05.markdown', 'Weekly sync'],
  ['Weekly (2026-03-05).md', 'Weekly'],
  ['2026-03-05T14-00 weekly.md', 'weekly'],
  ['2026-03-05, Élan v1.2.md', 'Élan v1.2'],
  ['E\u0301lan.md', 'Élan'],
  ['会議_2026-03-05.md', '会議'],
  ['2026-02-30-weekly.md', '2026 02 30 weekly'],
  ['2026-03-05 week\u0000ly\u202e.md', 'weekly'],
  ['2026-03-05.md', null],
  ['2026-03-05 - .md', null],
  ['.md', null],
])('[T14] %s is called %j', (name, title) => expect(readFileName(name).title).toBe(title))

const named = (text: string, name: string) => {
  const content = nameNote(readMarkdown(text), name)
  const doc = new Y.Doc()
  writeNote(doc, content)
  expect(readNote(doc)).toEqual(content)
  expect(writeMarkdown(content).text).toBe(text)
  return { content, doc, day: frontMatterOf(content).datetime, title: titleOf(content), file: fileName(content) }
}

test.each([
  ['nothing', '', '2026-03-05', 'Weekly sync', '2026-03-05-Weekly-sync.md'],
  ['words alone', 'Hello\n', '2026-03-05', 'Weekly sync', '2026-03-05-Weekly-sync.md'],
  ['a heading', '\uFEFF# Call\r\n', '2026-03-05', 'Call', '2026-03-05.md'],
  ['a title', '---\ntitle: Call\ndatetime:\n---\n', '2026-03-05', 'Call', '2026-03-05.md'],
  [
    'a datetime',
    '---\ndatetime: 2024-01-02 10:00\n---\n',
    '2024-01-02 10:00',
    'Weekly sync',
    '2024-01-02-Weekly-sync.md',
  ],
  ['what may be a date', '---\ndatetime: soon\n---\n\n# Call\n', 'soon', 'Call', 'call.md'],
  ['a mistake', '---\ntitle: [\n---\n', null, 'Untitled note', 'untitled-note.md'],
])('[T12, T8] a file with %s', (_name, text, day, title, file) => {
  expect(named(text, '2026-03-05 Weekly_sync.md')).toMatchObject({ day, title, file })
  expect(named(text, file).file).toBe(file)
})

test('[T12] due dates are told from the day of the name', () => {
  const { content } = named('## TODOs\n\nAB: Send it by Friday.\n', '2026-03-05.md')
  expect(itemsOf(content, 'n', String).todos[0]?.due).toBe('2026-03-06')
})

test('[T15] what the file comes to say goes before its name, and the day of the name can be taken away', () => {
  const { content, doc } = named('Hello\n', '2026-03-05-weekly.md')
  const said = { ...content, frontMatter: 'title: Call\ndatetime: 2026-03-06\n' }
  expect([frontMatterOf(said).datetime, titleOf(said), fileName(said)]).toEqual(['2026-03-06', 'Call', '2026-03-06.md'])
  expect(readNamed(doc)).toEqual({ nameDay: '2026-03-05', nameTitle: 'weekly' })
  forgetNameDay(doc, 'test')
  expect(readNamed(doc)).toEqual({ nameTitle: 'weekly' })
  expect(frontMatterOf(readNote(doc)).datetime).toBeNull()
})

test('[T15] the next meeting begins with the title and the day written out', () => {
  const { content } = named('Hello\n', '2026-03-05-weekly.md')
  expect(nextMeeting(content, { today: '2026-03-06' })).toMatch(/^---\ntitle: weekly\ndatetime: 2026-03-12\n---\n/)
  const headed = named('# Call\n\n## TODOs\n', '2026-03-05-weekly.md').content
  expect(nextMeeting(headed, { today: '2026-03-06' })).toMatch(/^---\ndatetime: 2026-03-12\n---\n/)
})
