import { expect, test } from 'vitest'
import { readItems } from './items.ts'
import { body, h, item, p, ul } from './note-builder.ts'
import { read } from './read-checked.ts'

const todos = h('## TODOs')
const both = h('## TODOs and Decisions')

test.each([
  '## Agenda',
  '## New agenda items',
  '## Announcements :loudspeaker:',
  '## Introductions',
  '# Triage',
  '## Active votes',
  '### Standing items',
  '## From previous meetings',
  '## Last meeting (2024-04-30)',
  '## Review of action items',
  '## Follow-up from last meeting',
])('[I47] a box under %j is no TODO, a marker is', (heading) => {
  const lists = [
    ul(item('[x] RD: a thing to talk of', ul('[ ] a part of it')), 'TODO: send it'),
    p('ACTION: Bo to read it'),
  ]
  const lines = read(body(h('## Before'), h(heading), ...lists))
  expect(lines.filter((line) => !line.startsWith('speaker'))).toEqual(['todo: send it', 'todo Bo: read it'])
})

test('[I47] where points end', () => {
  const task = ul('[ ] send it')
  expect(read(body(h('# Weekly'), h('## Agenda'), task, h('## Talk'), task))).toEqual(['todo: send it'])
  expect(read(body(h('# Weekly'), h('## Agenda'), task, h('### Discussion'), task))).toEqual(['todo: send it'])
  expect(read(body(h('# Weekly'), h('## Agenda'), task, h('### Action items'), task))).toEqual(['todo: send it'])
  expect(read(body(h('# Weekly'), h('## Action items'), task))).toEqual(['todo: send it'])
})

test('[I48] the title of a note', () => {
  expect(read(body(h('# Agenda of the core team'), h('## Talk'), ul('[ ] send it')))).toEqual(['todo: send it'])
  expect(read(body(h('# Agenda'), ul('[ ] the release')))).toEqual([])
})

test.each(['Agenda:', 'Agenda for next meeting:', 'Topics of discussion for the next meeting (in May):'])(
  '[I49] below %j stand points',
  (line) => {
    expect(read(body(both, p(line), ul('Rename the old room', '[ ] Rename the new room')))).toEqual([])
    expect(read(body(both, p('RD: Send it'), p(line), ul('RD: the old room')))).toEqual([
      'todo RD: Send it',
      'speaker RD: the old room',
    ])
  },
)

test('[I50] a list below a line that leads over to it', () => {
  const list = ul('Report issues early on', 'RD: Send the letter')
  expect(read(body(both, p('Good habits:'), list))).toEqual(['todo RD: Send the letter'])
  expect(read(body(h('## Talk'), p('We agreed on this:'), ul('Use it always', 'Never drop it')))).toEqual([
    'decision: Use it always',
    'decision: Never drop it',
  ])
  expect(read(body(todos, p('These are for May:'), ul('Send the letter')))).toEqual(['todo: Send the letter'])
})

test.each([
  ['RD, please send it', 'todo RD: please send it'],
  ['RD, SK, send it', 'todo RD+SK: send it'],
  ['(RD) send it', 'todo RD: send it'],
  ['(RD; SK): send it', 'todo RD+SK: send it'],
  ['[RD] Send it', 'todo RD: Send it'],
  ['[Ann & Bo] Send it', 'todo Ann+Bo: Send it'],
  ['For Ann: send it', 'todo Ann: send it'],
  ['Ann?: send it', 'todo Ann: send it'],
])('[I51] %s', (line, reading) => {
  expect(read(body(todos, ul(line)))).toEqual([reading])
  expect(read(body(h('## Talk'), ul(`[ ] ${line}`))).filter((words) => !words.startsWith('speaker'))).toHaveLength(1)
})

test.each(['(Optional) send it soon', '[Docs] Send it soon', 'Then, send it soon', '(WIP) send it soon'])(
  '[I51] nobody is named in %j',
  (line) => expect(read(body(todos, ul(line)))).toEqual([`todo: ${line}`]),
)

test.each([
  ['[ ] send it (RD)', 'RD'],
  ['[ ] send it (Ann)', 'Ann'],
  ['[ ] send it (Ann/Bo)', 'Ann+Bo'],
  ['[ ] send it @ann', 'ann'],
  ['[ ] send it @ann, @bo', 'ann+bo'],
  ['[ ] send it (today)', ''],
  ['[ ] send it to ann@example.org', ''],
])('[I52] owners behind the words: %s', (line, owners) => {
  const words = line.slice('[ ] '.length)
  expect(read(body(ul(line)))).toEqual([`todo${owners && ` ${owners}`}: ${words}`])
  expect(read(body(todos, ul(words)))).toEqual([`todo${owners && ` ${owners}`}: ${words}`])
})

test('[I52] whoever stands in front owns it alone', () => {
  expect(read(body(todos, ul('RD: send it (Ann)')))).toEqual(['todo RD: send it (Ann)'])
})

test('[I53] handles before a demand', () => {
  const list = ul('annlee to send it', 'r-lee to send it', 'time to send it', 'things to do soon', 'reach out to them')
  expect(read(body(todos, list))).toEqual([
    'todo annlee: send it',
    'todo r-lee: send it',
    'todo: time to send it',
    'todo: things to do soon',
    'todo: reach out to them',
  ])
  expect(read(body(p('ACTION: annlee to send it'), p('annlee to send it')))).toEqual(['todo annlee: send it'])
})

test('[I53] whoever will do what certainly is a task', () => {
  expect(read(body(p('Action: Ann will send it'), ul('[ ] Ann will send it', 'Ann will send it')))).toEqual([
    'todo Ann: send it',
    'todo Ann: send it',
  ])
})

test('[I54] full names', () => {
  expect(read(body(todos, p('Ann Lee: send it'), p('Ann Lee and Bo Van Dam: send it')))).toEqual([
    'todo Ann Lee: send it',
    'todo Ann Lee+Bo Van Dam: send it',
  ])
  expect(read(body(todos, p('Next Release: send it'), ul('Invite Ann to speak')))).toEqual([
    'todo: Invite Ann to speak',
  ])
})

test.each([
  ['action Ann: send it', 'todo Ann: send it'],
  ['ACTION Ann to send it', 'todo Ann: send it'],
  ['ACTION annlee to send it', 'todo annlee: send it'],
  ['Action on Ann: send it', 'todo Ann: send it'],
  ['Action item for Ann: send it', 'todo Ann: send it'],
  ['ACTION-12: Ann to send it', 'todo Ann: send it'],
  ['ACTION-12 - send it', 'todo: send it'],
  ['[PENDING] ACTION: Ann to send it', 'todo Ann: send it'],
  ['Pending action item: annlee to send it', 'todo annlee: send it'],
  ['ACTION：send it', 'todo: send it'],
  ['ACTION - Ann, have a look', 'todo Ann: have a look'],
  ['ACTION [Ann] - send it', 'todo Ann: send it'],
  ['(ACTION) send it', 'todo: send it'],
  ['=> ACTION: send it', 'todo: send it'],
  ['→ TODO RD: send it', 'todo RD: send it'],
  ['#action Ann to send it', 'todo Ann: send it'],
  ['#todo send it', 'todo: send it'],
  ['ACTION: the implementers to send it', 'todo: the implementers to send it'],
  ['ACTION - implementers, send it', 'todo implementers: send it'],
])('[I55] %s', (line, reading) => expect(read(body(p(line), ul(line)))).toEqual([reading, reading]))

test.each([
  'Action plan to follow',
  'Action required',
  '#actions',
  'action is what counts',
  '[DONE] ACTION: Ann to send it',
])('[I55] %j is text', (line) => expect(read(body(p(line)))).toEqual([]))

test('[I56] who says so, and whose it is', () => {
  const note = body(
    p('Lee: **ACTION - everyone**: read it'),
    p('Lee: ACTION: Ann to read it'),
    p('RD: TODO: read it'),
    p('Ann action item: read it'),
    p("Ann's action item: read it"),
    p('Main action item: read it'),
    p('Note: TODO: read it'),
  )
  expect(read(note)).toEqual([
    'todo everyone: read it',
    'todo Ann: read it',
    'todo RD: read it',
    'todo Ann: read it',
    'todo Ann: read it',
  ])
  expect(readItems(body(p('Lee: ACTION - Ann: read it')), null)[0]?.marker).toEqual({ from: 5, to: 14 })
})

test.each([
  'DECISION ',
  'RESOLVED, ',
  'RESOLUTION: ',
  'Decision - ',
  'Decision made: ',
  'Final decision: ',
  'Consensus: ',
  'Consensus of the meeting: ',
  'Conclusion: ',
  '#agreed ',
  '#accepted: ',
  '=> DECISION: ',
])('[I57] %j', (marker) =>
  expect(read(body(p(`${marker}use it`), ul(`${marker}use it`)))).toEqual(['decision: use it', 'decision: use it']),
)

test('[I57] who resolved it', () => {
  expect(read(body(p('RESOLUTION (Ann) - use it')))).toEqual(['decision Ann: use it'])
  expect(
    read(body(p('DECISION MAKING in the team'), p('Conclusion of the talk'), p('Decision tree'), p('Consensus: TBD'))),
  ).toEqual([])
})

test.each([
  'Agreed to close it',
  'agreed to close - Ann to leave a comment',
  'We agreed that it works',
  "We've decided to close it",
  'We agree to try it',
  'It was decided to close it',
])('[I58] %j is a decision', (line) =>
  expect(read(body(p(line), ul(line)))).toEqual([`decision: ${line}`, `decision: ${line}`]),
)

test.each([
  'Agree to the terms',
  'Decide on a time',
  'Agreed to close it?',
  'agreed',
  'RD: agreed to close it',
  'We agreed.',
])('[I58] %j is none', (line) =>
  expect(read(body(p(line))).filter((words) => words.startsWith('decision'))).toEqual([]),
)

test('[I59] a box in the words', () => {
  expect(read(body(p('[ ] @ann to send it'), p('[ ] RD: send it'), p('[x] send it'), p('[](/there)')))).toEqual([
    'todo ann: send it',
    'todo RD: send it',
  ])
  expect(read(body(todos, ul('[] Send it')))).toEqual(['todo: Send it'])
  expect(read(body(h('## Attendance'), p('[ ] Ann Lee'), h('## Agenda'), p('[ ] Release')))).toEqual([])
})

test.each([
  ['Update docs', true],
  ['Write the letter. Would it be good to call?', true],
  ['Discuss the release', true],
  ['I will send the letter', true],
  ['Any other letters?', false],
  ['Website', false],
  ['https://example.org/a', false],
  ['Next meeting: May 14', false],
  ['None yet', false],
])('[I60] in a list for TODOs %j is one: %s', (line, isTask) => {
  expect(read(body(todos, ul(line)))).toEqual(isTask ? [`todo: ${line}`] : [])
})

test.each(['[ ] ()', '[ ] None yet', '[ ] None so far'])('[I21] %j is a template', (line) =>
  expect(read(body(todos, ul(line)))).toEqual([]),
)
