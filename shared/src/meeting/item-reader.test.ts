import { expect, test } from 'vitest'
import type { DocNode } from '../schema/node.ts'
import { ItemReader, readItems } from './items.ts'
import { body, h, item, p, ul } from './note-builder.ts'

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
  const reader = new ItemReader('2024-05-07', known)
  for (let round = 0; round < 400; round += 1) {
    // each block comes after each other, at changing distances
    const note = body(
      ...Array.from({ length: 6 }, (_, index) => blocks[(round * (index + 3) + index) % blocks.length] ?? words),
    )
    expect(reader.read(note)).toEqual(readItems(note, '2024-05-07', known))
  }
})

test('[I70] a block that stays as it is, where it is, gives the same readings again', () => {
  const note = body(h('## TODOs'), p('RD: Send it'), p('AJ: Look at it'))
  const reader = new ItemReader(null, {})
  const [first, second] = reader.read(note)
  const [kept, changed] = reader.read(body(...(note.content ?? []).slice(0, 2), p('AJ: Look at them')))
  expect(kept).toBe(first)
  expect(changed).not.toBe(second)
  const [moved] = reader.read(body(p('Before'), ...(note.content ?? [])))
  expect(moved?.path).toEqual([2])
  expect(moved?.owners).toBe(first?.owners)
})

test('[I70] what a line says of the list below it is not forgotten while the line stays', () => {
  const list = ul(item('Send it'))
  const reader = new ItemReader(null, {})
  const lead = p('MP:')
  const led = () => reader.read(body(lead, list)).map(({ owners }) => owners.map(({ label }) => label))
  expect(led()).toEqual([['MP']])
  expect(led()).toEqual([['MP']])
  expect(reader.read(body(p('Talk'), list))).toEqual([])
  expect(led()).toEqual([['MP']])
})
