import type { Decision, Todo } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { writeCalendar } from './calendar.ts'
import { decisionsAsCsv, todosAsCsv, writeCsv } from './csv.ts'
import type { Listed } from './listed.ts'
import { decisionsAsMarkdown, todosAsMarkdown } from './markdown.ts'

const updatedAt = new Date('2024-03-06T12:00:00.500Z')

function listed(todo: Partial<Todo>, group = 'Ann'): Listed<Todo> & { updatedAt: Date } {
  const owners = todo.owners ?? [{ label: 'AB', participant: 'Ann' }]
  const item: Todo = {
    id: 'abc',
    noteId: 'n',
    text: 'Send the plan',
    owners,
    people: owners.map(({ label, participant }) => ({
      person: participant === null ? null : { id: participant, name: participant },
      candidates: [],
      group: (participant ?? label).toLowerCase(),
    })),
    section: 'TODOs',
    lines: [1, 1],
    due: '2024-03-08',
    done: false,
    ...todo,
  }
  const note = { title: 'Harbor call', day: '2024-03-06' }
  return {
    item,
    place: { group: { key: group.toLowerCase(), name: group }, note, order: [] },
    url: 'http://localhost:3000/n/n#item=abc',
    updatedAt,
  }
}

function listedDecision({ owners }: Partial<Todo> = {}): Listed<Decision> {
  const { item, ...beside } = listed(owners ? { owners } : {})
  const { due: _due, done: _done, ...same } = item
  return { ...beside, item: same }
}

test('[A52] cells with commas, quotes and lines are quoted, and lines end as RFC 4180 says', () => {
  expect(
    writeCsv([
      ['a', 'b, c'],
      ['say "hi"', 'two\nlines'],
      [' x', ''],
    ]),
  ).toBe('\uFEFFa,"b, c"\r\n"say ""hi""","two\nlines"\r\n" x",\r\n')
})

test('[A52] a row says all that the list shows', () => {
  expect(todosAsCsv([listed({ carried: { since: '2024-02-01', times: 2 } })])).toBe(
    '\uFEFFState,TODO,Owners,Due,Meeting,Date,Section,Open since,Carried,Link\r\n' +
      'open,Send the plan,Ann,2024-03-08,Harbor call,2024-03-06,TODOs,2024-02-01,2,http://localhost:3000/n/n#item=abc\r\n',
  )
  expect(decisionsAsCsv([listedDecision({ owners: [] })])).toContain(
    '\r\nSend the plan,,Harbor call,2024-03-06,TODOs,http',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '=cmd|" /C calc"!A0'])(
  '[A53] the spreadsheet takes %j for text',
  (value) => {
    const row = writeCsv([[value]]).slice(1)
    expect(row).toMatch(/^"?'/)
  },
)

test('[A51] TODOs as Markdown, under those who own them', () => {
  const rows = [
    listed({ text: 'Send the plan\nto everybody' }),
    listed({
      done: true,
      due: null,
      owners: [
        { label: 'AB', participant: 'Ann' },
        { label: 'MP', participant: null },
      ],
      carried: { since: '2024-02-01', times: 2 },
    }),
    listed({ owners: [], due: null }, ''),
  ]
  expect(todosAsMarkdown(rows, 'owner')).toBe(`# TODOs

## Ann

- [ ] Send the plan
  to everybody (due 2024-03-08; [Harbor call (2024-03-06)](http://localhost:3000/n/n#item=abc))
- [x] Send the plan (MP; open since 2024-02-01, carried 2×; [Harbor call (2024-03-06)](http://localhost:3000/n/n#item=abc))

## No owner yet

- [ ] Send the plan ([Harbor call (2024-03-06)](http://localhost:3000/n/n#item=abc))
`)
  expect(todosAsMarkdown(rows.slice(0, 1), 'meeting')).toContain('\n## Harbor call (2024-03-06)\n\n- [ ] Send the plan')
})

test('[L98, L99] a TODO of two owners is one row of the table, and names the other one under each', () => {
  const owners = [
    { label: 'AB', participant: 'Ann' },
    { label: 'BK', participant: 'Bo' },
  ]
  const rows = [listed({ owners }), listed({ id: 'other' }), listed({ owners }, 'Bo')]
  const table = todosAsCsv(rows).split('\r\n').slice(1, -1)
  expect(table).toHaveLength(2)
  expect(table[0]).toContain('"Ann, Bo"')
  expect(todosAsMarkdown(rows, 'owner')).toMatch(/## Ann\n\n.*\(Bo; due .*\n.*\n\n## Bo\n\n.*\(Ann; due/)
})

test('[A51] decisions as Markdown, under their meetings', () => {
  expect(decisionsAsMarkdown([listedDecision()])).toBe(`# Decisions

## Harbor call (2024-03-06)

- Send the plan (Ann; [in the note](http://localhost:3000/n/n#item=abc))
`)
})

test('[A55] a calendar has an event of the whole day for each TODO', () => {
  expect(writeCalendar('TODOs of Ann', [listed({})])).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Minutebook//Due dates//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:TODOs of Ann',
      'X-WR-CALNAME:TODOs of Ann',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:abc@minutebook',
      'DTSTAMP:20240306T120000Z',
      'LAST-MODIFIED:20240306T120000Z',
      'DTSTART;VALUE=DATE:20240308',
      'DTEND;VALUE=DATE:20240309',
      'SUMMARY:Send the plan',
      String.raw`DESCRIPTION:Harbor call (2024-03-06)\nhttp://localhost:3000/n/n#item=abc`,
      'URL:http://localhost:3000/n/n#item=abc',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('[A56] what has a meaning in a calendar is escaped, and no line is longer than 75 bytes', () => {
  const words = `Ask, or tell; C:\\temp\u0007 ${'ăâțî 🚢 '.repeat(40)}end`
  const file = writeCalendar('x', [listed({ text: words, due: '2024-12-31' })])
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(
    `SUMMARY:${String.raw`Ask\, or tell\; C:\\temp  `}${'ăâțî 🚢 '.repeat(40)}end\r\n`,
  )
  expect(file).not.toMatch(/[^\r]\n/)
  expect(file).toContain('DTEND;VALUE=DATE:20250101')
  expect(writeCalendar('x', [listed({ due: null })])).not.toContain('VEVENT')
})
