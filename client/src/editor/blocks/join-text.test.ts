// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { h, item, p, TestEditor, ul } from '../test-editor.ts'

const quote = (...content: DocNode[]): DocNode => ({ type: 'blockquote', content })
const todo = (words: string, id: string) => item({ checked: false }, p(words, { id }))
/** The blocks after a key at the start (Backspace) or the end (Delete) of some words. */
const after = (key: 'Backspace' | 'Delete', words: string, ...blocks: DocNode[]) =>
  new TestEditor(blocks).at(words, key === 'Delete' ? 0 : words.length).press(key)

describe('[E231] Backspace', () => {
  it('joins a line to the last item above, whatever that is in', () => {
    expect(after('Backspace', 'b', ul(item(null, p('a'))), p('b')).type('!').blocks).toEqual([ul(item(null, p('a!b')))])
    expect(after('Backspace', 'b', ul(item(null, p('x'), ul(todo('a', 'i')))), p('b')).blocks).toEqual([
      ul(item(null, p('x'), ul(todo('ab', 'i')))),
    ])
    expect(after('Backspace', 'b', quote(p('a')), p('b')).blocks).toEqual([quote(p('ab'))])
  })

  it('takes an item out of its list, then joins it to the item above, and the rest of the list to both', () => {
    const list = ul(item(null, p('a')), item(null, p('b')), item(null, p('c')))
    expect(after('Backspace', 'b', list).press('Backspace').blocks).toEqual([
      ul(item(null, p('ab')), item(null, p('c'))),
    ])
  })

  it('takes an empty line below a list away', () => {
    const editor = new TestEditor([ul(item(null, p('a'))), p()])
    editor.editor.commands.setTextSelection(editor.editor.state.doc.content.size - 1)
    expect(editor.press('Backspace').type('!').blocks).toEqual([ul(item(null, p('a!')))])
  })

  it('leaves tables, rules and code to what they do', () => {
    const rule = { type: 'horizontalRule' }
    expect(after('Backspace', 'b', p('a'), rule, p('b')).blocks).toEqual([p('a'), p('b')])
    const cell = { type: 'tableHeader', content: [{ type: 'text', text: 'a' }] }
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
    expect(after('Backspace', 'b', table, p('b')).blocks).toEqual([table, p('b')])
    expect(after('Delete', 'b', p('b'), table).blocks).toEqual([p('b'), table])
  })
})

describe('[E231] Delete', () => {
  it('joins the next item, also a deeper one, or the line below a list', () => {
    expect(after('Delete', 'a', ul(item(null, p('a')), item(null, p('b')))).blocks).toEqual([ul(item(null, p('ab')))])
    expect(after('Delete', 'a', p('a'), ul(todo('b', 'i'), item(null, p('c')))).blocks).toEqual([
      p('ab'),
      ul(item(null, p('c'))),
    ])
    expect(after('Delete', 'a', ul(todo('a', 'i')), p('b'), p('c')).blocks).toEqual([ul(todo('ab', 'i')), p('c')])
    const deep = ul(item(null, p('a'), ul(item(null, p('b')), item(null, p('c')))))
    expect(after('Delete', 'a', deep).blocks).toEqual([ul(item(null, p('ab'), ul(item(null, p('c')))))])
    expect(after('Delete', 'a', p('a'), quote(p('b'), p('c'))).blocks).toEqual([p('ab'), quote(p('c'))])
  })

  it('takes an empty line away and leaves what is below', () => {
    const left = new TestEditor([h(1, 'x'), p(), ul(todo('b', 'i'))])
    left.editor.commands.setTextSelection(4)
    expect(left.press('Delete').blocks).toEqual([h(1, 'x'), ul(todo('b', 'i'))])
    expect(left.type('!').blocks).toEqual([h(1, 'x'), ul(todo('!b', 'i'))])
  })
})
