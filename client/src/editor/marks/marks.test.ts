// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DocMark, DocNode } from '@minutebook/shared/schema'
import { p, TestEditor, text } from '../test-editor.ts'
import { bareAddresses } from './bare-address.ts'
import { completeAddress, setLink } from './links.ts'

const marked = (words: string, ...marks: DocMark[]): DocNode => ({ type: 'text', text: words, marks })
const bare = (href: string) => marked(href, { type: 'link', attrs: { href, form: 'bare' } })
const link = (words: string, href: string) => marked(words, { type: 'link', attrs: { href, form: 'bare' } })
const auto = (words: string, href = words) => marked(words, { type: 'link', attrs: { href, form: 'auto' } })
const typed = (words: string) => new TestEditor([p()]).type(words).blocks[0]?.content

describe('marks', () => {
  it.each<[string, DocNode]>([
    ['**a**', marked('a', { type: 'bold' })],
    ['__a__', marked('a', { type: 'bold', attrs: { m: '_' } })],
    ['*a b*', marked('a b', { type: 'italic' })],
    ['_a_', marked('a', { type: 'italic', attrs: { m: '_' } })],
    ['`a`', marked('a', { type: 'code' })],
    ['~~a~~', marked('a', { type: 'strike' })],
    ['[a](https://b.org)', marked('a', { type: 'link', attrs: { href: 'https://b.org' } })],
  ])('[E20] %s', (words, node) => {
    expect(typed(words)).toEqual([node])
    expect(typed(`${words} c`)).toEqual([node, text(' c')])
  })

  it.each(['snake_case_name', '2*3*4', '** a **', 'a**b**'])('[E20] leaves %s', (words) => {
    expect(typed(words)).toEqual([text(words)])
  })
})

describe('links', () => {
  it('[E21] makes an address a link while it is typed, without the punctuation after it', () => {
    expect(typed('see https://a.org/x. Or')).toEqual([text('see '), bare('https://a.org/x'), text('. Or')])
    expect(bareAddresses('(https://a.org/b_(c)) x').map(({ href }) => href)).toEqual(['https://a.org/b_(c)'])
    expect(bareAddresses('https://')).toEqual([])
  })

  it('[E21] follows what is typed in it, and stops where it is none any more', () => {
    const editor = new TestEditor([{ type: 'paragraph', content: [bare('https://a.org/x'), text(' c')] }])
    expect(editor.at('a.org/').type('y').blocks[0]?.content).toEqual([bare('https://a.org/yx'), text(' c')])
    expect(editor.at('https').type(' ').blocks[0]?.content).toEqual([text('https ://a.org/yx c')])
  })

  it('[E21] knows addresses without a protocol, and leaves them when something else is typed beside them', () => {
    const content = [link('www.a.org', 'http://www.a.org'), text(' or '), link('ann@a.org', 'mailto:ann@a.org')]
    expect(typed('www.a.org or ann@a.org')).toEqual(content)
    const editor = new TestEditor([{ type: 'paragraph', content }])
    expect(editor.at(' or').type('!').blocks[0]?.content).toEqual(content.with(1, text(' or! ')))
    expect(editor.at('ann').type('a').blocks[0]?.content?.[2]).toEqual(link('anna@a.org', 'mailto:anna@a.org'))
    expect(bareAddresses('v@1.0_ x@y www. a/b@c.de').map(({ href }) => href)).toEqual([])
  })

  it('[E21] lets a link in angle brackets follow its words while they are an address', () => {
    const editor = new TestEditor([{ type: 'paragraph', content: [text('see '), auto('https://a.org/x')] }])
    expect(editor.at('a.org').type('.uk').blocks[0]?.content?.[1]).toEqual(auto('https://a.org.uk/x'))
    expect(editor.at('https').type(' ').blocks[0]?.content?.[1]).toEqual(
      auto('https ://a.org.uk/x', 'https://a.org.uk/x'),
    )
    const mail = new TestEditor([{ type: 'paragraph', content: [auto('ann@a.org', 'mailto:ann@a.org')] }])
    expect(mail.at('an').type('n').blocks[0]?.content).toEqual([auto('annn@a.org', 'mailto:annn@a.org')])
  })

  it('[E22] makes selected words a link', () => {
    const editor = new TestEditor([p('see it here')]).select('it')
    const { state } = editor.editor
    editor.editor.view.dispatch(setLink(state, state.selection, 'https://a.org'))
    const made = marked('it', { type: 'link', attrs: { href: 'https://a.org' } })
    expect(editor.blocks[0]?.content).toEqual([text('see '), made, text(' here')])
    expect(editor.type('!').blocks[0]?.content).toEqual([text('see '), made, text('! here')])
  })

  it('[E23] completes what is typed as an address', () => {
    expect(completeAddress('example.org/a')).toBe('https://example.org/a')
    expect(completeAddress('ann@example.org')).toBe('mailto:ann@example.org')
    expect(completeAddress('/notes/a')).toBe('/notes/a')
    expect(completeAddress(' https://a.org ')).toBe('https://a.org')
  })
})
