import { expect, test } from 'vitest'
import type { DocNode } from '../schema/node.ts'
import { placeAt, readItems } from './items.ts'
import { body, h, item, p, ul } from './note-builder.ts'
import { readOutline } from './outline.ts'
import { read } from './read-checked.ts'
import type { Known, Reading } from './reading.ts'

function only(note: DocNode, known?: Known): Reading {
  const [reading, ...others] = readItems(note, '2024-05-07', known)
  if (!reading || others.length > 0) throw new Error('the note should hold one item')
  return reading
}

const todos = h('## TODOs')
const both = h('## TODOs and Decisions')

test('[I5] the section decides between owner and speaker', () => {
  const note = body(h('## Talk'), p('RD: Hello'), both, p('RD: Send it'), h('## After'), p('RD: Bye'))
  expect(read(note)).toEqual(['speaker RD: Hello', 'todo RD: Send it', 'speaker RD: Bye'])
  expect(read(body(h('## Decisions'), p('RD: We could use it all')))).toEqual(['speaker RD: We could use it all'])
})

test.each([
  ['RD/MP: a', 'RD+MP'],
  ['RD / MP: a', 'RD+MP'],
  ['SM+RM: a', 'SM+RM'],
  ['CV, SJ, TT: a', 'CV+SJ+TT'],
  ['CV, SJ, and TT: a', 'CV+SJ+TT'],
  ['MP and SK: a', 'MP+SK'],
  ['RD & MP: a', 'RD+MP'],
  ['RdS/SjK: a', 'RdS+SjK'],
])('[I6] %s', (line, owners) => {
  expect(read(body(todos, p(line)))).toEqual([`todo ${owners}: a`])
  expect(read(body(p(line)))).toEqual([`speaker ${owners}: a`])
})

test('[I6] the range of a label', () => {
  expect(only(body(todos, p('MP and SK: a'))).owners).toEqual([
    { label: 'MP', from: 0, to: 2 },
    { label: 'SK', from: 7, to: 9 },
  ])
})

test.each(['Florin', 'AndreiT', 'Everyone', 'All', 'Sam K', 'Mentors', 'the docs team'])('[I7] %s owns', (name) => {
  expect(read(body(todos, p(`${name}: ask`)))).toEqual([`todo ${name}: ask`])
})

test.each(['Note: ask them', 'Idea: ask them', 'Release: ask them', 'Next meeting: in May', 'PR 3: see it'])(
  '[I7] nobody owns %j',
  (line) => expect(read(body(todos, p(line)))).toEqual([]),
)

test('[I8] elsewhere a name has to be a participant’s', () => {
  const lines = [
    'Idea: try it',
    'Note: late',
    'Everyone: hello',
    "FOSDEM'24: soon",
    'Summit NA: Seattle',
    'Zoe: hi',
  ].map((line) => p(line))
  const known = { participants: ['Ann', 'BoD', 'Idris'] }
  expect(read(body(...lines, p('Ann: hi'), p('Idris + Ann: hi'), p('bod: hi')), known)).toEqual([
    'speaker Ann: hi',
    'speaker Idris+Ann: hi',
    'speaker bod: hi',
  ])
  expect(read(body(p('Ann: hi')))).toEqual([])
})

test('[I9] acronyms', () => {
  const lines = ['PR: https://example.org', 'CI: green', 'API: stable', 'OTIO: released', 'PRs: two', 'No: really'].map(
    (line) => p(line),
  )
  expect(read(body(...lines))).toEqual([])
  expect(read(body(p('CI: hello')), { participants: ['Cara I'] })).toEqual(['speaker CI: hello'])
})

test('[I10] marks and remarks', () => {
  expect(read(body(p('**RD**: hi'), p('**RD:** hi'), p('RD (remote): hi')))).toEqual([
    'speaker RD: hi',
    'speaker RD: hi',
    'speaker RD: hi',
  ])
})

test('[I11] who is asked to do something', () => {
  const list = ul(
    'Ann to send it',
    'Ann and Bo to send it',
    'Talk to people there',
    'Release will come',
    'Thanks to them all',
    'RD to send it',
  )
  expect(read(body(todos, list))).toEqual([
    'todo Ann: send it',
    'todo Ann+Bo: send it',
    'todo: Talk to people there',
    'todo: Release will come',
    'todo: Thanks to them all',
    'todo RD: send it',
  ])
  expect(read(body(todos, p('Ann will send it')), { participants: ['Ann'] })).toEqual(['todo Ann: send it'])
})

test.each([
  ['TODO: send it', 'todo: send it'],
  ['Todo: send it', 'todo: send it'],
  ['TODO: RD: send it', 'todo RD: send it'],
  ['TODO: @ann send it', 'todo ann: send it'],
  ['TODO for @ann: send it', 'todo ann: send it'],
  ['[TODO] send it', 'todo: send it'],
  ['(TODO) send it', 'todo: send it'],
  ['TODO(RD): send it', 'todo RD: send it'],
  ['ACTION: send it', 'todo: send it'],
  ['Action item: RD/SK: send it', 'todo RD+SK: send it'],
  ['**Action:** send it', 'todo: send it'],
  ['**[ACTION - Erik]** send it', 'todo Erik: send it'],
  ['[ACTION - Erik]: send it', 'todo Erik: send it'],
  ['ACTION - Erik - send it', 'todo Erik: send it'],
  ['**ACTION** - Erik: send it', 'todo Erik: send it'],
  ['AI(ann): send it', 'todo ann: send it'],
  ['AI: RD: send it', 'todo RD: send it'],
])('[I12] %s', (line, reading) => {
  expect(read(body(p(line), ul(line)))).toEqual([reading, reading])
  expect(read(body({ type: 'blockquote', content: [p(line)] }, { type: 'codeBlock', content: [p(line)] }))).toEqual([])
})

test.each([
  ['TODO RD: send it', ['todo RD: send it']],
  ['TODO Send it', ['todo: Send it']],
  ['TODO list of the release', []],
  ['TODOs are below', []],
  ['AI: news of the field', []],
  ['Actions speak', []],
])('[I13] %s', (line, readings) => expect(read(body(p(line)))).toEqual(readings))

test.each([
  ['ACTION: Tess to ping them', 'todo Tess: ping them'],
  ['ACTION: Tess and Dan to ping them', 'todo Tess+Dan: ping them'],
  ['ACTION: RD to ping them', 'todo RD: ping them'],
  ['ACTION: Talk to them', 'todo: Talk to them'],
  ['ACTION: try to ping them', 'todo: try to ping them'],
])('[I14] %s', (line, reading) => expect(read(body(p(line)))).toEqual([reading]))

test.each([
  'Decision: ',
  'Decided: ',
  'AGREED: ',
  'RESOLVED: ',
  'RESOLUTION: ',
  '**Decision**: ',
  '[DECISION] ',
  'Resolution 2: ',
])('[I15] %j', (marker) =>
  expect(read(body(p(`${marker}use it`), ul(`${marker}use it`)))).toEqual(['decision: use it', 'decision: use it']),
)

test('[I15] what only sounds so', () => {
  const lines = ['PROPOSED RESOLUTION: use it', 'Decision on the place', 'Resolved.'].map((line) => p(line))
  expect(read(body(...lines))).toEqual([])
})

test('[I16] a marker over a list, and one over nothing', () => {
  expect(read(body(p('TODO:'), ul('send it', 'RD: read it'), p('Decisions:'), ul('use it')))).toEqual([
    'todo: send it',
    'todo RD: read it',
    'decision: use it',
  ])
  expect(read(body(p('TODO:'), p('Decision: …'), ul('TODO', 'ACTION:')))).toEqual([])
})

test('[I17] ranges', () => {
  const reading = only(body(p('TODO: RD: send it (due 2024-06-01)')))
  expect(reading).toMatchObject({ marker: { from: 0, to: 6 }, owners: [{ from: 6, to: 8 }], textFrom: 10 })
  expect(reading.due).toEqual({ date: '2024-06-01', from: 18, to: 34 })
  expect(only(body(todos, p('RD (due 2024-06-01): send it'))).due).toBeNull()
  expect(only(body(p('Decision: use it'))).marker).toEqual({ from: 0, to: 10 })
})

test('[I18] check boxes', () => {
  const note = body(p('Some words'), ul('[ ] send it', '[x] read it', 'no box'))
  expect(read(note)).toEqual(['todo: send it', 'todo: read it'])
  expect(readItems(note, null).map(({ box, done, path }) => ({ box, done, path }))).toEqual([
    { box: [1, 0], done: false, path: [1, 0, 0] },
    { box: [1, 1], done: true, path: [1, 1, 0] },
  ])
})

test.each([
  ['[ ] RD: send it', 'todo RD: send it'],
  ['[ ] RD/SK: send it', 'todo RD+SK: send it'],
  ['[ ] @ann send it', 'todo ann: send it'],
  ['[ ] @ann: send it', 'todo ann: send it'],
  ['[ ] @ann, @bo-c send it', 'todo ann+bo-c: send it'],
  ['[ ] @ann and @bo: send it', 'todo ann+bo: send it'],
  ['[ ] TODO: RD: send it', 'todo RD: send it'],
  ['[ ] Docs: send it', 'todo: Docs: send it'],
  ['[ ] mail ann@example.org', 'todo: mail ann@example.org'],
])('[I19] %s', (line, reading) => expect(read(body(ul(line)))).toEqual([reading]))

test.each(['## Attendees', '### Voting member attendance', '## Present', '# Participants', '## :wave: Attendance'])(
  '[I20] under %s',
  (heading) => {
    const people = ul('[x] Ann Lee', '[ ] Bo', 'RD: remote')
    expect(read(body(h(heading), people, h('#### Guests and others'), people))).toEqual([])
    expect(read(body(h(heading), people, h('# Topics'), ul('[ ] send it')))).toEqual(['todo: send it'])
  },
)

test('[I20] a line over a list', () => {
  expect(read(body(p('**Attendees:**'), ul('[x] Ann', '[ ] Bo'), p('Then'), ul('[ ] send it')))).toEqual([
    'todo: send it',
  ])
})

test.each(['[ ] TODO', '[ ]', '[ ] …', '[ ] ...', '[ ] RD:', '[x] TBD', '[ ] @ann'])('[I21] %j is a template', (line) =>
  expect(read(body(todos, ul(line)))).toEqual([]),
)

test('[I22] statements under a heading for decisions', () => {
  const note = body(
    both,
    p('RD: Send it'),
    p('Rename the room.\nAdd a second one.'),
    h('### More'),
    ul('We use arm64 only'),
  )
  expect(read(note)).toEqual([
    'todo RD: Send it',
    'decision: Rename the room.\nAdd a second one.',
    'decision: We use arm64 only',
  ])
  expect(read(body(h('## Decisions'), p('We use arm64 only.')))).toEqual(['decision: We use arm64 only.'])
  expect(read(body(h('## Talk'), p('We use arm64 only.')))).toEqual([])
})

test.each([
  'Next meeting: May 14, 10am',
  'We meet next on Tuesday',
  'Shall we use arm64?',
  'https://example.org/a https://example.org/b',
  '<https://example.org/a>',
  'We agreed on this:',
  'Rename it',
  'Note: it was late today',
  '“Let me try it”',
  'I will have a look',
  'To be discussed next time',
  'Poll of May: https://example.org/poll',
  'None so far.',
])('[I23] %j is no statement', (line) => expect(read(body(both, p(line), h('## Decisions'), p(line)))).toEqual([]))

test('[I24] items of a list under a heading for TODOs', () => {
  const note = body(
    h('## Action items'),
    p('These are for next week.'),
    ul('Send the letter out', item('Read the reply:', ul('now please do'))),
  )
  expect(read(note)).toEqual(['todo: Send the letter out'])
})

test('[I25] what belongs to an item', () => {
  const note = body(todos, p('RD: Send it\nand wait'), ul('to Ann', 'to Bo'), p('SK: Read it'))
  expect(readItems(note, null).map(({ path, last }) => [path, last])).toEqual([
    [[1], [2]],
    [[3], [3]],
  ])
  expect(only(body(todos, ul(item('RD: Send it', ul('to Ann'))))).last).toEqual([1, 0, 1])
})

test('[I26] an owner-only line over a list', () => {
  const note = body(todos, p('CV:'), ul('send it', 'RD: read it', '[x] done it', item('ask', ul('whom'))), p('RD:'))
  expect(read(note)).toEqual(['todo CV: send it', 'todo RD: read it', 'todo CV: done it', 'todo CV: ask'])
  const [first, second] = readItems(note, null)
  expect(first).toMatchObject({ ownersFrom: 'above', owners: [{ label: 'CV', from: 0, to: 2 }], textFrom: 0 })
  expect(second?.ownersFrom).toBe('line')
})

test('[I27] lines of a list that belongs to an item', () => {
  const note = body(
    both,
    p('RD: Send it to them:'),
    ul('the first of them', 'SK: the second of them', '[ ] the third of them'),
  )
  expect(read(note)).toEqual(['todo RD: Send it to them:', 'todo SK: the second of them', 'todo: the third of them'])
})

test('[I28] plain text', () => {
  expect(read(body(p('RD: hi', { plain: true }), todos, p('RD: hi', { plain: true })))).toEqual([])
})

test('[I29] done, and the id', () => {
  const note = body(todos, p('RD: a', { id: 'k1', done: '2024-05-08T10:00:00Z' }), p('RD: b'))
  expect(readItems(note, null).map(({ id, done, box }) => ({ id, done, box }))).toEqual([
    { id: 'k1', done: true, box: null },
    { id: null, done: false, box: null },
  ])
})

test('[I4] the heading above', () => {
  const note = body(p('RD: a'), h('## 📌 :dart: Plans'), p('RD: b'), h('### ✅'), p('RD: c'))
  expect(readItems(note, null).map((reading) => reading.section)).toEqual([null, 'Plans', '✅'])
})

test('[I40] the outline', () => {
  expect(readOutline(body(h('# :tada: Weekly'), p('x'), h('### **Plans** for May')))).toEqual([
    { path: [0], level: 1, text: 'Weekly' },
    { path: [2], level: 3, text: 'Plans for May' },
  ])
})

test('[I39] a line reads alone as in its note, each of them', () => {
  const note = body(both, p('RD: a'), p('CV:'), ul('b', '[ ] c'), p('We use arm64 only'), h('## Talk'), p('SK: d'))
  expect(read(note)).toHaveLength(5)
  expect(placeAt(note, [0])).toBeNull()
  expect(placeAt(note, [3, 1, 0])).toMatchObject({
    section: 'both',
    heading: 'TODOs and Decisions',
    box: true,
    list: 'item',
  })
})

test('[I80] a box in the agenda is no TODO, but with a mark it is', () => {
  const note = body(h('## Agenda'), ul('[ ] Tools', '[ ] RD: Money', '[x] TODO: send it'), h('## Later'), ul('[ ] Ask'))
  expect(read(note)).toEqual(['speaker RD: Money', 'todo: send it', 'todo: Ask'])
  expect(readItems(note, null).map(({ done }) => done)).toEqual([false, true, false])
  const deep = body(h('## Agenda'), { type: 'bulletList', content: [item('[ ] Tools', ul('[ ] TODO: Ask'))] })
  expect(read(deep)).toEqual(['todo: Ask'])
})
