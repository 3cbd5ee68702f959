import { expect, test } from 'vitest'
import { nodeAt, textOf, type DocNode } from '../schema/node.ts'
import { readItems } from './items.ts'
import { body, h, p, ul } from './note-builder.ts'
import { readOffers } from './offers.ts'
import type { Known } from './reading.ts'

function offers(note: DocNode, known: Known = {}): string[] {
  return readOffers(note, known).map(({ path, owners, from, to }) => {
    const text = textOf(nodeAt(note, path) ?? { type: 'none' })
    for (const owner of owners) expect(text.slice(owner.from, owner.to)).toBe(owner.label)
    return `${owners.map(({ label }) => label).join('+')}: ${text.slice(from, to)}`
  })
}

test.each([
  ['AJ: I will send a PR.', 'AJ: I will send a PR'],
  ["AJ: It is slow. I'll look into it today.", "AJ: I'll look into it today"],
  ['AJ: I’m going to call them', 'AJ: I’m going to call them'],
  ["Ann: yes, I'll ask", "Ann: I'll ask"],
  ["I'll look into it", ": I'll look into it"],
  ['Ann: will ask them. Soon.', 'Ann: will ask them'],
  ['RD: To ask them', 'RD: To ask them'],
  ['(RD) will ask them', 'RD: will ask them'],
  ['RD will ask them', 'RD: RD will ask them'],
])('[I61] %s', (line, offer) => {
  expect(offers(body(p(line), ul(line)))).toEqual([offer, offer])
  expect(readItems(body(p(line)), null).filter(({ kind }) => kind !== 'speaker')).toEqual([])
})

test.each([
  'AJ: I will not send it',
  'AJ: Will I send it?',
  'AJ: Shall I? I will?',
  'AJ: I sent it',
  'AJ: the tests will fail',
  'AJ: To sum up, it works',
  'Work will go on',
  'Docker to be used',
])('[I61] %j promises nothing', (line) => expect(offers(body(p(line)))).toEqual([]))

test('[I62] who is asked takes part, or speaks in the note', () => {
  const asked = p('Ann to send it')
  expect(offers(body(asked))).toEqual([])
  expect(offers(body(asked), { participants: ['Ann'] })).toEqual(['Ann: Ann to send it'])
  expect(offers(body(p('Ann: hello'), asked))).toEqual(['Ann: Ann to send it'])
})

test('[I63] what is an item, attendance or plain is no offer', () => {
  const line = 'RD: I will send it'
  expect(offers(body(h('## TODOs'), p(line), ul('[ ] I will send it'), p('ACTION: I will send it')))).toEqual([])
  expect(offers(body(p(line, { plain: true }), h('## Attendees'), p(line)))).toEqual([])
  expect(offers(body({ type: 'blockquote', content: [p(line)] }))).toEqual([])
})
