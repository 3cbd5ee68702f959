import { describe, expect, test } from 'vitest'
import type { DocNode } from '../schema/node.ts'
import { isAgendaTitle, readAgenda } from './agenda.ts'
import { agendaState, discussionsOf, nextPoint, secondsBetween } from './agenda-state.ts'
import { readOutline } from './outline.ts'

const p = (text: string, attrs?: DocNode['attrs']): DocNode => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})
const h = (level: number, text: string): DocNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const li = (text: string, attrs?: DocNode['attrs'], ...more: DocNode[]): DocNode => ({
  type: 'listItem',
  ...(attrs ? { attrs } : {}),
  content: [p(text), ...more],
})
const ul = (...content: DocNode[]): DocNode => ({ type: 'bulletList', content })
const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content })
const none = {
  discussed: new Map<string, string>(),
  started: new Map<string, string>(),
  spent: new Map<string, number>(),
  present: null,
  begun: null,
}

describe('which lists are the agenda', () => {
  test.each([
    'Agenda',
    '🎯 Agenda',
    'AGENDA:',
    'Call Agenda',
    'New Agenda Items :newspaper:',
    '**Agenda**',
    "Today's agenda",
  ])('[I41] %s', (heading) => {
    expect(readAgenda(doc(h(2, heading), ul(li('Tools'))))).toHaveLength(1)
  })

  test.each([
    'Review agenda',
    'Next Meeting Agenda',
    'Deferred Agenda Items',
    'Agenda topic: order',
    'Past agenda',
    'Discussions',
  ])('[I41] not %s', (heading) => {
    expect(isAgendaTitle(heading)).toBe(false)
  })

  test('[I41] lists directly in the section, their own items, with words', () => {
    const nested = ul(li('Detail'))
    const body = doc(
      h(2, 'Agenda'),
      p('Please add yours:'),
      ul(li('Tools', undefined, nested), li('')),
      ul(li('Others')),
      h(3, 'Announcements'),
      ul(li('None')),
    )
    expect(readAgenda(body).map(({ text, path }) => [text, path])).toEqual([
      ['Tools', [2, 0, 0]],
      ['Others', [3, 0, 0]],
    ])
  })
})

test.each([
  ['Tools (10 min)', 'Tools', 10, true],
  ['Tools [5m]', 'Tools', 5, true],
  ['Tools – 15 minutes', 'Tools', 15, true],
  ["Tools (10')", 'Tools', 10, true],
  ['Code of conduct (1m, Lee)', 'Code of conduct (1m, Lee)', 1, false],
  ['Skip the first 5 minutes', 'Skip the first 5 minutes', null, false],
  ['Tools (10 miles)', 'Tools (10 miles)', null, false],
  ['Tools (0 min)', 'Tools (0 min)', null, false],
])('[I42] %s', (words, text, minutes, isHidden) => {
  const [item] = readAgenda(doc(h(2, 'Agenda'), ul(li(words))))
  expect(item).toMatchObject({ text, minutes })
  expect(item?.minutesAt !== null).toBe(isHidden)
})

describe('where the meeting stands', () => {
  const items = readAgenda(doc(h(2, 'Agenda'), ul(li('A'), li('B'), li('C')))).map((item, index) => ({
    ...item,
    id: `i${index}`,
  }))
  const states = (discussed: string[], started: string[]) =>
    agendaState(items, {
      ...none,
      discussed: new Map(discussed.map((id) => [id, 'T'])),
      started: new Map(started.map((id) => [id, 'T'])),
    }).map(({ state }) => state)

  test('[I43] the first that was started and is not discussed is now', () => {
    expect(states([], [])).toEqual(['open', 'open', 'open'])
    expect(states(['i0'], ['i0', 'i1', 'i2'])).toEqual(['discussed', 'now', 'open'])
    expect(states(['i1'], [])).toEqual(['open', 'discussed', 'open'])
  })

  test('[I43] the one that was started last is, wherever it stands', () => {
    const started = new Map([
      ['i0', 'T'],
      ['i2', 'T'],
    ])
    const stateOf = (present: string, discussed: string[] = []) =>
      agendaState(items, { ...none, started, present, discussed: new Map(discussed.map((id) => [id, 'T'])) }).map(
        ({ state }) => state,
      )
    expect(stateOf('i2')).toEqual(['open', 'open', 'now'])
    expect(stateOf('i2', ['i2'])).toEqual(['now', 'open', 'discussed'])
    expect(stateOf('gone')).toEqual(['now', 'open', 'open'])
  })

  test('[I43] a box is the state of its item', () => {
    const boxed = readAgenda(doc(h(2, 'Agenda'), ul(li('A', { checked: true }), li('B', { checked: false }))))
    expect(agendaState(boxed, none).map(({ state }) => state)).toEqual(['discussed', 'open'])
  })

  test('[I43] the next one is the next open one, else the first', () => {
    const points = [{ state: 'open' }, { state: 'now' }, { state: 'discussed' }] as const
    expect(nextPoint(points, 1)).toBe(points[0])
    expect(nextPoint(points, 0)).toBe(points[1])
    expect(nextPoint([{ state: 'now' }], 0)).toBe(null)
  })
})

test('[I44] a heading below the agenda with the words of a point is where it is discussed', () => {
  const body = doc(
    h(2, 'Agenda'),
    ul(li('Past & incoming events'), li('Timeline review (10 min)'), li('Others'), li('Tooling')),
    h(2, 'Discussions'),
    h(3, 'Past and Incoming Events'),
    h(3, 'Timeline Review, Path to 1.0'),
    h(3, 'Others'),
    h(3, 'Other things'),
  )
  const matched = discussionsOf(readAgenda(body), readOutline(body))
  expect(new Map([...matched].map(([index, { text }]) => [index, text]))).toEqual(
    new Map([
      [2, 'Past & incoming events'],
      [3, 'Timeline review'],
      [4, 'Others'],
    ]),
  )
})

test('[I80] dots and lines with a mark for TODOs are no items of the agenda', () => {
  const body = doc(h(2, 'Agenda'), ul(li('...'), li('TODO: Send it', { checked: false }), li('RD: Tools')))
  expect(readAgenda(body).map(({ text }) => text)).toEqual(['RD: Tools'])
})

test('[I82] seconds between two times are none where a clock is wrong or a meeting was left', () => {
  expect(secondsBetween('2024-03-06T15:00:00Z', '2024-03-06T15:01:30Z')).toBe(90)
  expect(secondsBetween('2024-03-06T15:01:00Z', '2024-03-06T15:00:00Z')).toBe(0)
  expect(secondsBetween('2024-03-06T15:00:00Z', '2024-03-08T15:00:00Z')).toBe(0)
  expect(secondsBetween('soon', '2024-03-08T15:00:00Z')).toBe(0)
})
