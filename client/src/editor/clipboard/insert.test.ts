// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { h, item, p, TestEditor, ul } from '../test-editor.ts'
import { insertFiles } from './insert.ts'

/** Puts files beside the place where `text` stands. */
function insert(editor: TestEditor, text: string, side: 'before' | 'after', ...files: string[]) {
  if (text !== '') editor.at(text)
  const { state, view } = editor.editor
  const tr = insertFiles(state, files, { position: state.selection.head, side })
  if (tr) view.dispatch(tr)
  return editor.blocks
}

const blocks = () => [p('a'), ul(item(null, p('b'))), p('c')]

it('[E68] puts files beside the block of the place, in their order', () => {
  expect(insert(new TestEditor(blocks()), 'a', 'after', 'x', '- y\n\n# z')).toEqual(
    blocks().toSpliced(1, 0, p('x'), ul(item(null, p('y'))), h(1, 'z')),
  )
  expect(insert(new TestEditor(blocks()), 'b', 'before', 'x')).toEqual(blocks().toSpliced(1, 0, p('x')))
  expect(insert(new TestEditor(blocks()), 'b', 'after', 'x')).toEqual(blocks().toSpliced(2, 0, p('x')))
  expect(insert(new TestEditor(blocks()), 'c', 'after', '\uFEFFx\r\ny\r\n')).toEqual([...blocks(), p('x\ny')])
})

it('[E68] lets them take the place of an empty paragraph', () => {
  const editor = new TestEditor([p('a'), p(), p('c')])
  editor.editor.commands.setTextSelection(4)
  expect(insert(editor, '', 'after', '# x')).toEqual([p('a'), h(1, 'x'), p('c')])
  expect(insert(new TestEditor([p('a')]), 'a', 'after', '', ' \n')).toEqual([p('a')])
})

it('[E69] leaves front matter out; its title is a heading where the note has no text', () => {
  const file = '---\ntitle: Crane call\ntags: a\n---\n\nHello\n'
  expect(insert(new TestEditor([p()]), '', 'after', file)).toEqual([h(1, 'Crane call'), p('Hello')])
  expect(insert(new TestEditor([p('a')]), 'a', 'after', file)).toEqual([p('a'), p('Hello')])
})
