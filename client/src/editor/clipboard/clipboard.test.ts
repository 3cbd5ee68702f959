// @vitest-environment jsdom
import { DOMParser as HtmlParser, Slice } from '@tiptap/pm/model'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { schema } from '@minutebook/shared/schema'
import { plain } from '../document.ts'
import { h, item, p, TestEditor, text, ul } from '../test-editor.ts'
import { clipboardSerializer } from './copy.ts'
import { LateMarkdown } from './late-markdown.ts'
import { markdownSlice, sliceToMarkdown } from './markdown.ts'
import { literalSlice, saysMore, withoutIds } from './paste.ts'
import { tidyHtml } from './tidy.ts'

const fromHtml = (html: string) => {
  const body = new DOMParser().parseFromString(tidyHtml(html), 'text/html').body
  const parsed = HtmlParser.fromSchema(schema).parse(body)
  parsed.check()
  return plain(parsed).content
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const cell = (type: string, words: string) => ({ type, content: [text(words)] })
const row = (type: string, ...words: string[]) => ({
  type: 'tableRow',
  content: words.map((each) => cell(type, each)),
})

describe('copying', () => {
  it('[E60] gives blocks as Markdown and words as words', () => {
    const editor = new TestEditor([h(2, 'A'), ul(item({ checked: false }, p('one'))), p('two words')])
    editor.editor.commands.selectAll()
    expect(sliceToMarkdown(editor.editor.state.selection.content())).toBe('## A\n\n- [ ] one\n\ntwo words')
    expect(sliceToMarkdown(editor.select('two').editor.state.selection.content())).toBe('two')
  })

  it('[E60] gives items with their markers, without those that only stand around them', () => {
    const inner = ul(item(null, p('deep')), item(null, p('deeper')))
    const editor = new TestEditor([
      ul(item({ checked: true }, p('one')), item(null, p('two'), inner), item(null, p('three'))),
    ])
    const copied = (from: string, to: string) => {
      const start = editor.select(from).editor.state.selection.from
      editor.editor.commands.setTextSelection({ from: start, to: editor.select(to).editor.state.selection.to })
      return sliceToMarkdown(editor.editor.state.selection.content())
    }
    expect(copied('one', 'two')).toBe('- [x] one\n- two')
    expect(copied('wo', 'deep')).toBe('- wo\n  - deep')
    expect(copied('deep', 'deeper')).toBe('- deep\n- deeper')
    expect(copied('deeper', 'three')).toBe('- deeper\n- three')
  })

  it('[E60] gives rows as a table', () => {
    const table = { type: 'table', content: [row('tableHeader', 'a', 'b'), row('tableCell', 'c', 'd')] }
    const editor = new TestEditor([table, p('end')])
    editor.editor.commands.selectAll()
    expect(sliceToMarkdown(editor.editor.state.selection.content())).toBe('| a | b |\n| --- | --- |\n| c | d |\n\nend')
  })

  it('[E66] writes plain HTML: boxes that cannot be pressed, no decoration', () => {
    const link = { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://a.org' } }] }
    const blocks = [
      ul(item({ checked: true }, p('AnaM: one')), item({ checked: false }, { type: 'paragraph', content: [link] })),
    ]
    const box = document.createElement('div')
    const { content } = schema.nodeFromJSON({ type: 'doc', content: blocks })
    box.append(clipboardSerializer(schema).serializeFragment(content))
    expect(box.innerHTML).toBe(
      '<ul><li><input type="checkbox" disabled="" checked=""><p>AnaM: one</p></li>' +
        '<li><input type="checkbox" disabled=""><p><a href="https://a.org">a</a></p></li></ul>',
    )
    expect(fromHtml(box.innerHTML)).toEqual(plain(schema.nodeFromJSON({ type: 'doc', content: blocks })).content)
  })

  it('[E60] writes line breaks as elements for other programs', () => {
    const box = document.createElement('div')
    box.append(
      clipboardSerializer(schema).serializeFragment(schema.nodeFromJSON({ type: 'doc', content: [p('a\nb')] }).content),
    )
    expect(box.innerHTML).toBe('<p>a<br>b</p>')
  })
})

/** A paste as a browser tells of it. */
function pasteEvent(data: Partial<Record<'text/html' | 'text/plain', string>>): Event {
  const getData = (type: keyof typeof data) => data[type] ?? ''
  const clipboardData = { types: Object.keys(data), files: [], items: [], getData }
  return Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData })
}

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

  it('[E237] gives front matter to the header, and the rest to the text', async () => {
    vi.stubGlobal('ClipboardEvent', Event) // not in jsdom
    const editor = new TestEditor([h(2, 'Agenda'), p('')])
    const paste = (text: string) => editor.editor.view.dom.dispatchEvent(pasteEvent({ 'text/plain': text }))
    editor.editor.commands.setTextSelection(editor.editor.state.doc.content.size - 1)
    paste('---\r\ntitle: Crane call\r\n---\r\n\r\n# c\r\n')
    await vi.waitFor(() => expect(editor.headers).toEqual([{ yaml: 'title: Crane call\n', hadText: false }]))
    expect(editor.blocks).toEqual([h(2, 'Agenda'), h(1, 'c')])
    editor.at('c').press('Enter').type('e')
    paste('---\ntitle: Other\n---\n')
    expect(editor.headers[1]).toEqual({ yaml: 'title: Other\n', hadText: true })
    expect(editor.blocks).toEqual([h(2, 'Agenda'), h(1, 'c'), p('e')])
    paste('---\n\nNo header\n\n---\n')
    expect(editor.headers).toHaveLength(2)
    expect(editor.blocks).toContainEqual(p('No header'))
  })

  it('[E238] a part of a note that is pasted into an empty item takes its place', async () => {
    vi.stubGlobal('ClipboardEvent', Event) // not in jsdom
    const editor = new TestEditor([
      p(),
      ul(item(null, p('a')), item(null, p('b'), ul(item(null, p()))), item(null, p('c'))),
    ])
    const paste = (text: string) => editor.editor.view.dom.dispatchEvent(pasteEvent({ 'text/plain': text }))
    editor.editor.commands.setTextSelection(1)
    paste('# early')
    await vi.waitFor(() => expect(editor.blocks[0]).toEqual(h(1, 'early')))
    const before = editor.blocks
    const intoItem = () => editor.at('b').editor.commands.setTextSelection(editor.editor.state.selection.head + 4)
    intoItem()
    paste('## Part\n\nText')
    expect(editor.blocks).toEqual([
      h(1, 'early'),
      ul(item(null, p('a')), item(null, p('b'))),
      h(2, 'Part'),
      p('Text'),
      ul(item(null, p('c'))),
    ])
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual(before)
    intoItem()
    paste('- d')
    expect(JSON.stringify(editor.blocks[1])).toContain('"d"')
  })

  it('[E67] is one step of undo, whatever was typed right before and after it', () => {
    vi.stubGlobal('ClipboardEvent', Event) // not in jsdom
    const editor = new TestEditor([p('a')]).at('a').type('b')
    editor.editor.view.pasteText('# c\n\n- [ ] AnaM: d')
    const after = editor.blocks
    editor.type('e').editor.commands.undo()
    expect(editor.blocks).toEqual(after)
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual([p('ab')])
  })

  it('[E63] reads HTML that says no more than its text as Markdown, once', async () => {
    vi.stubGlobal('ClipboardEvent', Event) // not in jsdom
    const editor = new TestEditor([p('a')]).at('a')
    const event = pasteEvent({ 'text/html': '<div style="color: red"><span># b</span></div>', 'text/plain': '# b' })
    editor.editor.view.dom.dispatchEvent(event)
    await vi.waitFor(() => expect(editor.blocks).toContainEqual(h(1, 'b')), { timeout: 10_000 })
    expect(event.defaultPrevented).toBe(true)
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

describe('what is pasted or copied before Markdown can be read', () => {
  it('[E99] is pasted as soon as it can be, and copied as words', async () => {
    const editor = new TestEditor([p('a')])
    const { view, state } = editor.editor
    const headers: string[] = []
    const markdown = new LateMarkdown((yaml) => headers.push(yaml))
    expect(markdown.takeEarly(view)).toBe(false)
    expect(markdown.write(new Slice(state.doc.content, 0, 0))).toBe('a')
    expect(markdown.read(view, '---\ntitle: c\n---\n# b').content.firstChild?.type.name).toBe('paragraph')
    expect(markdown.takeEarly(view)).toBe(true)
    expect(headers).toEqual([])
    await markdown.load()
    expect(editor.blocks).toContainEqual(h(1, 'b'))
    expect(headers).toEqual(['title: c\n'])
    expect(markdown.takeEarly(view)).toBe(false)
    expect(markdown.read(view, '# c').content.firstChild?.type.name).toBe('heading')
    expect(markdown.takeEarly(view)).toBe(false)
  })
})
