import { readMarkdown } from '@minutebook/shared/note'
import { expect, test } from 'vitest'
import { findBlock, placeIn } from './shown-place.ts'
import { printSource } from './source/printed.ts'

const file = `---
title: Weekly
---

# Plans

The harbor is full.

The harbor is *empty*.

| Who | What |
| --- | --- |
| Ann | the ropes |

- one
- two: Ștefan calls
`

/** The line at which the block begins that a place is found at. */
function lineOf(line: number | null, words: string, text = file): string | null {
  const content = readMarkdown(text)
  const block = findBlock(printSource(content).blocks, content.body, { line, words })
  return block && (text.split('\n')[block.first - 1] ?? '')
}

test('[L92] an address names a line, words, or both', () => {
  expect(placeIn('#line=12&find=we+meet')).toEqual({ line: 12, words: 'we meet' })
  expect(placeIn('#find=caf%C3%A9')).toEqual({ line: null, words: 'café' })
  expect(placeIn('#line=3')).toEqual({ line: 3, words: '' })
  for (const hash of ['', '#', '#line=x', '#line=-1', '#item=a', '#%%%']) expect(placeIn(hash)).toBeNull()
})

test('[L92] a place is found by its words, near its line, also when the line has moved', () => {
  expect(lineOf(7, 'harbor is')).toBe('The harbor is full.')
  expect(lineOf(9, 'harbor is')).toBe('The harbor is *empty*.')
  expect(lineOf(9, 'harbor is', file.replace('# Plans', `# Plans\n\n${'More.\n\n'.repeat(20)}`))).toBe(
    'The harbor is full.',
  )
  expect(lineOf(1, 'harbor is empty')).toBe('The harbor is *empty*.')
  expect(lineOf(null, 'the ropes')).toBe('| Ann | the ropes |')
  expect(lineOf(1, 'stefan calls')).toBe('- two: Ștefan calls')
  expect(lineOf(7, '')).toBe('The harbor is full.')
})

test('[L92] words that were edited are found while half of them are there', () => {
  expect(lineOf(9, 'The harbor was empty')).toBe('The harbor is *empty*.')
  expect(lineOf(9, 'nothing like this stands there')).toBeNull()
})
