// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { p, TestEditor } from '../test-editor.ts'

/** Moves the caret as the browser does, which has not told anybody of it yet. */
function moveSilently(editor: TestEditor, block: number, offset: number): void {
  const text = editor.editor.view.dom.children[block]?.firstChild
  if (!text) throw new Error(`there is no text in block ${block}`)
  document.getSelection()?.collapse(text, offset)
}

function focused(...blocks: Parameters<typeof p>[0][]): TestEditor {
  const editor = new TestEditor(blocks.map((words) => p(words)))
  document.body.append(editor.editor.view.dom)
  editor.editor.view.focus()
  return editor
}

describe('a caret that has just moved', () => {
  it('[E9] is where a key acts', () => {
    const editor = focused('one', 'two').at('one')
    moveSilently(editor, 1, 3)
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    editor.editor.view.dom.dispatchEvent(event)
    expect(editor.blocks.map((block) => block.content?.[0]?.text)).toEqual(['one', 'two', undefined])
  })

  it('[E9] is not put back by what somebody else writes', () => {
    const editor = focused('one', 'two').at('one')
    moveSilently(editor, 1, 2)
    editor.remote((body) => body.insert(0, [new Y.XmlElement('paragraph')]))
    expect(editor.editor.state.selection.$head.parent.textContent).toBe('two')
    expect(editor.editor.state.selection.$head.parentOffset).toBe(2)
  })
})
