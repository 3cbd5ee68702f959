// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { h, item, ol, p, TestEditor, text, ul } from '../test-editor.ts'
import type { BlockKind } from './block-kind.ts'
import { deleteNodes } from './move-nodes.ts'
import { blocksOf } from './range.ts'
import { turnInto } from './turn-into.ts'

const quote = (...content: DocNode[]): DocNode => ({ type: 'blockquote', content })
const code = (words: string): DocNode => ({ type: 'codeBlock', content: [text(words)] })
const table: DocNode = {
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [text('cell')] }] }],
}

function turn(editor: TestEditor, kind: BlockKind): TestEditor {
  const range = blocksOf(editor.editor.state.selection)
  const tr = range && turnInto(editor.editor.state, range, kind)
  if (tr) editor.editor.view.dispatch(tr)
  return editor
}
const turned = (blocks: DocNode[], kind: BlockKind) => turn(new TestEditor(blocks).at('one', 1), kind).blocks
const named = { id: 'x' }

describe('a line', () => {
  const cases: [kind: BlockKind, block: DocNode][] = [
    ['heading2', h(2, 'one')],
    ['bullet', ul(item(null, p('one', named)))],
    ['ordered', ol(item(null, p('one', named)))],
    ['task', ul(item({ checked: false }, p('one', named)))],
    ['quote', quote(p('one', named))],
    ['code', code('one')],
    ['decision', p('Decision: one', named)],
    ['text', p('one', named)],
  ]
  it.each(cases)('[E105] becomes %s', (kind, block) => {
    expect(turned([p('zero'), p('one', named), p('two')], kind)).toEqual([p('zero'), block, p('two')])
  })

  it.each(cases)('[E105] becomes text again after %s', (kind) => {
    const again = turn(turn(new TestEditor([p('one')]).at('one', 1), kind), 'text').type('!')
    expect(JSON.stringify(again.blocks)).toContain(kind === 'decision' ? 'Decision: on!e' : 'on!e')
    expect(again.blocks).toHaveLength(1)
    expect(again.blocks[0]?.type).toBe('paragraph')
  })

  it('[E105] keeps the lines below a heading, and a tick as a box', () => {
    expect(turned([p('one\ntwo\nthree')], 'heading1')).toEqual([h(1, 'one'), p('two\nthree')])
    expect(turned([p('TODO: one', { id: 'x', done: '2023-10-25T12:00:00Z' })], 'task')).toEqual([
      ul(item({ checked: true }, p('TODO: one', named))),
    ])
  })
})

describe('an item', () => {
  const list = [
    ul(item(null, p('zero')), item(null, p('one', named), ul(item(null, p('below')))), item(null, p('two'))),
  ]
  it('[E105] leaves its list, which goes on below', () => {
    expect(turned(list, 'heading3')).toEqual([
      ul(item(null, p('zero'))),
      h(3, 'one'),
      ul(item(null, p('below')), item(null, p('two'))),
    ])
    expect(turned(list, 'quote')).toEqual([
      ul(item(null, p('zero'))),
      quote(p('one', named), ul(item(null, p('below')))),
      ul(item(null, p('two'))),
    ])
  })

  it('[E105] is numbered by itself, and gets a box where it stands', () => {
    expect(turned(list, 'ordered')).toEqual([
      ul(item(null, p('zero'))),
      ol(item(null, p('one', named), ul(item(null, p('below'))))),
      ul(item(null, p('two'))),
    ])
    expect(turned(list, 'task')[0]?.content?.[1]?.attrs).toEqual({ checked: false })
  })
})

const all = (kind: BlockKind, ...blocks: DocNode[]) => {
  const editor = new TestEditor(blocks)
  editor.editor.commands.selectAll()
  return turn(editor, kind).blocks
}

const without = (blocks: DocNode[], words: string) => {
  const editor = new TestEditor(blocks).at(words)
  const range = blocksOf(editor.editor.state.selection)
  if (range) editor.editor.view.dispatch(deleteNodes(editor.editor.state.tr, range))
  return editor.blocks
}

describe('several blocks', () => {
  it('[E105] become one list, one quote, one block of code; a table stays', () => {
    expect(all('task', p('a'), h(2, 'b'))).toEqual([
      ul(item({ checked: false }, p('a', { id: 'id1' })), item({ checked: false }, p('b', { id: 'id2' }))),
    ])
    expect(all('quote', p('a'), ul(item(null, p('b'))))).toEqual([quote(p('a'), ul(item(null, p('b'))))])
    expect(all('code', p('a'), p('b\nc'))).toEqual([code('a\nb\nc')])
    expect(all('text', h(1, 'a'), table, ul(item(null, p('b'))))).toEqual([p('a'), table, p('b')])
  })
})

it('[E106] the last block leaves an empty paragraph, the last item takes its list along', () => {
  expect(without([h(1, 'one')], 'one')).toEqual([p()])
  expect(without([ul(item(null, p('one'))), p('two')], 'one')).toEqual([p('two')])
  expect(without([ul(item(null, p('one'), ul(item(null, p('two')))))], 'two')).toEqual([ul(item(null, p('one')))])
})
