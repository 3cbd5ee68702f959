import type { Attributes, DocMark, DocNode } from '@minutebook/shared/schema'
import * as fc from 'fast-check'

/** Documents as people make them in the editor: no hint of any source, text that likes to look like syntax. */

const words = 'one two RD TODO é 中文 🎯 x 7 2023 https://a.example/b_c a@b.example www.a.example'.split(' ')
const syntax = [
  ...'* ** _ __ ` `` ~ ~~ [ ] ( ) ]( ![ [x] [^1] [a]: < > <b> <!-- & &amp; \\ | # ## - -- ---'.split(' '),
  ...'+ = === : 1. 12) " \' ! . , { } ``` ~~~ |-| :-: @ $ % ^'.split(' '),
  '[ ]',
  '\u00A0',
]

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...syntax) },
  { weight: 4, arbitrary: fc.constant(' ') },
)
const line = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''))
const lines = fc.array(fc.oneof({ weight: 8, arbitrary: line }, fc.constantFrom('\n', '\n\n', '  \n')), {
  minLength: 1,
  maxLength: 4,
})

const emphasis: fc.Arbitrary<DocMark> = fc.constantFrom('bold', 'italic', 'strike').map((type) => ({ type }))
const link: fc.Arbitrary<DocMark> = fc
  .record({
    href: fc.constantFrom('https://a.example/x', '/b c', 'x(y', 'a&amp;b\\_', '#c', 'mailto:a@b.example'),
    title: fc.constantFrom(null, null, 'a "title" \\ &lt;'),
  })
  .map(({ href, title }) => {
    const attrs: Attributes = title === null ? { href } : { href, title }
    return { type: 'link', attrs }
  })
const marks = fc.oneof(
  { weight: 6, arbitrary: fc.constant<DocMark[]>([]) },
  { weight: 3, arbitrary: emphasis.map((mark): DocMark[] => [mark]) },
  { weight: 1, arbitrary: fc.constant<DocMark[]>([{ type: 'code' }]) },
  { weight: 1, arbitrary: link.map((mark): DocMark[] => [mark]) },
  { weight: 1, arbitrary: fc.constant<DocMark[]>([{ type: 'bold' }, { type: 'italic' }]) },
  { weight: 1, arbitrary: emphasis.map((mark): DocMark[] => [mark, { type: 'code' }]) },
  { weight: 1, arbitrary: fc.tuple(emphasis, link).map((pair): DocMark[] => [...pair]) },
)

const run: fc.Arbitrary<DocNode> = fc
  .tuple(lines, marks)
  .map(([text, list]) => node('text', {}, { text: text.join(''), ...(list.length > 0 ? { marks: list } : {}) }))

/** Content of a paragraph. */
export const inline: fc.Arbitrary<DocNode[]> = fc.array(run, { maxLength: 4 }).map(joinRuns)

function node(type: string, attrs: Attributes, rest: Partial<DocNode> = {}): DocNode {
  return { type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...rest }
}

function block(type: string, attrs: Attributes, content: DocNode[]): DocNode {
  return node(type, attrs, content.length > 0 ? { content } : {})
}

/** Neighbors with the same marks are one text, as in ProseMirror. */
function joinRuns(runs: readonly DocNode[]): DocNode[] {
  const joined: DocNode[] = []
  for (const text of runs) {
    const last = joined.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(text.marks)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${text.text}` }
    } else joined.push(text)
  }
  return joined
}

/** Code with a backslash before a pipe has no form in a cell [M28]. */
function forCell(content: DocNode[]): DocNode[] {
  return content.map((text) => (isCode(text) ? { ...text, text: text.text?.replaceAll('\\', '/') ?? '' } : text))
}

function isCode(text: DocNode): boolean {
  return text.marks?.some((mark) => mark.type === 'code') ?? false
}

const paragraph = inline.map((content) => block('paragraph', {}, content))
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), inline)
  .map(([level, content]) => block('heading', { level }, content))
const code = fc
  .tuple(
    fc.constantFrom('', 'ts', 'a b', '`'),
    fc.array(fc.oneof(line, fc.constantFrom('', '  ', '```', '~~~~')), { maxLength: 4 }),
  )
  .map(([info, text]) => {
    const content = text.join('\n')
    return block('codeBlock', info === '' ? {} : { info }, content === '' ? [] : [{ type: 'text', text: content }])
  })
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.infiniteStream(inline.map(forCell)))
  .map(([rows, columns, stream]) => {
    const cells = (type: string): DocNode[] =>
      Array.from({ length: columns }, () => block(type, {}, stream.next().value ?? []))
    return block(
      'table',
      {},
      Array.from({ length: rows }, (_, row) => block('tableRow', {}, cells(row === 0 ? 'tableHeader' : 'tableCell'))),
    )
  })

function list(inner: fc.Arbitrary<DocNode>, isTask: boolean): fc.Arbitrary<DocNode> {
  const checked = isTask ? fc.constantFrom(true, false) : fc.constant(null)
  const item = fc
    .tuple(checked, paragraph, fc.array(inner, { maxLength: 2 }))
    .map(([box, first, rest]) => block('listItem', box === null ? {} : { checked: box }, [first, ...rest]))
  return fc
    .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(item, { minLength: 1, maxLength: 3 }))
    .map(([type, items]) => block(type, {}, items))
}

function blocks(depth: number): fc.Arbitrary<DocNode> {
  const leaves = [
    { weight: 5, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: fc.constant(node('horizontalRule', {})) },
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const inner = blocks(depth - 1)
  return fc.oneof(
    ...leaves,
    { weight: 2, arbitrary: list(inner, false) },
    { weight: 2, arbitrary: list(inner, true) },
    {
      weight: 1,
      arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map((content) => block('blockquote', {}, content)),
    },
  )
}

/** A document that the schema accepts. */
export const documents: fc.Arbitrary<DocNode> = fc
  .array(blocks(2), { minLength: 1, maxLength: 5 })
  .map((content) => block('doc', {}, content))
