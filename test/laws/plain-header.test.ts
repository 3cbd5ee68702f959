import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, readPlain, split } from '@minutebook/shared/front-matter'
import { corpusFolder, notesIn } from './corpus.ts'

function readWithoutData(yaml: string) {
  const { data: _, ...rest } = read(yaml)
  return rest
}

describe('a header of plain lines', () => {
  test('[N200] stands in most notes', () => {
    const notes = notesIn(corpusFolder ?? fileURLToPath(new URL('../notes', import.meta.url)))
    const headers = notes.flatMap(({ text }) => split(text)?.yaml ?? [])
    const plain = headers.filter((yaml) => readPlain(yaml))
    expect(plain.length).toBeGreaterThan(0.8 * headers.length)
    for (const yaml of plain) expect(readPlain(yaml)).toEqual(readWithoutData(yaml))
  })

  test('[N200] is never read otherwise than YAML reads it', () => {
    const word = fc.stringMatching(/^[-a-z0-9:#,.'"[\]{}&*!|>%@`~?()\\ \u00a0é<]{0,9}$/)
    const value = fc.oneof(
      word,
      fc.constantFrom('null', 'true', '12', '1e3', '2024-01-02', '"a, b"', "'x'", 'a, b', '~'),
    )
    const key = fc.constantFrom(
      'title',
      'datetime',
      'location',
      'teams',
      'tags',
      'participants',
      'other',
      'null',
      'x-y',
    )
    const line = fc.oneof(
      fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`),
      key.map((name) => `${name}:`),
      fc.tuple(fc.constantFrom('', '  ', '    '), value).map(([blanks, text]) => `${blanks}- ${text}`),
      word,
    )
    const isAlike = fc.property(fc.array(line, { maxLength: 7 }), fc.constantFrom('', '\n'), (lines, end) => {
      const yaml = lines.join('\n') + end
      const plain = readPlain(yaml)
      return plain === null || isDeepStrictEqual(plain, readWithoutData(yaml))
    })
    expect(fc.check(isAlike, { numRuns: 3000 }).counterexample).toBeNull()
  })
})
