// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import type { DocNode } from '@minutebook/shared/schema'
import { p, TestEditor, text } from '../test-editor.ts'
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
