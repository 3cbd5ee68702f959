import { writeNote } from '@minutebook/shared/doc'
import { readMarkdown } from '@minutebook/shared/note'
import type { Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addressOf } from './line-address.ts'
import { findBlock, placeIn } from './shown-place.ts'
import { printSource } from './source/printed.ts'

const file = `---
title: Weekly
---

## Plans for *this* summer

The harbor is full & loud, and so it was in the years before that one.

- one
- two

| Who | What |
| --- | --- |
| Ann | the ropes |

---
`

const content = readMarkdown(file)
const doc = new Y.Doc()
writeNote(doc, content)
const session = { doc, noteId: 'abc' }
const addressAt = (...path: Path) => addressOf(session, [], path)

test('[N245] a line is addressed by its number and its first words', () => {
  expect(addressAt(0)).toBe('/n/abc#line=5&find=Plans+for+this+summer')
  expect(addressAt(1)).toBe('/n/abc#line=7&find=The+harbor+is+full+%26+loud%2C+and+so')
  expect(addressAt(2, 1)).toBe('/n/abc#line=10&find=two')
  expect(addressAt(3)).toBe('/n/abc#line=12&find=Who+What')
  expect(addressAt(4)).toBe('/n/abc#line=16')
  expect(addressAt(9)).toBe('/n/abc')
})

test('[N245] each address leads to its line, also below new ones', () => {
  const later = readMarkdown(file.replace('## Plans', 'One more\n\nAnd one\n\n## Plans'))
  for (const [path, line] of [
    [[0], 9],
    [[1], 11],
    [[2, 1], 14],
    [[3], 16],
  ] as const) {
    const place = placeIn(new URL(addressAt(...path), 'http://localhost').hash)
    expect(place && findBlock(printSource(later).blocks, later.body, place)?.first).toBe(line)
  }
})

test('[N245] an item is addressed by its id', () => {
  const reading = { kind: 'todo', path: [2, 0, 0], id: 'a b' } as unknown as Reading
  expect(addressOf(session, [reading], [2, 0, 0])).toBe('/n/abc#item=a+b')
})
