// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { h, item, ol, p, TestEditor, ul } from './test-editor.ts'

const note = [
  h(2, 'Agenda'),
  ul(item(null, p('one')), item({ checked: false }, p('two'))),
  ol(item({ n: 3 }, p('three'))),
  h(2, 'TODOs and Decisions'),
  p('RD: Send it by Friday\nsoon'),
  p('Decision: we ship'),
  p('see https://example.org now'),
  p(),
]

function insertAtStart(body: Y.XmlFragment, block: number, words: string): void {
  const paragraph = body.get(block)
  const child = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (child instanceof Y.XmlText) child.insert(0, words)
}

describe('the editor and the shared document', () => {
  it('[E2] writes nothing when a note is opened, looked at and left', () => {
    const editor = new TestEditor(note)
    editor.at('Send').press('ArrowLeft', 'Home')
    expect(editor.written).toBe(0)
    editor.editor.destroy()
    expect(editor.written).toBe(0)
  })

  it('[E3] undoes its own typing and gives back what was there', () => {
    const editor = new TestEditor(note)
    const before = editor.blocks
    editor.at('Agenda').type('!')
    expect(editor.drawn('h2')[0]).toBe('Agenda!')
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual(before)
    expect(editor.editor.commands.undo()).toBe(false)
  })

  it('[E3] leaves what others wrote', () => {
    const editor = new TestEditor(note)
    editor
      .at('Agenda')
      .type('!')
      .remote((body) => insertAtStart(body, 4, 'Now '))
    editor.editor.commands.undo()
    expect(editor.drawn('h2')[0]).toBe('Agenda')
    expect(editor.blocks[4]).toEqual(p('Now RD: Send it by Friday\nsoon'))
  })

  it('[E4] adds nothing to what others write: no id, no join, no link', () => {
    const editor = new TestEditor([h(2, 'TODOs'), p('x'), ul(item(null, p('a'))), p('b'), ul(item(null, p('c')))])
    editor.remote((body) => {
      insertAtStart(body, 1, 'RD: see https://example.org ')
      body.delete(3, 1)
    })
    expect(editor.blocks).toEqual([
      h(2, 'TODOs'),
      p('RD: see https://example.org x'),
      ul(item(null, p('a'))),
      ul(item(null, p('c'))),
    ])
    expect(editor.drawn('.todo .owner')).toEqual(['RD'])
  })
})
