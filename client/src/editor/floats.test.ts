// @vitest-environment jsdom
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { closeFloat, floatOf, openFloat } from './floats.ts'
import { p, TestEditor } from './test-editor.ts'

it('[E230] a window is the same one while others write before its place, and another one when it is opened anew', () => {
  const note = new TestEditor([p('see here')]).select('here')
  const open = () => {
    const { state, view } = note.editor
    view.dispatch(openFloat(state.tr, { kind: 'link', from: 5, to: 9, isNew: true }))
    return floatOf(note.editor.state)
  }
  const first = open()
  note.remote((body) => body.insert(0, [new Y.XmlElement('paragraph')]))
  expect(floatOf(note.editor.state)).toEqual({ ...first, from: 7, to: 11 })
  note.editor.view.dispatch(closeFloat(note.editor.state.tr))
  expect(floatOf(note.editor.state)).toBeNull()
  expect(open()?.opened).not.toBe(first?.opened)
})
