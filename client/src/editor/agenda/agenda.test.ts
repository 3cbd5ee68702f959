// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeAgenda, typesOf } from '@minutebook/shared/doc'
import { TestEditor, h, item, p, ul } from '../test-editor.ts'
import { moveOn, startPoint, toggleDiscussed } from './change.ts'
import { agendaCode } from './code.ts'
import { clockWords, isOver, minutesSince } from '../../agenda/clock.ts'
import { makeHeadings } from './headings.ts'
import { agendaOf } from './state.ts'

beforeAll(async () => {
  await agendaCode.load()
})

const agenda = () =>
  new TestEditor([
    h(2, 'Agenda'),
    ul(item(null, p('Tools (10 min)')), item(null, p('Money')), item(null, p('Others'))),
    h(2, 'Discussions'),
    p('Talk'),
  ])

const states = ({ editor }: TestEditor) => agendaOf(editor.state).map(({ text, state }) => `${text}: ${state}`)

function press(test: TestEditor, selector: string, index = 0): void {
  const target = test.editor.view.dom.querySelectorAll(selector)[index]
  for (const type of ['mousedown', 'click'])
    target?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
}

test('[E180] a list under Agenda has round boxes and clocks, and its minutes stand in these', () => {
  const { editor, written } = agenda()
  expect(written).toBe(0)
  expect(editor.view.dom.querySelectorAll('li.topic .check.round')).toHaveLength(3)
  expect(Array.from(editor.view.dom.querySelectorAll('time'), (time) => time.textContent)).toEqual(['10 min', '', ''])
  expect(editor.view.dom.querySelector('.due-words')?.textContent).toBe(' (10 min)')
})

test('[E180] the minutes show while the caret is in them, and Right goes there', () => {
  const note = agenda()
  note.editor.view.dispatch(note.editor.state.tr.setMeta('focus', true))
  note.at('Tools').press('ArrowRight')
  expect(note.drawn('.due-words')).toEqual([])
  note.at('Money')
  expect(note.drawn('.due-words')).toEqual([' (10 min)'])
})

describe('ticks', () => {
  test('[E181] a press on the box and Mod+Enter in the item say that it is discussed, and take that back', () => {
    const note = agenda()
    press(note, '.check.round', 1)
    expect(states(note)).toEqual(['Tools: open', 'Money: discussed', 'Others: now'])
    note.at('Others').press('Control-Enter')
    expect(states(note)).toEqual(['Tools: now', 'Money: discussed', 'Others: discussed'])
    press(note, '.check.round', 1)
    expect(states(note)).toEqual(['Tools: now', 'Money: open', 'Others: discussed'])
    expect(note.blocks.map(({ type }) => type)).toEqual(['heading', 'bulletList', 'heading', 'paragraph'])
  })

  test('[E181] a box of Markdown is ticked in the text', () => {
    const note = new TestEditor([h(2, 'Agenda'), ul(item({ checked: false }, p('Tools')), item(null, p('Others')))])
    press(note, 'li.topic .check')
    expect(states(note)).toEqual(['Tools: discussed', 'Others: now'])
    expect(note.blocks[1]?.content?.[0]?.attrs?.['checked']).toBe(true)
  })

  test('[E181] who may not edit ticks nothing', () => {
    const note = agenda()
    note.editor.setEditable(false)
    press(note, '.check.round')
    expect(states(note)).toEqual(['Tools: open', 'Money: open', 'Others: open'])
  })

  test('[E182] undo takes a tick back by itself', () => {
    const note = agenda()
    note.at('Talk').type('s')
    press(note, '.check.round', 0)
    note.at('Talks').type('!')
    note.editor.commands.undo()
    expect(states(note)[0]).toBe('Tools: discussed')
    note.editor.commands.undo()
    expect(states(note)).toEqual(['Tools: open', 'Money: open', 'Others: open'])
    expect(note.drawn('p').at(-1)).toBe('Talks')
    note.editor.commands.redo()
    expect(states(note)).toEqual(['Tools: discussed', 'Money: now', 'Others: open'])
  })

  test('[E182] undo leaves what others ticked', () => {
    const note = agenda()
    const [, money] = agendaOf(note.editor.state)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(note.doc))
    if (money) changeAgenda(other, [{ point: money, discussed: true }], '2024-03-06T15:00:00Z')
    press(note, '.check.round', 0)
    Y.applyUpdate(note.doc, Y.encodeStateAsUpdate(other))
    note.editor.commands.undo()
    expect(states(note)).toEqual(['Tools: open', 'Money: discussed', 'Others: open'])
  })
})

describe('moving on', () => {
  test('[E183] begins with the first item, ticks the present one and goes on to the next, to the end', () => {
    const note = agenda()
    const seen = [0, 1, 2, 3].map(() => {
      moveOn(note.editor.state)
      return states(note).map((state) => state.split(': ')[1])
    })
    expect(seen).toEqual([
      ['now', 'open', 'open'],
      ['discussed', 'now', 'open'],
      ['discussed', 'discussed', 'now'],
      ['discussed', 'discussed', 'discussed'],
    ])
    moveOn(note.editor.state)
    expect(states(note)[0]).toBe('Tools: discussed')
  })

  test('[E183] the present item is the current step, and only it', () => {
    const note = agenda()
    moveOn(note.editor.state)
    expect(note.drawn('li.topic[aria-current=step] p').map((text) => text.includes('Tools'))).toEqual([true])
  })

  test('[E183] a tick stays with its words when the item moves', () => {
    const note = agenda()
    const [tools] = agendaOf(note.editor.state)
    if (tools) toggleDiscussed(note.editor.state, tools)
    note.at('Tools').press('Alt-ArrowDown')
    expect(states(note)).toEqual(['Money: now', 'Tools: discussed', 'Others: open'])
    expect(new Set(Array.from(typesOf(note.doc).meeting.keys(), (key) => key.split(':')[0]))).toEqual(
      new Set(['begun', 'discussed', 'present', 'started']),
    )
    expect(typesOf(note.doc).meeting.size).toBe(4)
  })

  test('[E183] an edit elsewhere draws nothing of the agenda anew', () => {
    const note = agenda()
    moveOn(note.editor.state)
    const box = note.editor.view.dom.querySelector('.check.round')
    note.at('Talk').type('s')
    note.remote((body) => body.insert(0, [new Y.XmlElement('paragraph')]))
    expect(note.editor.view.dom.querySelector('.check.round')).toBe(box)
    expect(states(note)[0]).toBe('Tools: now')
  })
})

const start = (note: TestEditor, index: number) => {
  const point = agendaOf(note.editor.state)[index]
  if (point) startPoint(note.editor.state, point)
}

describe('out of order', () => {
  test('[E172] any item can be started: with a press, with Mod+Alt+Enter, also one that is discussed', () => {
    const note = agenda()
    press(note, '.begin', 2)
    expect(states(note)).toEqual(['Tools: open', 'Money: open', 'Others: now'])
    note.at('Tools').press('Control-Alt-Enter')
    expect(states(note)).toEqual(['Tools: now', 'Money: open', 'Others: open'])
    press(note, '.check.round', 1)
    start(note, 1)
    expect(states(note)).toEqual(['Tools: open', 'Money: now', 'Others: open'])
    moveOn(note.editor.state)
    expect(states(note)).toEqual(['Tools: open', 'Money: discussed', 'Others: now'])
  })

  test('[E172] "Start" shows in the row of the caret, and not for who may not edit', () => {
    const note = agenda()
    note.editor.view.dispatch(note.editor.state.tr.setMeta('focus', true))
    note.at('Money')
    expect(note.drawn('li.here p').map((text) => text.includes('Money'))).toEqual([true])
    note.editor.setEditable(false)
    press(note, '.begin', 1)
    expect(states(note)).toEqual(['Tools: open', 'Money: open', 'Others: open'])
  })

  test('[E172] undo goes back to the item that was discussed before', () => {
    const note = agenda()
    start(note, 0)
    start(note, 2)
    note.editor.commands.undo()
    expect(states(note)).toEqual(['Tools: now', 'Money: open', 'Others: open'])
  })
})

describe('boxes', () => {
  test('[E173] are round, and neither drawn nor counted as TODOs', () => {
    const note = new TestEditor([
      h(2, 'Agenda'),
      ul(
        item({ checked: true }, p('RD: Tools')),
        item({ checked: false }, p('Others'), ul(item({ checked: false }, p('TODO: Ask Ann')))),
      ),
    ])
    expect(note.drawn('li.topic .check.round')).toHaveLength(2)
    expect(note.drawn('p.todo')).toHaveLength(1)
    expect(note.editor.view.dom.querySelectorAll('.check:not(.round)')).toHaveLength(1)
    expect(states(note)).toEqual(['RD: Tools: discussed', 'Others: open'])
  })
})

const headings = (note: TestEditor) =>
  note.blocks.flatMap(({ type, attrs, content }) =>
    type === 'heading' ? [`${'#'.repeat(Number(attrs?.['level']))} ${content?.map(({ text }) => text).join('')}`] : [],
  )

describe('headings for the agenda', () => {
  test('[E174] are made where there are none, in order, as one step of undo', () => {
    const note = agenda()
    expect(makeHeadings(note.editor.view)).toBe(3)
    expect(headings(note)).toEqual(['## Agenda', '## Discussions', '### Tools', '### Money', '### Others'])
    expect(makeHeadings(note.editor.view)).toBe(0)
    note.editor.commands.undo()
    expect(headings(note)).toEqual(['## Agenda', '## Discussions'])
  })

  test('[E174] stand beside those that are there, at their level and with their sign', () => {
    const note = new TestEditor([
      h(1, ':dart: Agenda'),
      ul(item(null, p('Tools')), item(null, p('Money')), item(null, p('Others'))),
      h(1, ':closed_book: Discussions'),
      h(4, ':pushpin: Money'),
      p('Talk'),
      h(1, ':wrench: TODOs'),
    ])
    makeHeadings(note.editor.view)
    expect(headings(note)).toEqual([
      '# :dart: Agenda',
      '# :closed_book: Discussions',
      '#### :pushpin: Tools',
      '#### :pushpin: Money',
      '#### :pushpin: Others',
      '# :wrench: TODOs',
    ])
  })

  test('[E174] get a section of discussions with a sign like that of the agenda where there is none', () => {
    const note = new TestEditor([h(2, '🎯 Agenda'), ul(item(null, p('Tools (5 min)'))), h(2, 'TODOs')])
    makeHeadings(note.editor.view)
    expect(headings(note)).toEqual(['## 🎯 Agenda', '## 📕 Discussions', '### Tools', '## TODOs'])
  })
})

const named = (heading = 'Tools') => {
  return new TestEditor([
    h(2, 'Agenda'),
    ul(item(null, p('Tools')), item(null, p('Others'))),
    h(2, 'Discussions'),
    h(3, heading),
    p('Talk'),
  ])
}

describe('headings follow the words of the agenda', () => {
  test('[E175] letter by letter, with its sign, and one undo takes both back', () => {
    const note = named(':hammer: Tools').at('Tools').type(' and more')
    expect(headings(note)).toEqual(['## Agenda', '## Discussions', '### :hammer: Tools and more'])
    note.editor.commands.undo()
    expect(headings(note).at(-1)).toBe('### :hammer: Tools')
    expect(states(note)[0]).toBe('Tools: open')
  })

  test('[E175] also where all words are taken away first; minutes are none of them', () => {
    const note = named().select('Tools')
    note.editor.commands.deleteSelection()
    expect(headings(note).at(-1)).toBe('### Tools')
    note.type('Money (10 min)')
    expect(headings(note).at(-1)).toBe('### Money')
  })

  test('[E175] not where the heading says something else', () => {
    const note = named('tools').at('Tools').type('!')
    expect(headings(note).at(-1)).toBe('### tools')
  })

  test('[E175] not where somebody else renames the item, or the words move to another one', () => {
    const note = named()
    note.remote((body) => {
      const text = (body.get(1) as Y.XmlElement).firstChild as Y.XmlElement
      ;((text.firstChild as Y.XmlElement).firstChild as Y.XmlText).insert(5, '!')
    })
    expect(states(note)[0]).toBe('Tools!: open')
    expect(headings(note).at(-1)).toBe('### Tools')
    const other = named().at('Tools', 5).press('Enter')
    other.editor.commands.setTextSelection(other.editor.state.doc.child(0).nodeSize + 3)
    other.type('New')
    expect(states(other).map((state) => state.split(':')[0])).toEqual(['New', 'Tools', 'Others'])
    expect(headings(other).at(-1)).toBe('### Tools')
  })

  test('[E175] emoji stay whole', () => {
    const note = named('🔧').select('Tools').type('🔧')
    expect(headings(note).at(-1)).toBe('### 🔧')
    note.at('🔧').press('Backspace')
    note.select('🔧').type('🔨')
    expect(headings(note).at(-1)).toBe('### 🔧')
  })
})

test('[E186] what comes together with a tick stays', () => {
  const note = agenda()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(note.doc))
  other.transact(() => {
    const { body } = typesOf(other)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('New below')])
    body.insert(body.length, [paragraph])
    const [tools] = agendaOf(note.editor.state)
    if (tools) changeAgenda(other, [{ point: tools, discussed: true }], '2024-03-06T15:00:00Z')
    body.delete(3, 1)
  })
  Y.applyUpdate(note.doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(note.doc)), 'remote')
  expect(states(note)[0]).toBe('Tools: discussed')
  expect(note.blocks.map(({ content }) => content?.[0]?.text)).toEqual([
    'Agenda',
    undefined,
    'Discussions',
    'New below',
  ])
  expect(note.drawn('p').at(-1)).toBe('New below')
})

test('[E184] a clock counts from the start, says how long there is, and warns from then on', () => {
  expect(clockWords(4, 15)).toBe('4 of 15 min')
  expect(clockWords(4, null)).toBe('4 min')
  expect(clockWords(null, 15)).toBe('15 min')
  expect([isOver(14, 15), isOver(15, 15), isOver(15, null)]).toEqual([false, true, false])
  const now = Date.parse('2024-03-06T15:04:30Z')
  expect(minutesSince('2024-03-06T15:00:00Z', now)).toBe(4)
  expect(minutesSince('2024-03-06T15:10:00Z', now)).toBe(0)
  expect(minutesSince('2024-03-06T15:00:00Z', now, 90)).toBe(6)
  expect(minutesSince('2024-03-05T15:00:00Z', now)).toBe(null)
  expect(minutesSince('soon', now)).toBe(null)
})
