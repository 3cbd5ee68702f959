import type { Node } from '@tiptap/pm/model'
import { findFormulas } from '@minutebook/shared/markdown/find-formulas'
import type { Extra } from './extra.ts'

const notTeX: ReadonlySet<string> = new Set(['code', 'html', 'link', 'footnoteRef'])

const escapedDollar = /(?<!\\)\\(?=\$)/g

/**
 * The formulas of a text block, each within words of the same marks, and the backslashes that keep a dollar from being
 * part of one.
 */
export function findMath(node: Node): Extra[] {
  const found: Extra[] = []
  node.forEach((child, offset) => {
    const text = child.text ?? ''
    if (!text.includes('$') || child.marks.some((mark) => notTeX.has(mark.type.name))) return
    const formulas = findFormulas(text)
    for (const { from, to, tex, isDisplay } of formulas)
      found.push({ kind: 'math', from: offset + from, to: offset + to, tex, isDisplay })
    for (const { index } of text.matchAll(escapedDollar)) {
      if (formulas.some(({ from, to }) => from < index && index < to)) continue
      found.push({ kind: 'signs', from: offset + index, to: offset + index + 1, open: 1, close: 0, tag: null })
    }
  })
  return found
}
