import { expect, test } from 'vitest'
import { attribute, nodeAt, type DocMark, type DocNode, type Path } from '../schema/node.ts'
import {
  bullets,
  code,
  doc,
  heading,
  image,
  item,
  link,
  numbers,
  p,
  quote,
  rule,
  row,
  table,
  td,
  text,
  th,
} from './build.ts'
import { meaningDiffers, parse, parseBlocks, print } from './index.ts'

/** The document's text, after checking that it reads back as the document. */
function printed(body: DocNode): string {
  const markdown = print(body, {}).text
  expect(meaningDiffers(body, parse(markdown).body)).toBeNull()
  return markdown
}

/** The text of a document that was read from `markdown` and in which `change` then replaced the node at `path`. */
function edited(markdown: string, path: Path, change: (node: DocNode) => DocNode | DocNode[]): string {
  const { body, form } = parse(markdown)
  return print(replace(body, path, change), form).text
}

function replace(node: DocNode, path: Path, change: (node: DocNode) => DocNode | DocNode[]): DocNode {
  const [index, ...rest] = path
  const content = (node.content ?? []).flatMap((child, at) => {
    if (at !== index) return [child]
    return rest.length === 0 ? change(child) : [replace(child, rest, change)]
  })
  return { ...node, content }
}

const words =
  (line: string) =>
  (node: DocNode): DocNode => ({ ...node, content: [text(line)] })

test('[M7] the canonical form of every block', () => {
  const body = doc(
    heading({ level: 2 }, 'Talk'),
    p(
      'one\ntwo ',
      text('three', 'bold'),
      ' ',
      text('four', 'italic'),
      ' ',
      text('x', 'code'),
      ' ',
      text('gone', 'strike'),
    ),
    bullets(item(p('a'), bullets(item(p('b')), item(p('c'), p('d')))), item({ checked: false }, p('e'))),
    numbers(item(p('first')), item({ n: '7' }, p('seventh')), item(p('eighth'))),
    quote(p('said\nso'), quote(p('before'))),
    code({ info: 'ts' }, 'let a = `b`\n\n```'),
    rule(),
    table({ align: '-lr' }, row(th('A'), th('B'), th('C')), row(td('1'), td('2|3'), td(text('4', 'bold')))),
    p(link('here', 'https://a.example/x', { title: 'a "b"' }), ' ', image({ src: 'a b.png', alt: 'alt' })),
  )
  expect(printed(body)).toBe(`## Talk

one
two **three** *four* \`x\` ~~gone~~

- a
  - b
  - c

    d
- [ ] e

1. first
7. seventh
8. eighth

> said
> so
>
> > before

\`\`\`\`ts
let a = \`b\`

\`\`\`
\`\`\`\`

---

| A | B | C |
| --- | :-- | --: |
| 1 | 2\\|3 | **4** |

[here](https://a.example/x "a \\"b\\"") ![alt](<a b.png>)
`)
})

test('[M7] the canonical form with hints', () => {
  const body = doc(
    heading({ level: 1, setext: '====' }, 'Notes'),
    bullets({ mark: '*', loose: true, indent: 1, pad: '  ' }, item(p('a')), item({ checked: true, box: 'X' }, p('b'))),
    numbers({ mark: ')', tab: true }, item(p('a'), numbers(item(p('b'))))),
    code({ fence: 'indent' }, 'x\n\ny'),
    rule({ raw: '* * *' }),
    table({ widths: '8,-3', pipes: 'l' }, row(th('A'), th('B')), row(td('one'), td(''))),
    p(text('a', { type: 'bold', attrs: { m: '_' } }), ' ', link('w', '/x', { form: 'full', label: 'W' })),
  )
  expect(print(body, {}).text).toBe(
    `Notes
====

 *  a

 *  [X] b

1) a
   1. b

\`\`\`
x

y
\`\`\`

* * *

| A      | B
| ------ |---
| one    |

__a__ [w][W]
`,
  )
})

test.each([
  ['# one', '\\# one\n'],
  ['1. one', '1\\. one\n'],
  ['- one', '\\- one\n'],
  ['> one', '\\> one\n'],
  ['one\n---', 'one\n\\---\n'],
  ['one\n=', 'one\n\\=\n'],
  ['-- --', '\\-- --\n'],
  ['one\n    * two', 'one\n\\* two\n'],
  ['*one*', '\\*one\\*\n'],
  ['_one_ snake_case', '\\_one\\_ snake\\_case\n'],
  ['snake_case and 2 * 3', 'snake_case and 2 * 3\n'],
  ['`one`', '\\`one\\`\n'],
  ['[one](two)', '\\[one](two)\n'],
  ['[one]: two', '\\[one]: two\n'],
  ['[TOC] and [one]', '[TOC] and [one]\n'],
  ['<b> and a < b', '\\<b> and a < b\n'],
  ['&amp; and R&D', '\\&amp; and R\\&D\n'],
  ['~~one~~', '\\~\\~one\\~\\~\n'],
  ['one\\*', 'one\\\\*\n'],
  ['```', '\\```\n'],
  ['a | b\n--|--', 'a \\| b\n--\\|--\n'],
  ['a\rb\0c', 'a&#13;b\uFFFDc\n'],
])('[M6] %j stays text', (words, markdown) => {
  expect(printed(doc(p(words)))).toBe(markdown)
})

test('[M6] text stays text where a marker stands before it', () => {
  expect(printed(doc(bullets(item(p('[ ] one')))))).toBe('- \\[ ] one\n')
  expect(printed(doc(bullets(item(p('--')))))).toBe('- \\--\n')
  expect(printed(doc(bullets(item(rule())), p('one')))).toBe('- ___\n\none\n')
  expect(printed(doc(heading({ level: 1 }, 'one #')))).toBe('# one \\#\n')
  expect(printed(doc(table(row(th('a | b')), row(td(text('c|d', 'code'))))))).toBe(
    '| a \\| b |\n| --- |\n| `c\\|d` |\n',
  )
  expect(printed(doc(bullets(item(p('a'))), code({ fence: 'indent' }, 'b')))).toBe('- a\n\n```\nb\n```\n')
  expect(printed(doc(code({ fence: 'indent' }, 'a'), code({ fence: 'indent' }, 'b')))).toBe('    a\n\n```\nb\n```\n')
})

test('[M4] marks that meet are written so that they part', () => {
  expect(printed(doc(p('a', text('(b)', 'bold'), 'c')))).toBe('&#x61;**(b)**&#x63;\n')
  expect(printed(doc(p(text('a', 'bold'), text('b', 'bold', 'italic'), text('c', 'italic'))))).toBe('**a*b****c*\n')
  expect(printed(doc(p(text('one ', 'bold'), 'two')))).toBe('**one** two\n')
  expect(printed(doc(p(text('a `b` ', 'code'))))).toBe('``a `b` ``\n')
})

test('[M6] text in brackets stays text where its label is defined', () => {
  const definition = { type: 'rawBlock', attrs: { kind: 'definition' }, content: [text('[A note]: /u')] }
  expect(printed(doc(p('see [a note] and [b]'), bullets(item(definition))))).toBe(
    'see \\[a note\\] and \\[b\\]\n\n- [A note]: /u\n',
  )
  const footnote = { type: 'footnoteDefinition', attrs: { label: '1' }, content: [p('one')] }
  expect(printed(doc(table(row(th('[^1]'))), footnote))).toBe('| \\[^1\\] |\n| --- |\n\n[^1]: one\n')
})

test('[M28] code with an escaped pipe in a cell', () => {
  const body = doc(table(row(th(text('a\\|b', 'code')))))
  expect(print(body, {}).text).toBe('| a\\\\\\|b |\n| --- |\n')
  expect(parse(print(body, {}).text).body.content?.[0]?.content?.[0]?.content?.[0]).toEqual(th('a\\|b'))
})

test('[M8] line ends', () => {
  const mixed = 'one\r\ntwo\nthree\r\n\rfour\r\nfive'
  const { body, form } = parse(mixed)
  expect(form).toEqual({ crlf: true, tail: '' })
  expect(print(body, form).text).toBe(mixed)
  expect(edited('one\r\n\r\ntwo\r\n', [0], (node) => [node, p('new')])).toBe('one\r\n\r\nnew\r\n\r\ntwo\r\n')
})

test('[M9] head and tail', () => {
  expect(parse('\n \none\n\n').form).toEqual({ head: '\n \n', tail: '\n\n' })
  expect(edited('\n\none', [0], words('two'))).toBe('\n\ntwo')
  for (const empty of ['', '\n', ' \n\n']) {
    const { body, form } = parse(empty)
    expect(body).toEqual(doc(p()))
    expect(print(body, form).text).toBe(empty)
  }
  expect(edited('', [0], words('one'))).toBe('one\n')
})

test('[M10] what begins the text', () => {
  expect(parse('---\na: b\n---\n').body.content?.map((node) => node.type)).toEqual(['horizontalRule', 'heading'])
  expect(parse('\uFEFF# one').body).toEqual(doc(p('\uFEFF# one')))
  expect(print(doc(p('\uFEFFone')), {}).text).toBe('\uFEFFone\n')
})

test('[M11] empty paragraphs', () => {
  expect(print(doc(p(), p('a'), p(), p(' \n'), p('b'), p()), {}).text).toBe('a\n\nb\n')
  expect(print(doc(quote(p()), bullets(item(p()), item(p(), p('a')))), {}).text).toBe('>\n\n-\n- a\n')
  expect(print(doc(p()), {}).text).toBe('')
})

test('[M12] a blank line inside a paragraph', () => {
  expect(printed(doc(bullets(item(p(text('one\n\ntwo\n', 'bold'))))))).toBe('- **one**\n\n  **two**\n')
})

test('[M13] blanks at the start of a line', () => {
  expect(printed(doc(p('    one\n\ttwo')))).toBe('one\ntwo\n')
})

test('[M14] numbers', () => {
  expect(edited('3. a\n5. b\n5. c\n', [0, 0], (node) => [node, item(p('new'))])).toBe('3. a\n4. new\n5. b\n5. c\n')
})

test('[M15] a box without words', () => {
  const { body } = parse('- [ ]\n- [x]\n- \\[ ]\n')
  expect(body.content?.[0]?.content).toEqual([
    item({ checked: false }, p()),
    item({ checked: true }, p()),
    { ...item(p('[ ]')) },
  ])
  expect(print(doc(bullets(item({ checked: false }, p()))), {}).text).toBe('- [ ]\n')
  expect(printed(doc(bullets(item({ checked: true }, p(), p('a')))))).toBe('- [x]\n\n  a\n')
})

test('[M16] a bare link is its words', () => {
  const { body } = parse('see https://a.example/b\n')
  expect(
    print(
      replace(body, [0, 1], (node) => ({ ...node, text: 'https://a.example/new' })),
      {},
    ).text,
  ).toBe('see https://a.example/new\n')
  expect(meaningDiffers(body, doc(p('see https://a.example/b')))).toBeNull()
  expect(printed(doc(p(link('https://a.example', 'https://a.example'))))).toBe('https://a.example\n')
  expect(printed(doc(p(link('here', 'https://a.example', { form: 'bare' }))))).toBe('[here](https://a.example)\n')
})

test('[M16] a bare link whose words change follows them also where it has to be spelled out', () => {
  const bare = { form: 'bare' }
  const old: DocMark = { type: 'link', attrs: { href: 'https://a.example', form: 'auto' } }
  expect(printed(doc(p(text('http', 'bold', old), text('://b.example', old))))).toBe(
    '[**http**://b.example](http://b.example)\n',
  )
  expect(
    printed(doc(p(link('www.b.ex', 'http://www.b.example', bare), link('@c.example', 'mailto:a@c.example', bare)))),
  ).toBe('[www.b.ex](http://www.b.ex)[@c.example](mailto:a@c.example)\n')
  const scheme = link('irc://b.example', 'irc://a.example', { form: 'auto' })
  expect(printed(doc(p(scheme)))).toBe('<irc://b.example>\n')
  expect(meaningDiffers(doc(p(scheme)), doc(p('irc://b.example')))).not.toBeNull()
})

test('[M17] a reference keeps its label', () => {
  const markdown = 'See [Guide] and [the plan][].\n\n[guide]: /g\n[the plan]: /p\n'
  expect(print(parse(markdown).body, {}).text).toBe(markdown)
  expect(edited(markdown, [0, 1], (node) => ({ ...node, text: 'the guide' }))).toBe(
    markdown.replace('[Guide]', '[the guide][Guide]'),
  )
})

test('[M18] a block that moves', () => {
  const { body, form } = parse('one  &mdash; two\n\n>  * three\n')
  const [first, second] = body.content ?? []
  expect(print(doc({ ...quote(first ?? ''), attrs: {} }, second ?? ''), form).text).toBe('> one  — two\n\n>  * three\n')
})

test('[M19] blocks that touch', () => {
  expect(edited('one\n***\ntwo\n', [1], () => [])).toBe('one\n\ntwo\n')
  expect(edited('[a]: /u\n[b]: /u\n', [0], (node) => [node, p('one')])).toBe('[a]: /u\n\none\n\n[b]: /u\n')
})

test('[M20] marks on an image', () => {
  const { body } = parse('[![alt](/i.png)](/page)\n')
  expect(attribute(nodeAt(body, [0, 0]) ?? body, 'wrap')).toBe('[{"type":"link","attrs":{"href":"/page"}}]')
})

test('[M21] a link without words', () => {
  expect(edited('one [](/x)\n', [0, 0], (node) => ({ ...node, text: 'two ' }))).toBe('two [](/x)\n')
})

test('[M5] stored source lapses with its line, and comes back', () => {
  const markdown = 'one &mdash; two\n*three*  four\\_\n'
  const { body, form } = parse(markdown)
  const other = replace(body, [0, 0], (node) => ({ ...node, text: (node.text ?? '').replace('one', 'zero') }))
  expect(print(other, form).text).toBe('zero — two\n*three*  four\\_\n')
  expect(
    print(
      replace(other, [0], () => body.content?.[0] ?? p()),
      form,
    ).text,
  ).toBe(markdown)
})

test('[M22] lines of blocks', () => {
  const { body, form } = parse('\none\ntwo\n\n- a\n  - b\n\n    c\n- d\n\n| e |\n|---|\n| f |\n')
  const { lines } = print(body, form)
  const paths = [[0], [1], [1, 0], [1, 0, 0], [1, 0, 1], [1, 0, 1, 0, 1], [1, 1, 0], [2], [2, 1, 0], []]
  expect(paths.map(lines)).toEqual([
    [2, 3],
    [5, 9],
    [5, 8],
    [5, 5],
    [6, 8],
    [8, 8],
    [9, 9],
    [11, 13],
    [11, 13],
    [2, 13],
  ])
  const sparse = print(doc(p('a'), p(), p('b'), p()), {})
  expect([[0], [1], [2], [3]].map(sparse.lines)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ])
  expect(() => sparse.lines([4])).toThrow('no block at 4')
})

test('[M25] pasted blocks', () => {
  expect(parseBlocks('* one\n\n\ntwo')).toEqual([
    bullets({ mark: '*' }, item(p('one'))),
    { ...p('two'), attrs: { gap: 2 } },
  ])
})

test('[M27] hints are plain values', () => {
  const seen: unknown[] = []
  const visit = (node: DocNode): void => {
    seen.push(...Object.values(node.attrs ?? {}))
    for (const child of node.content ?? []) visit(child)
  }
  visit(parse('one &amp;\n   \n\n *\ttwo\n\n\n   * three\n\n~~~ x\n~~~\n[![a](b)](c)\n').body)
  expect(seen.length).toBeGreaterThan(5)
  expect(seen.filter((value) => !['string', 'number', 'boolean'].includes(typeof value))).toEqual([])
  expect(parse('plain *words*\n\n- one\n').body).toEqual(
    doc(p('plain ', text('words', 'italic')), bullets(item(p('one')))),
  )
})

test.each([
  ['a `code that\ngoes on` here', 'a `code that\ngoes on` here more\n'],
  ['``a `b\nc``', '``a `b\nc`` more\n'],
  ['> `a\n> b`', '> `a\n> b` more\n'],
  ['`a\n- b`', '`a\n- b`\n'],
])('[M3, M35] %j keeps the line breaks of its code', (markdown, wanted) => {
  const { body, form } = parse(`${markdown}\n`)
  expect(print(body, form).text).toBe(`${markdown}\n`)
  if (!wanted.includes('more')) return
  const path = body.content?.[0]?.type === 'blockquote' ? [0, 0] : [0]
  const longer = replace(body, path, (node) => ({ ...node, content: [...(node.content ?? []), text(' more')] }))
  expect(print(longer, form).text).toBe(wanted)
  expect(meaningDiffers(longer, parse(wanted).body)).toBeNull()
})

test('[M35] a line break in code that would begin a block, or lose blanks, is printed as a blank', () => {
  expect(printed(doc(p(text('a\n- b', 'code'))))).toBe('`a - b`\n')
  expect(printed(doc(p(text('a\n  b\n1. c\nd', 'code'))))).toBe('`a   b 1. c\nd`\n')
  expect(printed(doc(p('b', text(' \none ', 'code'), 'c')))).toBe('b`  \none  `c\n')
})

test('[M36] a tag that somebody broke is text, and the words beside it are written as they were', () => {
  const broken = doc(p(text('<a', 'html'), ' and a_b *'))
  expect(printed(broken)).toBe('<a and a_b *\n')
})
