import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import { withoutIdentity } from '../blocks/move.ts'

/** Pasted text as it is: paragraphs at blank lines, signs that mean something in Markdown stay signs. */
export function literalSlice(schema: Schema, text: string): Slice {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)]))
  return new Slice(Fragment.fromArray(paragraphs), 1, 1)
}

/** A pasted item is a new one: the id and the tick stay with the one that it was copied from. */
export function withoutIds(slice: Slice): Slice {
  return new Slice(Fragment.fromArray(slice.content.content.map(withoutIdentity)), slice.openStart, slice.openEnd)
}

const meaningful = /<(?:p|h[1-6]|ul|ol|li|table|blockquote|strong|em|b|i|a|img|pre|code|del|s)\b/i

/** Whether HTML says more than its plain text does. That of code editors only has colors. */
export function saysMore(html: string): boolean {
  return meaningful.test(html.replaceAll(/<b\b[^>]*font-weight:\s*normal[^>]*>/gi, ''))
}
