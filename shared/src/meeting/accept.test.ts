import { expect, test } from 'vitest'
import { nodeAt, textOf, type DocNode } from '../schema/node.ts'
import { markFor } from './accept.ts'
import { readItems } from './items.ts'
import { body, h, item, p, ul } from './note-builder.ts'
import { noOffer, readOffers } from './offers.ts'
import type { Known } from './reading.ts'

/** What stands before each line that offers something, once it is a TODO; a box is `[ ] `. */
function marks(note: DocNode, known: Known = {}): (string | null)[] {
  const readings = readItems(note, null, known)
  return readOffers(note, known).map((offer) => {
    const mark = markFor(note, offer, readings, known)
    if (!mark) return null
    const marked: DocNode = JSON.parse(JSON.stringify(note))
    const line = nodeAt(marked, offer.path)
    const holder = nodeAt(marked, offer.path.slice(0, -1))
    if (mark.kind === 'box' && holder) holder.attrs = { checked: false }
    if (mark.kind === 'words' && line) line.content = [{ type: 'text', text: mark.words + textOf(line) }]
    const todo = readItems(marked, null, known).find(({ path }) => path.join() === offer.path.join())
    expect([todo?.kind, todo?.owners.map(({ label }) => label)]).toEqual([
      'todo',
      offer.owners.map(({ label }) => label),
    ])
    return mark.kind === 'box' ? '[ ] ' : mark.words
  })
}

test.each([
  ['AJ: I will send a PR', 'TODO '],
  ["I'll look into it", 'TODO '],
  ["AJ: It is slow. I'll look into it today.", 'TODO '],
  ['(RD) will ask them', 'TODO '],
])('[I65] %s', (line, words) => {
  expect(marks(body(p(line)))).toEqual([words])
  expect(marks(body(ul(line)))).toEqual(['[ ] '])
})

test('[I65] a name that nobody knows owns a TODO behind the word that asks for one', () => {
  expect(marks(body(p('Zoe: I will ask them'), ul('Zoe: I will ask them')))).toEqual(['Action: ', 'Action: '])
})

test('[I65] as the note marks its other TODOs: those above before those below', () => {
  const line = 'AJ: I will send it'
  expect(marks(body(p('ACTION: AJ: Buy a lamp'), p(line), p('TODO: Paint it')))).toEqual(['ACTION: '])
  expect(marks(body(p(line), ul('AJ: I will go'), p('ACTION: AJ: Buy a lamp')))).toEqual(['ACTION: ', '[ ] '])
  expect(marks(body(p(line), ul('AJ: I will go', 'ACTION: AJ: Buy it')))).toEqual(['TODO ', 'ACTION: '])
  expect(marks(body(ul('[ ] Buy a lamp', 'AJ: I will go'), p(line)))).toEqual(['[ ] ', 'TODO '])
  expect(marks(body(p('ACTION-12: AJ: Buy a lamp'), p(line)))).toEqual(['TODO '])
})

test('[I65] a box that would tick a point of the meeting is none; what nobody would own rightly is not offered', () => {
  expect(marks(body(h('## Announcements'), ul('AJ: I will send it')))).toEqual(['TODO '])
  expect(marks(body(p('MR: MP will work on this.')))).toEqual([null])
  expect(marks(body(ul(item('one', p('AJ: I will go')))))).toEqual(['TODO '])
})

test('[I64] an item of the agenda offers nothing', () => {
  const line = 'AJ: I will tell of the lamps'
  expect(readOffers(body(h('## Agenda'), ul(line), h('## Talk'), ul(line)))).toHaveLength(1)
})

test('[I66] what was said to be no TODO is not offered, and who speaks is read', () => {
  const note = body(p('AJ: I will send it', { plain: noOffer }))
  expect(readOffers(note)).toEqual([])
  expect(readItems(note, null).map(({ kind }) => kind)).toEqual(['speaker'])
})
