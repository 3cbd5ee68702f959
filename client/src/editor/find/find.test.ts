// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { h, p, TestEditor, text } from '../test-editor.ts'
import { findStateOf, withFound } from './find-state.ts'
import { Found, replaceMatches } from './found.ts'
import { matchesIn, type Query } from './matches.ts'

const query = (words: string, more: Partial<Query> = {}): Query => ({
  words,
  isExact: false,
  isWholeWords: false,
  ...more,
})
const found = (line: string, asked: Query) => matchesIn(line, asked).map(({ from, to }) => line.slice(from, to))

describe('matches', () => {
  it('[E110] are the same letters whatever their case and accents, unless these count', () => {
    expect(found('Răzvan, razvan, RAZVAN', query('răzvan'))).toEqual(['Răzvan', 'razvan', 'RAZVAN'])
    expect(found('Ra\u0306zvan razvan', query('razvan'))).toEqual(['Ra\u0306zvan', 'razvan'])
    expect(found('Răzvan, razvan', query('razvan', { isExact: true }))).toEqual(['razvan'])
    expect(found('👍 Ștefan 👍', query('👍'))).toEqual(['👍', '👍'])
  })

  it('[E110] may have to be whole words, and never overlap', () => {
    expect(found('in inner, in_x, ín', query('in', { isWholeWords: true }))).toEqual(['in', 'ín'])
    expect(found('aaaa', query('aa'))).toEqual(['aa', 'aa'])
    expect(found('anything', query(''))).toEqual([])
    expect(found('a.c abc', query('a.c'))).toEqual(['a.c'])
  })
})

const wordsFound = (editor: TestEditor) => {
  const state = findStateOf(editor.editor.state).found
  return state instanceof Found
    ? [state.index, ...state.matches.map(({ from, to }) => editor.editor.state.doc.textBetween(from, to))]
    : null
}
const show = (editor: TestEditor, asked: Query) => {
  const { state, view } = editor.editor
  view.dispatch(withFound(state.tr, Found.in(state.doc, asked, state.selection.from)))
  return editor
}

describe('what was found', () => {
  it('[E111] follows what anybody writes, and the current match stays the same', () => {
    const editor = show(new TestEditor([h(2, 'Lamp'), p('a lamp'), p('no')]).at('a lamp', 6), query('lamp'))
    expect(wordsFound(editor)).toEqual([1, 'Lamp', 'lamp'])
    editor.remote((body) => body.insert(0, []))
    editor.at('no').type(' LAMP')
    expect(wordsFound(editor)).toEqual([1, 'Lamp', 'lamp', 'LAMP'])
    editor.at('Lamp', 4).type('A lamp, ')
    expect(wordsFound(editor)).toEqual([2, 'lamp', 'Lamp', 'lamp', 'LAMP'])
    expect(editor.drawn('.found')).toEqual(['lamp', 'Lamp', 'lamp', 'LAMP'])
    expect(editor.drawn('.found.now')).toEqual(['lamp'])
  })

  it('[E111] is only drawn: it writes nothing', () => {
    const editor = show(new TestEditor([p('lamp')]), query('lamp'))
    expect(editor.written).toBe(0)
  })
})

it('[E112] replaces with the marks of the first letter, at once, and leaves ids alone', () => {
  const bold: DocNode = { type: 'text', text: 'la', marks: [{ type: 'bold' }] }
  const editor = new TestEditor([
    { type: 'paragraph', attrs: { id: 'x' }, content: [text('TODO: '), bold, text('mp on')] },
    p('a lamp'),
  ])
  const { state, view } = editor.editor
  const { matches } = Found.in(state.doc, query('lamp'), 0)
  view.dispatch(replaceMatches(state, matches, 'light'))
  expect(editor.blocks).toEqual([
    {
      type: 'paragraph',
      attrs: { id: 'x' },
      content: [text('TODO: '), { ...bold, text: 'light' }, text(' on')],
    },
    p('a light'),
  ])
  editor.editor.commands.undo()
  expect(editor.blocks[1]).toEqual(p('a lamp'))
  view.dispatch(replaceMatches(editor.editor.state, matches, ''))
  expect(editor.blocks[1]).toEqual(p('a '))
})
