// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { context, h, item, p, TestEditor, ul } from '../test-editor.ts'
import { hiddenByPill } from './due.ts'
import { readingAt } from './items.ts'
import { assignOwner } from './owners.ts'
import { writeDue } from './words.ts'
import { facesOf } from './context.ts'

const todos = h(2, 'TODOs')
const inTodos = (words: string, attrs?: Parameters<typeof p>[1]) => new TestEditor([todos, p(words, attrs)])
const line = (editor: TestEditor) => editor.blocks[1]

const hidden = (words: string, due: string) =>
  hiddenByPill(words, { date: '', from: words.indexOf(due), to: words.indexOf(due) + due.length })

describe('drawing', () => {
  it('[E30] draws box, chips and pill, and keeps the words', () => {
    const editor = inTodos('RD/AJ: Send it (due 2023-11-08).')
    expect(editor.drawn('p.todo .owner')).toEqual(['RD', 'AJ'])
    expect(editor.drawn('p.todo .check')).toHaveLength(1)
    expect(editor.drawn('p.todo .due')).toEqual(['Nov 8'])
    expect(line(editor)).toEqual(p('RD/AJ: Send it (due 2023-11-08).'))
    expect(inTodos('TODO: Send it').drawn('.owner.none')).toEqual(['?'])
  })

  it('[E30] draws an item that is made by typing at once', () => {
    const editor = new TestEditor([todos, p()])
    editor.editor.commands.setTextSelection(editor.editor.state.doc.content.size - 1)
    expect(editor.type('RD: S').drawn('p.todo .owner')).toEqual(['RD'])
  })

  it('[I56] keeps who says so before a marker', () => {
    const editor = new TestEditor([p('Lee: ACTION - Ann: read it'), p('RD: TODO: read it'), p('TODO: RD: read it')])
    expect(editor.drawn('p.todo .owner')).toEqual(['Ann', 'RD', 'RD'])
    expect(editor.drawn('p.todo .marker')).toEqual(['ACTION -', 'TODO:'])
  })

  it('[E31] says who a label may be', () => {
    const face = facesOf({ ...context, participants: ['MihneaP', 'MariaP'] })
    expect(face('MP')).toMatchObject({ isUnsure: true, title: 'Not sure who MP is: MihneaP or MariaP' })
    expect(face('XY').isUnsure).toBe(true)
    expect(facesOf(context)('RD')).toMatchObject({ isUnsure: false, title: 'RăzvanD' })
    expect(inTodos('XY: Send it').drawn('.owner.unsure')).toEqual(['XY'])
  })

  it('[E32] hides the words of a due date where nothing follows them', () => {
    expect(hidden('Send by Friday', 'by Friday')).toEqual({ from: 4, to: 14 })
    expect(hidden('Send (due 2023-11-08) it', '(due 2023-11-08)')).toEqual({ from: 4, to: 21 })
    expect(hidden('Send by Friday to Ann', 'by Friday')).toBeNull()
    expect(inTodos('RD: Send by Friday').drawn('.due-words')).toEqual([' by Friday'])
  })

  it('[E39] draws shortcodes of headings', () => {
    const editor = new TestEditor([h(2, ':dart: Agenda :nosuch:')])
    expect(editor.editor.view.dom.querySelector('.emoji')?.getAttribute('data-emoji')).toBe('🎯')
    expect(editor.drawn('.emoji')).toEqual([':dart:'])
  })
})

describe('keys', () => {
  it('[E34] ticks and opens', () => {
    const editor = inTodos('RD: Send it', { id: 'a' }).at('Send').press('Control-Enter')
    expect(line(editor)?.attrs).toEqual({ id: 'a', done: '2023-10-25T12:00:00Z' })
    expect(line(editor.press('Control-Enter'))?.attrs).toEqual({ id: 'a' })
    const task = new TestEditor([ul(item({ checked: false }, p('Send it', { id: 'a' })))])
      .at('Send')
      .press('Control-Enter')
    expect(task.blocks[0]?.content?.[0]?.attrs).toEqual({ checked: true })
  })

  it('[E35] takes marks away with Backspace', () => {
    expect(line(inTodos('RD: Send it', { id: 'a' }).at('RD: ').press('Backspace'))).toEqual(
      p('RD: Send it', { id: 'a', plain: true }),
    )
    expect(new TestEditor([p('Decision: we ship', { id: 'a' })]).at('Decision: ').press('Backspace').blocks).toEqual([
      p('we ship', { id: 'a' }),
    ])
    const task = new TestEditor([ul(item({ checked: false }, p('Send it', { id: 'a' })))])
    expect(task.at('Send', 4).press('Backspace').blocks).toEqual([p('Send it', { id: 'a' })])
  })

  it('[E36] writes a decision', () => {
    expect(new TestEditor([p()]).type('=> we ship').blocks).toEqual([p('Decision: we ship', { id: 'id1' })])
  })

  it('[E40] keeps the caret out of the marker', () => {
    const editor = new TestEditor([p('Decision: we ship', { id: 'a' })]).at('ship').press('Home')
    expect(editor.type('x').blocks).toEqual([p('Decision: xwe ship', { id: 'a' })])
    editor.editor.commands.setTextSelection(1)
    expect(editor.type('y').blocks).toEqual([p('Decision: yxwe ship', { id: 'a' })])
    const todo = inTodos('RD: Send', { id: 'a' }).at('Send').press('Home', 'Home').type('x')
    expect(line(todo)).toEqual(p('xRD: Send', { id: 'a' }))
  })
})

const assigned = (words: string, name: string, how: 'instead' | 'beside', index: number | null = null) => {
  const editor = inTodos(words, { id: 'a' })
  const at = readingAt(editor.editor.state, editor.at('it').editor.state.selection.head)?.at ?? 0
  const tr = assignOwner(editor.editor.state, at, name, how, index)
  if (tr) editor.editor.view.dispatch(tr)
  return line(editor)?.content?.[0]?.text
}

const due = (words: string, date: string | null) => {
  const editor = inTodos(words, { id: 'a' })
  const placed = readingAt(editor.editor.state, editor.at('Send').editor.state.selection.head)
  if (placed) editor.editor.view.dispatch(writeDue(editor.editor.state.tr, placed, date))
  return line(editor)?.content?.[0]?.text
}

describe('writing', () => {
  it('[E37] writes owners', () => {
    expect(assigned('RD: Send it', 'AlexJ', 'instead')).toBe('AJ: Send it')
    expect(assigned('RD: Send it', 'AlexJ', 'beside')).toBe('RD/AJ: Send it')
    expect(assigned('RD/MP: Send it', 'AlexJ', 'instead', 1)).toBe('RD/AJ: Send it')
    expect(assigned('RD/MP: Send it', 'AlexJ', 'instead')).toBe('AJ: Send it')
    expect(assigned('TODO: Send it', 'AlexJ', 'instead')).toBe('TODO: AJ: Send it')
    expect(assigned('RD: Send it', 'RăzvanD', 'beside')).toBe('RD: Send it')
  })

  it('[E37] writes due dates', () => {
    expect(due('RD: Send it\nsoon', '2023-11-08')).toBe('RD: Send it (due 2023-11-08)\nsoon')
    expect(due('RD: Send it by Friday', '2023-11-08')).toBe('RD: Send it (due 2023-11-08)')
    expect(due('RD: Send it (due 2023-11-08)', null)).toBe('RD: Send it')
  })

  it('[E38] names what a local edit makes, and no more', () => {
    const editor = new TestEditor([todos, p('RD: one'), p('RD: two'), p()])
    editor.editor.commands.setTextSelection(editor.editor.state.doc.content.size - 1)
    editor.type('RD: three')
    expect(editor.blocks.slice(1).map((block) => block.attrs?.['id'])).toEqual([undefined, undefined, 'id1'])
    const pasted = new TestEditor([todos, p('RD: one', { id: 'a' }), p('x')])
    pasted.editor.view.dispatch(
      pasted.editor.state.tr.insert(pasted.editor.state.doc.content.size, pasted.editor.state.doc.child(1)),
    )
    expect(pasted.blocks.map((block) => block.attrs?.['id'])).toEqual([undefined, 'a', undefined, 'id1'])
  })
})
