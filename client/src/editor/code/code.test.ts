// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { item, p, TestEditor, text, ul } from '../test-editor.ts'
import { withLanguage } from './info.ts'
import { choicesFor } from './LanguagePicker.tsx'

const code = (info: string | null, words: string): DocNode => ({
  type: 'codeBlock',
  ...(info === null ? {} : { attrs: { info } }),
  content: [text(words)],
})

const offered = (query: string, now = '') => choicesFor(query, now, () => undefined).map(({ label }) => label)

it('[E120] code has the colors of its language once that is here, and writes nothing', async () => {
  const editor = new TestEditor([p('a'), code('js', "let lamp = 'on'"), code('klingon', 'let x'), code(null, 'let y')])
  await vi.waitFor(() => expect(editor.drawn('.hljs-keyword')).toEqual(['let']), { timeout: 10_000 })
  expect(editor.drawn('.hljs-string')).toEqual(["'on'"])
  expect(editor.at("'on'").type('\nlet more').drawn('.hljs-keyword')).toEqual(['let', 'let'])
  expect(editor.blocks[2]).toEqual(code('klingon', 'let x'))
})

it('[E120] says its language, and only over the text', () => {
  const editor = new TestEditor([code('js title=a', 'let x'), code(null, 'y')])
  expect(editor.drawn('.code-language')).toEqual(['js', 'Language'])
  expect(editor.written).toBe(0)
})

const words = (editor: TestEditor) => editor.blocks[0]?.content?.[0]?.text

describe('[E234] keys in code', () => {
  it('Tab puts blanks at the caret, or before all selected lines; Shift+Tab takes them away', () => {
    expect(words(new TestEditor([code(null, 'ab')]).at('a').press('Tab').type('!'))).toBe('a  !b')
    expect(words(new TestEditor([code(null, '\ta\nb')]).at('b', 1).press('Tab'))).toBe('\ta\n\tb')
    const lines = new TestEditor([code(null, 'a\nb\nc')]).select('a\nb').press('Tab')
    expect(words(lines)).toBe('  a\n  b\nc')
    expect(words(lines.press('Shift-Tab', 'Shift-Tab'))).toBe('a\nb\nc')
    expect(words(new TestEditor([code(null, 'a\n   b')]).at('b').press('Shift-Tab'))).toBe('a\n b')
  })

  it('Enter keeps the blanks of the line, and one on an empty last line still leaves the code', () => {
    const editor = new TestEditor([code(null, '  a')]).at('a').press('Enter').type('b')
    expect(words(editor)).toBe('  a\n  b')
    expect(editor.press('Enter', 'Enter').blocks).toEqual([code(null, '  a\n  b'), p()])
  })

  it('Tab in a list still moves the item', () => {
    const listed = new TestEditor([ul(item(null, p('a')), item(null, p('b'))), code(null, 'c')]).at('b').press('Tab')
    expect(listed.blocks[0]).toEqual(ul(item(null, p('a'), ul(item(null, p('b'))))))
  })
})

it('[E121] another language takes the place of the word after the fence alone', () => {
  expect(withLanguage('js title=a', 'ts')).toBe('ts title=a')
  expect(withLanguage('js', '')).toBeNull()
  expect(withLanguage(null, 'rust')).toBe('rust')
})

it('[E121] languages are found by any of their names; one that is not known can be written', () => {
  expect(offered('py')[0]).toBe('Python')
  expect(offered('javasc')).toEqual(['JavaScript', 'Write “javasc”'])
  expect(offered('klingon')).toEqual(['Write “klingon”'])
  expect(offered('', 'js').at(-1)).toBe('No language')
})
