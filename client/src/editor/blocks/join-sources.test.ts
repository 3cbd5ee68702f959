// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { parse, print } from '@minutebook/shared/markdown'
import { TestEditor } from '../test-editor.ts'

const file = 'Below.\n\n  one \\- a\ntwo\n\nthree\n  four \\- b\n'

function opened(markdown = file): TestEditor {
  return new TestEditor(parse(markdown).body.content ?? [])
}

const printed = (editor: TestEditor) => print({ type: 'doc', content: editor.blocks }, {}).text

describe('joining paragraphs', () => {
  it('[M30] by Backspace at the start of the second', () => {
    const editor = opened().at('three', 5).press('Backspace')
    expect(printed(editor)).toBe('Below.\n\n  one \\- a\ntwothree\n  four \\- b\n')
  })

  it('[M30] by Delete at the end of the first', () => {
    expect(printed(opened().at('two').press('Delete'))).toBe('Below.\n\n  one \\- a\ntwothree\n  four \\- b\n')
  })

  it('[M30] by typing over what is selected across both', () => {
    const editor = opened()
    const from = editor.at('two', 1).editor.state.selection.head
    const to = editor.at('three', 3).editor.state.selection.head
    editor.editor.commands.setTextSelection({ from, to })
    editor.type('-')
    expect(printed(editor)).toBe('Below.\n\n  one \\- a\ntw-ree\n  four \\- b\n')
  })

  it('[M5, M30] undo gives the same text again', () => {
    const editor = opened().at('three', 5).press('Backspace')
    editor.editor.commands.undo()
    expect(printed(editor)).toBe(file)
  })

  it('[M30] a split paragraph that is joined again is as it was', () => {
    const editor = opened().at('one - a', 2).press('Enter', 'Backspace')
    expect(printed(editor)).toBe(file)
  })

  it('[M30] leaves alone what others join', () => {
    const editor = opened()
    const written = editor.written
    editor.remote((body) => body.delete(1, 1))
    expect(editor.written - written).toBeLessThan(40)
    expect(printed(editor)).toBe('Below.\n\nthree\n  four \\- b\n')
  })
})
