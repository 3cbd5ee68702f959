// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { Slice } from '@tiptap/pm/model'
import type { DocNode } from '@minutebook/shared/schema'
import { h, item, p, TestEditor, text, ul } from '../test-editor.ts'

const row = (type: string, ...words: string[]): DocNode => ({
  type: 'tableRow',
  content: words.map((each) => ({ type, ...(each === '' ? {} : { content: [text(each)] }) })),
})
const table = (head: string[], ...rows: string[][]): DocNode => ({
  type: 'table',
  content: [row('tableHeader', ...head), ...rows.map((cells) => row('tableCell', ...cells))],
})
const grid = () => table(['a1', 'a2'], ['b1', 'b2'], ['c1', 'c2'])

/** An editor in which everything from behind the first letter of `from` to behind that of `to` is selected. */
function selected(from: string, to: string, ...blocks: DocNode[]): TestEditor {
  const editor = new TestEditor(blocks)
  const start = editor.at(from, 1).editor.state.selection.head
  const end = editor.at(to, 1).editor.state.selection.head
  editor.editor.commands.setTextSelection({ from: start, to: end })
  return editor
}

function paste(editor: TestEditor, ...blocks: DocNode[]): DocNode[] {
  const slice = new Slice(editor.editor.schema.nodeFromJSON({ type: 'doc', content: blocks }).content, 0, 0)
  const { view } = editor.editor
  if (!view.someProp('handlePaste', (handle) => handle(view, new Event('paste') as ClipboardEvent, slice)))
    view.dispatch(view.state.tr.replaceSelection(slice).setMeta('paste', true))
  return editor.blocks
}

describe('[E232] a selection over several cells', () => {
  it('loses its words, and every cell stays', () => {
    expect(selected('a2', 'b2', grid()).press('Backspace').type('!').blocks).toEqual([
      table(['a1', 'a!'], ['', '2'], ['c1', 'c2']),
    ])
    expect(selected('b1', 'c2', grid()).type('x').blocks).toEqual([table(['a1', 'a2'], ['bx', ''], ['', '2'])])
  })

  it('may begin above the table or end below it', () => {
    expect(selected('above', 'b1', p('above'), ul(item(null, p('x'))), grid()).press('Delete').blocks).toEqual([
      p('abov'),
      table(['', ''], ['1', 'b2'], ['c1', 'c2']),
    ])
    expect(selected('c1', 'below', grid(), h(1, 'x'), p('below')).type('!').blocks).toEqual([
      table(['a1', 'a2'], ['b1', 'b2'], ['c!', '']),
      p('w'),
    ])
  })

  it('is whole in the document of others too, and comes back by undo', () => {
    const editor = selected('b1', 'c2', grid()).press('Delete')
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual([grid()])
  })
})

describe('[E233] what is pasted into a cell', () => {
  it('becomes its words', () => {
    expect(paste(new TestEditor([grid()]).at('b1'), ul(item(null, p('one')), item(null, p('two'))))).toEqual([
      table(['a1', 'a2'], ['b1one two', 'b2'], ['c1', 'c2']),
    ])
    expect(paste(new TestEditor([grid()]).at('b1', 1), h(1, 'one'), p('two'))).toEqual([
      table(['a1', 'a2'], ['bone two1', 'b2'], ['c1', 'c2']),
    ])
  })

  it('fills the cells from there where it is a table, with more rows and columns as it needs', () => {
    expect(paste(new TestEditor([grid()]).at('c2'), table(['x', 'y'], ['z', 'w']))).toEqual([
      table(['a1', 'a2', ''], ['b1', 'b2', ''], ['c1', 'x', 'y'], ['', 'z', 'w']),
    ])
  })
})
