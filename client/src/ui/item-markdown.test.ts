import { expect, test } from 'vitest'
import { readPieces, wordsOf } from './item-markdown.ts'

const shown = (markdown: string) =>
  readPieces(markdown).map(({ kind, text }) => (kind === 'text' ? text : `${kind}(${text})`))

test.each([
  ['Fill out the `OSS - Contributors` document.', ['Fill out the ', 'code(OSS - Contributors)', ' document.']],
  ['**Bold _and_** *it* ~~no~~', ['bold(Bold )', 'italic(and)', ' ', 'italic(it)', ' ', 'strike(no)']],
  ['See [the *plan*](https://example.org/a_(b)) now', ['See the ', 'italic(plan)', ' now']],
  ['a_b_c and 2 * 3 * 4 and \\*this\\*', ['a_b_c and 2 * 3 * 4 and *this*']],
  ['<https://example.org/x>.', ['example.org/x.']],
  ['https://www.example.org/a/very/long/path/that/goes/on/and/on', ['example.org/a/very/long/path/that/goes/…']],
  ['``a ` b``', ['code(a ` b)']],
  ['**', ['**']],
])('[L53] %j is shown as %j', (markdown, pieces) => {
  expect(shown(markdown)).toEqual(pieces)
})

test('[L53] the words of an item are one line', () => {
  expect(wordsOf('Send **it**\nto `all`')).toBe('Send it to all')
})

test('[L53] long and odd text is read quickly', () => {
  const began = performance.now()
  for (const piece of ['*a', '_', '[x', '`', '**~~', '\\', '<http://', '[a](b']) readPieces(piece.repeat(2000))
  expect(performance.now() - began).toBeLessThan(3000)
})
