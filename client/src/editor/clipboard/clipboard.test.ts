// @vitest-environment jsdom
import { DOMParser as HtmlParser } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { schema } from '@minutebook/shared/schema'
import { plain } from '../document.ts'
import { h, item, p, TestEditor, ul } from '../test-editor.ts'
import { clipboardSerializer, sliceToMarkdown } from './copy.ts'
import { literalSlice, markdownSlice, saysMore, tidyHtml, withoutIds } from './paste.ts'

const fromHtml = (html: string) => {
  const body = new DOMParser().parseFromString(tidyHtml(html), 'text/html').body
  const parsed = HtmlParser.fromSchema(schema).parse(body)
  parsed.check()
  return plain(parsed).content
}

describe('copying', () => {
  it('[E60] gives blocks as Markdown and words as words', () => {
    const editor = new TestEditor([h(2, 'A'), ul(item({ checked: false }, p('one'))), p('two words')])
    editor.editor.commands.selectAll()
    expect(sliceToMarkdown(editor.editor.state.selection.content())).toBe('## A\n\n- [ ] one\n\ntwo words')
    expect(sliceToMarkdown(editor.select('two').editor.state.selection.content())).toBe('two')
  })

  it('[E60] writes line breaks as elements for other programs', () => {
    const box = document.createElement('div')
    box.append(
      clipboardSerializer(schema).serializeFragment(schema.nodeFromJSON({ type: 'doc', content: [p('a\nb')] }).content),
    )
    expect(box.innerHTML).toBe('<p>a<br>b</p>')
  })
})

describe('pasting', () => {
  it('[E61] makes blocks of Markdown, and text of text', () => {
    const slice = markdownSlice(schema, '# A\r\n\r\n- [x] one\n\ntwo')
    expect(slice.content.content.map(plain)).toMatchObject([h(1, 'A'), ul(item({ checked: true }, p('one'))), p('two')])
    expect([slice.openStart, slice.openEnd]).toEqual([0, 1])
    expect(literalSlice(schema, '# A\n- b\n\nc').content.content.map(plain)).toEqual([p('# A\n- b'), p('c')])
  })

  it('[E61] reads what cannot be Markdown as text', () => {
    expect(markdownSlice(schema, ' ').content.size).toBeGreaterThan(0)
  })

  it('[E62] leaves id and tick behind', () => {
    const doc = schema.nodeFromJSON({ type: 'doc', content: [p('RD: a', { id: 'x', done: '2023-10-25T12:00:00Z' })] })
    expect(withoutIds(doc.slice(0, doc.content.size)).content.content.map(plain)).toEqual([p('RD: a')])
  })

  it('[E63] keeps lines and structure, loses the blanks of the source', () => {
    expect(fromHtml('<p>\n   one\n   two<br>three<br></p>\n\n<ul>\n <li>a</li>\n</ul>')).toEqual([
      p('one two\nthree'),
      ul(item(null, p('a'))),
    ])
    expect(
      fromHtml('<table><tr><th><p>a</p></th><th><p>b</p><p>c</p></th></tr></table>')?.[0]?.content?.[0]?.content,
    ).toHaveLength(2)
  })

  it.each([
    '<p>a</b></i><li><td>x</p>',
    '<table><tr></tr><td>loose</table><script>alert(1)</script>',
    '<ul><p>a</p><ul><li></ul></ul>',
    '<h1><div><table><td><h2>a</h2><ul><li>b</ul></td></table></div></h1>',
    '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">a</a>',
  ])('[E63] makes a sound document of %s', (html) => {
    expect(fromHtml(html)).toBeDefined()
  })

  it('[E63] tells HTML that only has colors from HTML that says more', () => {
    expect(saysMore('<meta><div><span style="color:red"># a</span></div>')).toBe(false)
    expect(saysMore('<b style="font-weight:normal"><span>a</span></b>')).toBe(false)
    expect(saysMore('<div><strong>a</strong></div>')).toBe(true)
  })
})
