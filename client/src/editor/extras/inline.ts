import type { Node } from '@tiptap/pm/model'
import { findEmoji } from './emoji.ts'
import { wordsWithout, type Extra } from './extra.ts'
import { findMarked } from './marked.ts'

const literal: ReadonlySet<string> = new Set(['code', 'html'])
const literalOrAddress: ReadonlySet<string> = new Set(['code', 'html', 'link', 'footnoteRef'])

/** Highlighted words, references to footnotes and shortcodes of a text block. */
export function findInline(node: Node): Extra[] {
  return [...highlights(wordsWithout(node, literal)), ...findFootnotes(node), ...shortcodes(node)]
}

function highlights(text: string): Extra[] {
  return findMarked(text).map((range) => ({ kind: 'signs', ...range, open: 2, close: 2, tag: 'mark' }))
}

function findFootnotes(node: Node): Extra[] {
  const found: Extra[] = []
  node.forEach((child, offset) => {
    const isReference = child.marks.some((mark) => mark.type.name === 'footnoteRef')
    const text = child.text ?? ''
    if (!isReference || !text.startsWith('[^') || !text.endsWith(']') || text.length < 4) return
    found.push({ kind: 'signs', from: offset, to: offset + text.length, open: 2, close: 1, tag: null })
  })
  return found
}

function shortcodes(node: Node): Extra[] {
  return findEmoji(wordsWithout(node, literalOrAddress)).map((found) => ({ kind: 'emoji', ...found }))
}
