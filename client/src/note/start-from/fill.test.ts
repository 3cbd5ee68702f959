// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { p, TestEditor } from '../../editor/test-editor.ts'
import { fill } from './fill.ts'

const kinds = (note: TestEditor) => note.blocks.map(({ type }) => type)

test('[N248] a template is written as one step of undo, with the caret in its first line', () => {
  const note = new TestEditor([p()])
  fill(note.editor, 'meeting', [])
  expect(kinds(note)).toEqual(['heading', 'bulletList', 'heading', 'heading'])
  note.type('Lamps')
  expect(note.drawn('li p')).toEqual([expect.stringMatching(/Lamps$/)])
  note.editor.commands.undo()
  expect(kinds(note)).toEqual(['heading', 'bulletList', 'heading', 'heading'])
  note.editor.commands.undo()
  expect(note.blocks).toEqual([p()])
})

test('[N248] a stand-up has one line for each person, a decision record says what was agreed last', () => {
  const standUp = new TestEditor([p()])
  fill(standUp.editor, 'stand-up', ['Ann Bell', 'BenK'])
  expect(standUp.blocks.slice(1)).toEqual([p('Ann Bell:'), p('BenK:')])
  const decision = new TestEditor([p()])
  fill(decision.editor, 'decision', [])
  expect(decision.drawn('h2')).toEqual(['Context', 'Options', 'What was agreed'])
})

test('[N248] a template is not written where somebody was quicker', () => {
  const note = new TestEditor([p()])
  fill(note.editor, 'meeting', [])
  const before = note.blocks
  fill(note.editor, 'decision', [])
  expect(note.blocks).toEqual(before)
})
