import { expect, test } from 'vitest'
import { hash } from '../markdown/hash.ts'
import { decodeFile } from './decode.ts'
import { blocksOf } from './blocks.ts'
import { fileName, titleOf } from './describe.ts'
import { readMarkdown, writeMarkdown } from './file.ts'
import { template } from './template.ts'

const files = {
  empty: '',
  'one line end': '\n',
  'blank lines': '\n  \n\n',
  'front matter only': '---\ntitle: A\n---\n',
  'front matter without a line end': '---\ntitle: A\n---',
  'empty front matter': '---\n---\n\nHello\n',
  'byte-order mark': '\uFEFF---\ntitle: A\n---\n\n# A\n',
  'two byte-order marks': '\uFEFF\uFEFFHello\n',
  'carriage returns': '---\r\ntitle: A\r\n---\r\n\r\n* one\r\n* two\r\n',
  'mixed line ends': 'a\r\nb\nc\rd\n',
  'blanks after the fences': '---  \ntitle: A\n--- \nHello\n',
  'a rule that is no front matter': '---\n\nHello\n\n---\n\nBye\n',
  'no final line end': 'TB: one\ntwo\n\n- [ ] three',
  'blank lines at the end': 'Hello\n\n\n',
}

test.each(Object.entries(files))('[T1] %s comes back', (_name, text) => {
  const content = readMarkdown(text)
  expect(content.form.exact).toBeUndefined()
  expect(writeMarkdown(content).text).toBe(text)
})

test('[T2] a file that prints differently is kept until the first edit', () => {
  const content = readMarkdown('Hello\n')
  const kept = { ...content, form: { exact: `${hash('Hello\n')} HELLO\n` } }
  expect(writeMarkdown(kept).text).toBe('HELLO\n')
  const edited = {
    ...kept,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello!' }] }] },
  }
  expect(writeMarkdown(edited).text).toBe('Hello!\n')
})

test.each([
  ['Hello\n', '---\ntitle: New\n---\n\nHello\n'],
  ['one\r\n\r\ntwo\r\n', '---\r\ntitle: New\r\n---\r\n\r\none\r\n\r\ntwo\r\n'],
])('[T3] %j gets front matter', (text, expected) => {
  expect(writeMarkdown({ ...readMarkdown(text), frontMatter: 'title: New' }).text).toBe(expected)
})

test.each([
  ['---\ndatetime: 2024-03-06T16:00:00+01:00\ntitle: Weekly\n---\n', '2024-03-06.md'],
  ['---\ntitle: "Élan & Vigueur, 1/2"\n---\n', 'elan-vigueur-1-2.md'],
  ['## :dart: Agenda\n', 'agenda.md'],
  ['', 'untitled-note.md'],
  ['---\ntitle: "…"\n---\n', 'note.md'],
])('[T8] the file name of %j', (text, name) => {
  expect(fileName(readMarkdown(text))).toBe(name)
})

test('[T8] a note without title is called by its first heading', () => {
  expect(titleOf(readMarkdown('Hello\n\n# Weekly\n'))).toBe('Weekly')
})

test('[T9] what is not text is refused', () => {
  expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toEqual({ refused: 'not_text' })
  expect(decodeFile(Uint8Array.of(0x41, 0xe9, 0x42))).toEqual({ refused: 'not_utf8' })
  expect(decodeFile(Uint8Array.of(0x41, 0x00))).toEqual({ refused: 'not_text' })
  expect(decodeFile(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toEqual({ text: '\uFEFFé' })
})

test('[T10] templates read as what they are', () => {
  const meeting = readMarkdown(template('meeting', { title: 'Weekly: plans', datetime: '2024-03-06T16:00+01:00' }))
  expect(titleOf(meeting)).toBe('Weekly: plans')
  expect(fileName(meeting)).toBe('2024-03-06.md')
  expect(blocksOf(meeting).map(({ text }) => text)).toContain('TODOs and Decisions')
  expect(titleOf(readMarkdown(template('blank', { title: 'Call' })))).toBe('Call')
  expect(writeMarkdown(readMarkdown(template('blank'))).text).toBe('\n')
})
