import { fromMarkdown, type Extension } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { textOf, type DocNode } from '../schema/node.ts'
import { doc, p, row, table, td, text, th } from './build.ts'
import { findFormulas } from './find-formulas.ts'
import { verbatimSyntax, verbatimTree } from './formula.ts'
import { meaningDiffers, parse, print } from './index.ts'

const textIn = (markdown: string): string => textOf(parse(markdown).body)
const found = (words: string): string[] => findFormulas(words).map(({ tex }) => tex)

/** The document's text, after checking that it reads back as the document. */
function printed(body: DocNode): string {
  const markdown = print(body, {}).text
  expect(meaningDiffers(body, parse(markdown).body)).toBeNull()
  return markdown
}

test.each([
  '$f^*$ and $g^*$',
  'let $a_{1}*b_{1}$ be',
  '$a \\\\ b$, $\\{x\\}$ and $\\$$',
  '$a<b$ and $c>d$, $&amp;$, $[a](b)$',
  '$$\na \\\\\n*b* & c\n$$',
  '\\$5 or 6$',
])('[M34] the text of %j is as it stands', (markdown) => {
  expect(textIn(markdown)).toBe(markdown)
  const { body, form } = parse(`${markdown}\n`)
  const [block] = body.content ?? []
  const longer = { ...body, content: [{ ...block, type: 'paragraph', content: [text(`${markdown} more`)] }] }
  expect(print(longer, form).text).toBe(`${markdown} more\n`)
})

test.each([
  ['from *$5* to $6', 'from $5 to $6'],
  ['US$*5*$', 'US$5$'],
  ['set $HOME in `$` now', 'set $HOME in $ now'],
  ['$a `b$` c', '$a b$ c'],
  ['$ *x* $', '$ x $'],
  ['$5 *x*\ny$', '$5 x\ny$'],
])('[M34] there is no formula in %j', (markdown, words) => {
  expect(textIn(markdown)).toBe(words)
})

test('[M34] formulas stand between dollars that touch them', () => {
  expect(found('let $E = mc^2$, or $$x$$ and $a\\$b$')).toEqual(['E = mc^2', 'x', 'a\\$b'])
  expect(found('$$\nx\n+ y\n$$')).toEqual(['x\n+ y'])
  expect(found('$5-$6, US$5 and 6$, $ x $, $5\n6$, $$ $$, \\$a$, $`a`$')).toEqual([])
})

test('[M34] words with marks are no formula, and stay none', () => {
  expect(printed(doc(p('$f', text('g', 'italic'), 'h$')))).toBe('&#36;f*g*h&#36;\n')
  expect(printed(doc(p('\\', '$f', text('g', 'bold'), '$')))).toBe('\\$f**g**$\n')
})

test('[M34] a pipe in a formula in a cell is written with its backslash, and is one', () => {
  const markdown = '| $\\|x\\|$ |\n| --- |\n| 1 |\n'
  const { body, form } = parse(markdown)
  expect(textOf(body)).toBe('$|x|$1')
  expect(print(body, form).text).toBe(markdown)
  expect(printed(doc(table({}, row(th('a')), row(td('$|x|$')))))).toContain('| $\\|x\\|$ |')
})

/** All that the parser takes verbatim but for escaped dollars, line breaks left out. */
function verbatimIn(markdown: string): string {
  const taken: string[] = []
  const noting: Extension = {
    exit: {
      verbatim(token) {
        taken.push(markdown.slice(token.start.offset, token.end.offset))
        verbatimTree.exit?.['verbatim']?.call(this, token)
      },
    },
  }
  fromMarkdown(markdown, { extensions: [verbatimSyntax], mdastExtensions: [verbatimTree, noting] })
  return taken.filter((words) => !words.startsWith('\\')).join('')
}

/** All texts of that many of the pieces. */
function textsOf(pieces: readonly string[], count: number): string[] {
  if (count === 0) return ['']
  return textsOf(pieces, count - 1).flatMap((text) => pieces.map((piece) => text + piece))
}

test('[M34] the parser and the editor find the same formulas', () => {
  const texts = textsOf(['$', '\\', 'a', '1', ' ', '\nb'], 5).filter((text) => /\$.*\$/s.test(text))
  const different = texts.filter((text) => {
    const words = textIn(`x${text}.`)
    const expected = findFormulas(words).map(({ from, to }) => words.slice(from, to))
    return verbatimIn(`x${text}.`).replace(/\s/g, '') !== expected.join('').replace(/\s/g, '')
  })
  expect(different).toEqual([])
}, 60_000)
