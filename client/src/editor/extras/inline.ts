import type { Node } from '@tiptap/pm/model'
import { findEmoji } from './emoji.ts'
import { wordsWithout, type Extra } from './extra.ts'

const literal: ReadonlySet<string> = new Set(['code', 'html'])
const literalOrAddress: ReadonlySet<string> = new Set(['code', 'html', 'link', 'footnoteRef'])

/** Two signs that touch the words between them, on one line. */
const marked = /(?<!=)==(?=[^\s=])(?:[^=\n\uFFFC]|=(?!=))*(?<=[^\s=])==(?!=)/g

/** Highlighted words, references to footnotes and shortcodes of a text block. */
export function findInline(node: Node): Extra[] {
  return [...findMarked(wordsWithout(node, literal)), ...findFootnotes(node), ...shortcodes(node)]
}

function findMarked(text: string): Extra[] {
  return [...text.matchAll(marked)].map(({ 0: { length }, index }) => ({
    kind: 'signs',
    from: index,
    to: index + length,
    open: 2,
    close: 2,
    tag: 'mark',
  }))
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
