// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { TestEditor } from '../test-editor.ts'
import { drawFormula } from './katex.ts'
import { findFormulas } from './math.ts'

const opened = (markdown: string) => new TestEditor(readMarkdown(markdown).body.content ?? [])
const found = (text: string) => findFormulas(text).map(({ tex }) => tex)

/** The TeX of the formulas of a note, which they show until KaTeX has drawn them. */
const texOf = (markdown: string) => opened(markdown).drawn('.formula')

function drawn(tex: string): HTMLElement {
  const element = document.createElement('span')
  drawFormula(element, tex, false)
  return element
}

describe('formulas', () => {
  it('[E75] stand between dollars that touch them', () => {
    expect(found('let $E = mc^2$, or $$x$$ and $a\\$b$')).toEqual(['E = mc^2', 'x', 'a\\$b'])
    expect(found('$$\nx\n+ y\n$$')).toEqual(['x\n+ y'])
  })

  it('[E75] are no amounts of money', () => {
    expect(found('from $5 and $6')).toEqual([])
    expect(found('$5-$6, US$5 and 6$, $ x $, $5\n6$, $$ $$')).toEqual([])
  })

  it('[E75] are neither code nor escaped dollars nor words with marks', () => {
    expect(texOf('`$x$`, \\$5 or 6\\$, $a*b*c$')).toEqual([])
    expect(texOf('a $x$\n\n| $y$ |\n|---|\n')).toEqual(['x', 'y'])
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

  it('[E76] are drawn from the line in the file, where Markdown reads two characters as one', () => {
    expect(texOf('$\\{a\\}$ and $x$')).toEqual(['\\{a\\}', 'x'])
    expect(texOf('$$\na \\\\ b\n$$')).toEqual(['a \\\\ b'])
    expect(texOf('- one\n- $a \\\\ \\{b\\}$')).toEqual(['a \\\\ \\{b\\}'])
    expect(texOf('> $$\n> a \\\\ b\n> $$')).toEqual(['a \\\\ b'])
  })

  it('[E77] show what KaTeX does not understand as it is written, and load nothing', () => {
    expect(drawn('\\frac{').textContent).toBe('\\frac{')
    const linked = drawn('\\href{javascript:alert(1)}{x} \\includegraphics{https://example.org/x.png}')
    expect(linked.querySelectorAll('a, img')).toHaveLength(0)
    expect(drawn('x^2').querySelector('.katex')).not.toBeNull()
  })
})
