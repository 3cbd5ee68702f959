// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { triggerOf } from '../menus/trigger.ts'
import { h, item, p, TestEditor, text, ul } from '../test-editor.ts'
import { standings, tools } from './tools.ts'

const named = (label: string) => tools.findIndex((tool) => tool.label === label)
const standing = ({ editor }: TestEditor, label: string) => standings(editor)[named(label)]

function press(note: TestEditor, ...labels: string[]): TestEditor {
  for (const label of labels) tools[named(label)]?.run(note.editor)
  return note
}

const task = (...content: DocNode[]) => item({ checked: false }, ...content)
const lines = [p('zero'), p('one')]
const id = { id: 'id1' }

describe('a press', () => {
  const cases: [label: string, made: DocNode][] = [
    ['TODO', ul(task(p('one', id)))],
    ['Decision', p('Decision: one', id)],
    ['Heading', h(2, 'one')],
    ['List', ul(item(null, p('one')))],
  ]
  it.each(cases)('[E203] on %s makes it of the line, in one step of undo', (label, made) => {
    const note = press(new TestEditor(lines).at('one').type('!'), label)
    expect(JSON.stringify(note.blocks[1])).toBe(JSON.stringify(made).replace('one', 'one!'))
    expect(standing(note, label)).toBe('on')
    press(note, 'Undo')
    expect(note.blocks).toEqual([p('zero'), p('one!')])
    press(note, 'Redo')
    expect(standing(note, label)).toBe('on')
  })

  it.each(['TODO', 'Decision', 'List'])('[E203] on %s again takes it away', (label) => {
    const note = press(new TestEditor(lines).at('one'), label, label).type('!')
    expect(note.blocks.map(({ type, content }) => [type, content])).toEqual([
      ['paragraph', [text('zero')]],
      ['paragraph', [text('one!')]],
    ])
    expect(standing(note, label)).toBe('free')
  })

  it('[E203] on TODO sets a line down as plain that is one by its place', () => {
    const note = new TestEditor([h(2, 'TODOs'), p('RD: Send it')]).at('Send')
    expect(standing(note, 'TODO')).toBe('on')
    expect(press(note, 'TODO').blocks[1]).toEqual(p('RD: Send it', { plain: true }))
    expect(standing(press(note, 'TODO'), 'TODO')).toBe('on')
    expect(note.blocks[1]).toEqual(p('RD: Send it'))
  })

  it('[E203] on the heading goes from the section to the topic and back to text', () => {
    const note = press(new TestEditor(lines).at('one'), 'Heading', 'Heading')
    expect(note.blocks[1]).toEqual(h(3, 'one'))
    expect(press(note, 'Heading').blocks).toEqual(lines)
  })

  it('[E203] moves items in and out, where they can go', () => {
    const note = new TestEditor([ul(item(null, p('zero')), item(null, p('one')))]).at('zero')
    expect(standing(note, 'Indent')).toBe('off')
    expect(standing(note, 'Outdent')).toBe('free')
    press(note.at('one'), 'Indent')
    expect(note.blocks).toEqual([ul(item(null, p('zero'), ul(item(null, p('one')))))])
    press(note, 'Outdent')
    expect(note.blocks).toEqual([ul(item(null, p('zero')), item(null, p('one')))])
    expect(standing(new TestEditor(lines).at('one'), 'Outdent')).toBe('off')
  })

  it('[E203] on bold is for what is typed next, or for what is selected', () => {
    const note = press(new TestEditor(lines).at('one'), 'Bold')
    expect(standing(note, 'Bold')).toBe('on')
    expect(press(new TestEditor(lines).select('one'), 'Bold').blocks[1]?.content).toEqual([
      { type: 'text', text: 'one', marks: [{ type: 'bold' }] },
    ])
  })

  it('[E203] on the person asks who, apart from the word before', () => {
    const note = press(new TestEditor(lines).at('one'), 'Person')
    expect(note.blocks[1]).toEqual(p('one @'))
    expect(triggerOf(note.editor.state)?.kind).toBe('people')
    expect(press(new TestEditor([p()]), 'Person').blocks).toEqual([p('@')])
  })
})

it('[E203] nothing is offered that could do nothing', () => {
  const note = new TestEditor([{ type: 'codeBlock', content: [text('one')] }]).at('one')
  for (const label of ['Decision', 'Person', 'Bold', 'Undo', 'Redo', 'Indent'])
    expect(standing(note, label)).toBe('off')
  note.type('!')
  expect(standing(note, 'Undo')).toBe('free')
})

it('[E203] a table cell takes words, bold and people, and is no line of a list', () => {
  const cell = { type: 'tableHeader', content: [text('one')] }
  const note = new TestEditor([{ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }]).at('one')
  for (const label of ['TODO', 'Decision', 'Heading', 'List']) expect(standing(note, label)).toBe('off')
  for (const label of ['Person', 'Bold']) expect(standing(note, label)).toBe('free')
})
