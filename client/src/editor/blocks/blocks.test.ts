// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { h, item, ol, p, TestEditor, ul } from '../test-editor.ts'
import { addColumn, addRow, deleteColumn, deleteRow, insertTable } from './table.ts'

const cell = (type: string, words: string): DocNode => ({ type, content: [{ type: 'text', text: words }] })
const empty = () => new TestEditor([p()])
const blocksAfter = (typed: string, ...keys: string[]) =>
  empty()
    .type(typed)
    .press(...keys).blocks

describe('lines', () => {
  it('[E10] breaks a paragraph with a character, splits a heading, leaves a cell alone', () => {
    expect(empty().type('one').press('Shift-Enter').type('two').blocks).toEqual([p('one\ntwo')])
    expect(new TestEditor([h(2, 'one two')]).at('one').press('Shift-Enter').blocks).toHaveLength(2)
    const table = empty().run(insertTable).type('a').press('Shift-Enter').type('b')
    expect(table.drawn('th')[0]).toBe('ab')
  })

  it('[E13] leaves id and tick with the words', () => {
    const done = { id: 'a', done: '2023-10-25T12:00:00Z' }
    const editor = new TestEditor([p('RD: one', done)]).at('RD', 2).press('Enter')
    expect(editor.blocks).toEqual([p(), p('RD: one', done)])
    const task = new TestEditor([ul(item({ checked: true }, p('one', { id: 'a' })))]).at('one', 3).press('Enter')
    expect(task.blocks).toEqual([ul(item({ checked: false }, p()), item({ checked: true }, p('one', { id: 'a' })))])
  })
})

describe('what typing makes', () => {
  const cases: [typed: string, block: DocNode][] = [
    ['- a', ul(item(null, p('a')))],
    ['1. a', ol(item(null, p('a')))],
    ['4. a', ol(item({ n: 4 }, p('a')))],
    ['> a', { type: 'blockquote', content: [p('a')] }],
    ['## a', h(2, 'a')],
    ['```js a', { type: 'codeBlock', attrs: { info: 'js' }, content: [{ type: 'text', text: 'a' }] }],
  ]
  it.each(cases)('[E14] %s', (typed, block) => {
    expect(blocksAfter(typed)).toEqual([block])
  })

  it('[E14] a rule, and a paragraph to go on in', () => {
    expect(blocksAfter('---')).toEqual([{ type: 'horizontalRule' }, p()])
  })

  it('[E14] a task, in a list that is there or a new one', () => {
    expect(blocksAfter('[] ')).toEqual([ul(item({ checked: false }, p()))])
    expect(blocksAfter('- [x] ')).toEqual([ul(item({ checked: true }, p()))])
    expect(blocksAfter('[]a')).toEqual([ul(item({ checked: false }, p('a', { id: 'id1' })))])
    expect(blocksAfter('- [ ]a')).toEqual([ul(item({ checked: false }, p('a', { id: 'id1' })))])
    expect(blocksAfter('[](a')).toEqual([p('[](a')])
    expect(blocksAfter('[x]a')).toEqual([p('[x]a')])
  })

  it.each(['- ', '# ', '> ', '[] ', '[]a', '=> '])('[E14] Backspace gives back %s', (typed) => {
    expect(blocksAfter(typed, 'Backspace')).toEqual([p(typed)])
  })
})

describe('lists', () => {
  it('[E11] go on with an open box and the next number', () => {
    expect(new TestEditor([ul(item({ checked: true }, p('a', { id: 'x' })))]).at('a').press('Enter').blocks).toEqual([
      ul(item({ checked: true }, p('a', { id: 'x' })), item({ checked: false }, p())),
    ])
    expect(new TestEditor([ol(item({ n: 7 }, p('ab')))]).at('a').press('Enter').blocks).toEqual([
      ol(item({ n: 7 }, p('a')), item({ n: 8 }, p('b'))),
    ])
  })

  it('[E12] are left by Enter in an empty item and by Backspace', () => {
    expect(new TestEditor([ul(item(null, p('a')))]).at('a').press('Enter', 'Enter').blocks).toEqual([
      ul(item(null, p('a'))),
      p(),
    ])
    expect(new TestEditor([ul(item(null, p('a')))]).at('a', 1).press('Backspace').blocks).toEqual([p('a')])
    const nested = new TestEditor([ul(item(null, p('a')), item(null, p('b')))]).at('b', 1).press('Tab')
    expect(nested.blocks).toEqual([ul(item(null, p('a'), ul(item(null, p('b')))))])
    expect(nested.press('Shift-Tab').blocks).toEqual([ul(item(null, p('a')), item(null, p('b')))])
  })

  it('[E15] join when a local edit takes away what was between them', () => {
    const editor = new TestEditor([ul(item(null, p('a'))), p('x'), ul(item(null, p('b')))])
    const { from, to } = editor.select('x').editor.state.selection
    editor.editor.view.dispatch(editor.editor.state.tr.delete(from - 1, to + 1))
    expect(editor.blocks).toEqual([ul(item(null, p('a')), item(null, p('b')))])
  })

  it('[E15] stay apart where their bullets differ', () => {
    const starred: DocNode = { ...ul(item(null, p('b'))), attrs: { mark: '*' } }
    const editor = new TestEditor([ul(item(null, p('a'))), p('x'), starred])
    const { from, to } = editor.select('x').editor.state.selection
    editor.editor.view.dispatch(editor.editor.state.tr.delete(from - 1, to + 1))
    expect(editor.blocks).toHaveLength(2)
  })
})

describe('code, tables, moving', () => {
  it('[E16] Enter on the empty last line leaves the code', () => {
    const code: DocNode = { type: 'codeBlock', content: [{ type: 'text', text: 'a' }] }
    expect(new TestEditor([code]).at('a').press('Enter', 'Enter').blocks).toEqual([code, p()])
  })

  it('[E17] walks through a table and adds a row at its end', () => {
    const editor = empty().run(insertTable).type('a').press('Tab').type('b').press('Enter').type('c')
    const rows = () =>
      editor.blocks[0]?.content?.map((row) => row.content?.map((cell) => cell.content?.[0]?.text ?? ''))
    expect(rows()).toEqual([
      ['a', 'b', ''],
      ['', 'c', ''],
      ['', '', ''],
    ])
    editor.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab').type('d')
    expect(rows()?.[3]).toEqual(['d', '', ''])
  })

  it('[E17] changes rows and columns and keeps the alignment of the others', () => {
    const table: DocNode = {
      type: 'table',
      attrs: { align: 'lr' },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'a'), cell('tableHeader', 'b')] },
        { type: 'tableRow', content: [cell('tableCell', 'c'), cell('tableCell', 'd')] },
      ],
    }
    expect(new TestEditor([table]).at('a').run(addColumn).blocks[0]?.attrs).toEqual({ align: 'l-r' })
    expect(new TestEditor([table]).at('c').run(deleteColumn).blocks[0]?.attrs).toEqual({ align: 'r' })
    expect(new TestEditor([table]).at('c').run(addRow).blocks[0]?.content).toHaveLength(3)
    expect(new TestEditor([table]).at('c').run(deleteRow).blocks[0]?.content).toHaveLength(1)
    expect(new TestEditor([table]).at('a').run(deleteRow).blocks).toEqual([table])
  })

  it('[E18] moves and copies the block or item of the caret', () => {
    expect(new TestEditor([p('a'), p('b')]).at('a').press('Alt-ArrowDown').blocks).toEqual([p('b'), p('a')])
    expect(new TestEditor([ul(item(null, p('a')), item(null, p('b')))]).at('b').press('Alt-ArrowUp').blocks).toEqual([
      ul(item(null, p('b')), item(null, p('a'))),
    ])
    const ticked = p('TODO: a', { id: 'x', done: '2023-10-25T12:00:00Z' })
    expect(new TestEditor([ticked]).at('a').press('Control-d').blocks).toEqual([ticked, p('TODO: a', { id: 'id1' })])
  })
})
