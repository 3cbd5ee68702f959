import { expect, test } from 'vitest'
import { split } from './split.ts'

/** Splits, and checks on the way that the parts are the text. */
function parts(text: string) {
  const found = split(text)
  expect(found ? found.open + found.yaml + found.close + found.rest : text).toBe(text)
  return found
}

test('[F1] the parts in a row are the text', () => {
  expect(parts('---\ntitle: Weekly\n---\n\n# Hello\n')).toEqual({
    open: '---\n',
    yaml: 'title: Weekly\n',
    close: '---\n',
    rest: '\n# Hello\n',
  })
})

test.each([
  ['---  \ntitle: a\n--- \t\nText', '---  \n', '--- \t\n', 'Text'],
  ['---\r\ntitle: a\r\n---\r\n\r\nText\r\n', '---\r\n', '---\r\n', '\r\nText\r\n'],
  ['---\ntitle: a\n...\nText', '---\n', '...\n', 'Text'],
  ['---\ntitle: a\n---', '---\n', '---', ''],
])('[F2] fences with blanks, CRLF or dots: %j', (text, open, close, rest) => {
  expect(parts(text)).toMatchObject({ open, close, rest })
})

test.each([
  ['---\n---\n', ''],
  ['---\n\n---\nText', '\n'],
  ['---\ntags: a\n---\n', 'tags: a\n'],
])('[F3] an empty header, nothing but a header: %j', (text, yaml) => expect(parts(text)?.yaml).toBe(yaml))

test.each(['', 'Text\n', '---', '---\n', '---\ntitle: a\n', ' ---\ntitle: a\n---\n', '----\ntitle: a\n----\n'])(
  '[F4] no front matter: %j',
  (text) => expect(split(text)).toBeNull(),
)

test.each([
  '---\n\nWe met and talked.\n\n---\n\nMore.\n',
  '---\nSome words\n---\n',
  '---\n- a\n- b\n---\n',
  '---\n\nNote: we were late\n\n---\n',
  '---\nAnn: hello\n\nThen we talked for an hour.\n\n---\n',
  '---\nhttps://example.org/a\n---\n',
  '---\n# Heading\n\nText\n---\n',
])('[F5] text between two rules: %j', (text) => expect(split(text)).toBeNull())

test.each(['---\ntitle: "open\n---\n', '---\ntitle: a\ntags a, b\n---\n', '---\n\ntitle: [a\n---\n'])(
  '[F6] a mistake in the mapping: %j',
  (text) => expect(parts(text)).not.toBeNull(),
)
