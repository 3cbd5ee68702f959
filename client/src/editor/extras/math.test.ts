// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { p, text, TestEditor } from '../test-editor.ts'
import { drawFormula } from './katex.ts'

const opened = (markdown: string) => new TestEditor(readMarkdown(markdown).body.content ?? [])

/** The TeX of the formulas of a note, which they show until KaTeX has drawn them. */
const texOf = (markdown: string) => opened(markdown).drawn('.formula')

function drawn(tex: string): HTMLElement {
  const element = document.createElement('span')
  drawFormula(element, tex, false)
  return element
}

describe('formulas', () => {
  it('[E75] stand between dollars, in words of one kind, in cells and in items', () => {
    expect(texOf('a $x$ **so $y$**\n\n| $z$ |\n|---|\n\n- $$u$$')).toEqual(['x', 'y', 'z', 'u'])
    expect(texOf('from $5 and $6, `$x$`, [$x$](/u)')).toEqual([])
    const split = p('$a')
    split.content?.push({ ...text('b'), marks: [{ type: 'bold' }] }, text('c$'))
    expect(new TestEditor([split]).drawn('.formula')).toEqual([])
  })

  it('[E75] are none where a backslash keeps a dollar from being part of one, which hides while nobody is in it', () => {
    const editor = opened('a \\$5 or 6$ b')
    document.body.append(editor.editor.view.dom)
    editor.editor.view.focus()
    expect(editor.drawn('.formula')).toEqual([])
    expect(editor.at('a').drawn('.sign.away')).toEqual(['\\'])
    expect(editor.at('a \\').drawn('.sign.away')).toEqual([])
  })

  it('[E75] show their source while they are touched', async () => {
    const editor = opened('let $x$ be\n\n$$y$$')
    document.body.append(editor.editor.view.dom)
    editor.editor.view.focus()
    expect(editor.at('let').drawn('.tex.away')).toEqual(['$x$', '$$y$$'])
    expect(editor.at('let ').drawn('.tex.away')).toEqual(['$$y$$'])
    expect(editor.drawn('.tex, .formula')).toContain('$x$')
    expect(editor.editor.view.dom.querySelectorAll('.formula')).toHaveLength(1)
    await vi.waitFor(() => expect(editor.editor.view.dom.querySelector('.katex')).not.toBeNull())
    expect(editor.written).toBe(0)
  })

  it('[E76] are drawn from the TeX that the file has', () => {
    expect(texOf('$\\{a\\}$ and $f^*$ and $g^*$')).toEqual(['\\{a\\}', 'f^*', 'g^*'])
    expect(texOf('$$\na \\\\ b\n$$')).toEqual(['a \\\\ b'])
    expect(texOf('> $$\n> a \\\\ b\n> $$')).toEqual(['a \\\\ b'])
  })

  it('[E77] show what KaTeX does not understand as it is written, and load nothing', () => {
    expect(drawn('\\frac{').textContent).toBe('\\frac{')
    const linked = drawn('\\href{javascript:alert(1)}{x} \\includegraphics{https://example.org/x.png}')
    expect(linked.querySelectorAll('a, img')).toHaveLength(0)
    expect(drawn('x^2').querySelector('.katex')).not.toBeNull()
  })
})
