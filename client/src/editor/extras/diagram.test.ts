// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { TestEditor } from '../test-editor.ts'

const opened = (markdown: string) => new TestEditor(readMarkdown(markdown).body.content ?? [])
const isLight = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => isLight) // jsdom has no themes
})

const press = (editor: TestEditor) => editor.editor.view.dom.querySelector<HTMLElement>('.diagram button')?.click()

describe('diagrams', () => {
  it('[E79] have a button below their block, and other code has none', () => {
    const editor = opened('```mermaid\ngraph LR\n```\n\n```js\nx\n```\n\nend')
    expect(Array.from(editor.editor.view.dom.children, ({ nodeName }) => nodeName)).toEqual(['PRE', 'DIV', 'PRE', 'P'])
    expect(editor.drawn('.diagram button')).toEqual(['Show diagram'])
  })

  it('[E74, E79] stand in containers as well', () => {
    const editor = opened(':::info\n\n```mermaid\ngraph LR\n```\n\n:::')
    expect(editor.editor.view.dom.querySelector('pre')?.className).toBe('held info')
    expect(editor.editor.view.dom.querySelector('.diagram')?.classList.contains('held')).toBe(true)
    editor.at(':::info').type('x')
    expect(editor.editor.view.dom.querySelector('pre')?.className).toBe('')
    expect(editor.drawn('.diagram button')).toEqual(['Show diagram'])
  })

  it('[E79] say in words what Mermaid does not understand, and go away again', async () => {
    const editor = opened('```mermaid\nthis is none\n```')
    press(editor)
    expect(editor.drawn('.diagram button')).toEqual(['Hide diagram'])
    await vi.waitFor(() => expect(editor.drawn('.failed')[0]).toMatch(/^This diagram cannot be drawn\. ./), 10_000)
    press(editor)
    expect(editor.editor.view.dom.querySelector<HTMLElement>('.picture')?.hidden).toBe(true)
    expect(editor.written).toBe(0)
  })

  it('[E79] are taken away by an edit of their block', () => {
    const editor = opened('```mermaid\nthis is none\n```')
    press(editor)
    editor.at('none').type('!')
    expect(editor.drawn('.diagram button')).toEqual(['Show diagram'])
  })
})
