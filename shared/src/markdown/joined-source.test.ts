import { expect, test } from 'vitest'
import { attribute, type DocNode } from '../schema/node.ts'
import { parse, print } from './index.ts'
import { joinedSource } from './joined-source.ts'

/** The text of a note whose first two paragraphs are joined. */
function joined(markdown: string): string {
  const { body, form } = parse(markdown)
  const [first, second, ...rest] = body.content ?? []
  if (!first || !second) throw new Error('there are no two paragraphs')
  const whole: DocNode = {
    ...first,
    attrs: { ...first.attrs, src: joinedSource(attribute(first, 'src'), attribute(second, 'src')) },
    content: [...(first.content ?? []), ...(second.content ?? [])],
  }
  return print({ ...body, content: [whole, ...rest] }, form).text
}

test('[M30] the lines above and below the one where two paragraphs meet stay as they were', () => {
  expect(joined('  one \\- a\ntwo\n\nthree\n  four \\- b\n')).toBe('  one \\- a\ntwothree\n  four \\- b\n')
  expect(joined('one\ntwo\n\nthree\n  four\nfive\n\nsix\n')).toBe('one\ntwothree\n  four\nfive\n\nsix\n')
  expect(joined('  one\ntwo\n\nthree\nfour\n')).toBe('  one\ntwothree\nfour\n')
})

test('[M30] what is remembered of the line where they meet is not printed', () => {
  expect(joined('one\n  two\n\n  three\nfour\n')).toBe('one\ntwothree\nfour\n')
})

test('[M30] the halves of a split paragraph give back what it remembered', () => {
  const src = attribute(parse('one\n  two\n').body.content?.[0] ?? { type: 'paragraph' }, 'src')
  expect(src).not.toBeNull()
  expect(joinedSource(src, src)).toBe(src)
  expect(joinedSource(src, null)).toBe(src)
  expect(joinedSource(null, src)).toBe(src)
  expect(joinedSource(null, null)).toBeNull()
})

test('[M30] a source that is remembered as a whole is left out', () => {
  expect(joinedSource('["u","abcdef","one","two"]', null)).toBeNull()
  expect(joinedSource(null, '["u","abcdef","one","two"]')).toBeNull()
  expect(joinedSource('["u","abcdef","one"]', '["l","uvwxyz","  two"]')).toBe('["l","uvwxyz","  two"]')
})
