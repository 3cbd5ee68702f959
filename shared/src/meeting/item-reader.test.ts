import { expect, test } from 'vitest'
import type { DocNode } from '../schema/node.ts'
import { readItems, readItemsBy } from './items.ts'
import { body, h, item, p, ul } from './note-builder.ts'
import { rememberingReader } from './paragraph.ts'

/** An item of a list that holds a paragraph of another place. */
function around(...content: DocNode[]): DocNode {
  return { type: 'listItem', content }
}

test('[I70] what was read is remembered only where the paragraph stands at the same kind of place', () => {
  const words = p('RD: Send it by Friday')
  const blocks = [
    h('## TODOs'),
    h('## Decisions'),
    h('## Participants'),
    h('## Talk'),
    p('MP:'),
    p('Decisions:'),
    p('AJ: I will send a PR'),
    words,
    ul(around(words), item('two things')),
    ul({ ...around(words, ul('SK: more')), attrs: { checked: false } }),
  ]
  const known = { participants: ['RalfD', 'MiraP'] }
  const read = rememberingReader('2024-05-07', known)
  for (let round = 0; round < 400; round += 1) {
    // each block comes after each other, at changing distances
    const note = body(
      ...Array.from({ length: 6 }, (_, index) => blocks[(round * (index + 3) + index) % blocks.length] ?? words),
    )
    expect(readItemsBy(note, read)).toEqual(readItems(note, '2024-05-07', known))
  }
})

test('[I70] a paragraph that stays as it is, where it is, is not read again', () => {
  const note = body(h('## TODOs'), p('RD: Send it'))
  const read = rememberingReader(null, {})
  const [first] = readItemsBy(note, read)
  const [second] = readItemsBy(body(...(note.content ?? []), p('MP: Also')), read)
  expect(second?.owners).toBe(first?.owners)
})
