import { expect, test } from 'vitest'
import type { DocNode } from '../schema/node.ts'
import { bullets, code, doc, heading, item, link, numbers, p, quote, row, table, td, text, th } from './build.ts'
import { meaningDiffers, parse, print, printInline, printVerified } from './index.ts'

const read = (markdown: string): DocNode => parse(markdown).body

test.each([
  ['# one\n\n- two\n- three', 'one\n===\n\n\n* two\n\n* three\n'],
  ['**one** _two_', '__one__ *two*\n'],
  ['one  \ntwo', 'one\ntwo'],
  ['<https://a.example>', 'https://a.example'],
  ['[a](/u "t")', "[a](</u> 't')"],
  ['| a |\n|---|\n| b |', '|a  |\n|-----|\n|b|\n'],
  ['```js\nx\n```', '~~~ js\nx\n~~~'],
  ['1. a\n1. b', '1. a\n2. b'],
])('[M24] %j means the same as %j', (a, b) => {
  expect(meaningDiffers(read(a), read(b))).toBeNull()
})

test('[M24] what Markdown has no place for is no part of the meaning', () => {
  const a = doc(
    p(),
    p({ id: 'x', done: '2024-03-06T10:00:00Z' }, 'one'),
    bullets(item(p('a'))),
    p(),
    bullets(item(p('b'))),
  )
  expect(meaningDiffers(a, doc(p('one'), bullets(item(p('a')), item(p('b')))))).toBeNull()
})

test.each([
  [doc(p('a'), p('b')), doc(p('a'), p('c')), '/1'],
  [doc(p('a')), doc(heading({ level: 1 }, 'a')), '/0'],
  [doc(heading({ level: 1 }, 'a')), doc(heading({ level: 2 }, 'a')), '/0'],
  [doc(bullets(item(p('a')))), doc(numbers(item(p('a')))), '/0'],
  [doc(bullets(item({ checked: false }, p('a')))), doc(bullets(item({ checked: true }, p('a')))), '/0/0'],
  [doc(quote(p('a'), p('b'))), doc(quote(p('a'))), '/0/1'],
  [doc(p('a')), doc(p('a'), p('b')), '/'],
  [doc(code('a')), doc(code({ info: 'js' }, 'a')), '/0'],
  [doc(p(), p(text('a', 'bold'))), doc(p('a')), '/1'],
  [doc(p(link('a', '/b'))), doc(p(link('a', '/c'))), '/0'],
  [doc(table(row(th('a')), row(td('b')))), doc(table(row(th('a')), row(td('c')))), '/0/1/0'],
  [doc(numbers(item({ n: '2' }, p('a')))), doc(numbers(item(p('a')))), '/0'],
])('[M24] %j differs from %j at %s', (a, b, path) => {
  expect(meaningDiffers(a, b)).toMatch(`${path}: `)
})

test('[M23] stored source that would read as something else is not printed', () => {
  const { body, form } = parse('- a\n\n\n      code\n\nend\n')
  const [list, end] = body.content ?? []
  const stale = doc({ ...list, type: 'blockquote', content: list?.content?.[0]?.content ?? [] }, end ?? p())
  const { text } = printVerified(stale, form)
  expect(meaningDiffers(stale, read(text))).toBeNull()
  expect(printVerified(body, form).text).toBe('- a\n\n\n      code\n\nend\n')
})

test('[M23] a block that would join its neighbor is parted from it', () => {
  const body = doc(p('one'), p({ gap: 0 }, 'two'), { type: 'rawBlock', content: [text('[a]: /u')] })
  const { text: printed, lines } = printVerified(body, {})
  expect(printed).toBe('one\n\ntwo\n\n[a]: /u\n')
  expect(lines([2])).toEqual([5, 5])
  expect(printVerified(body, {}).text).toBe(print(body, {}).text)
})

test('[M6] inline content as Markdown', () => {
  expect(printInline([text('one *'), text('two', 'bold'), text('\nthree', 'code')])).toBe('one ***two**` three`')
  expect(printInline([])).toBe('')
})
