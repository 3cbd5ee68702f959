import type { Attributes, DocMark, DocNode } from '../schema/node.ts'

/**
 * Documents in few words, for tests: `doc(p('one ', marked('two', 'bold')), list('-', item(p('three'))))`. A string is
 * text; `{ attr: value }` as the first argument sets attributes.
 */

type Child = DocNode | string

function build(type: string): (...parts: (Child | Attributes)[]) => DocNode {
  return (...parts) => {
    const [first, ...others] = parts
    const hasAttrs = typeof first === 'object' && !isNode(first)
    const content = (hasAttrs ? others : parts).flatMap((part) => {
      if (typeof part === 'string') return [text(part)]
      return isNode(part) ? [part] : []
    })
    return { type, ...(hasAttrs ? { attrs: first } : {}), ...(content.length > 0 ? { content } : {}) }
  }
}

function isNode(part: Child | Attributes | undefined): part is DocNode {
  return typeof part === 'object' && typeof part['type'] === 'string'
}

/** Text with marks, each by name or whole. */
export function text(words: string, ...marks: (string | DocMark)[]): DocNode {
  if (marks.length === 0) return { type: 'text', text: words }
  return { type: 'text', text: words, marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }
}

/** A link around words, with the attributes given. */
export function link(words: string, href: string, attrs: Attributes = {}): DocNode {
  return text(words, { type: 'link', attrs: { href, ...attrs } })
}

export const doc = build('doc')
export const p = build('paragraph')
export const heading = build('heading')
export const bullets = build('bulletList')
export const numbers = build('orderedList')
export const item = build('listItem')
export const quote = build('blockquote')
export const code = build('codeBlock')
export const rule = build('horizontalRule')
export const table = build('table')
export const row = build('tableRow')
export const th = build('tableHeader')
export const td = build('tableCell')
export const image = build('image')
