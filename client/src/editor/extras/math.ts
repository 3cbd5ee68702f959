import type { Node } from '@tiptap/pm/model'
import { wordsWithout } from './extra.ts'

const notTeX: ReadonlySet<string> = new Set(['code', 'link', 'footnoteRef', 'bold', 'italic', 'strike'])

/**
 * `$$…$$`, or `$…$` on one line. The dollars of the latter touch what is between them, no letter or digit is outside of
 * them, so that two prices are no formula.
 */
const formula =
  /\$\$([^$\uFFFC]*[^$\s\uFFFC][^$\uFFFC]*)\$\$|(?<![\w$\\])\$(?!\s)((?:[^$\n\\\uFFFC]|\\[^\n\uFFFC])+)(?<!\s)\$(?![\w$])/g

/** TeX in a text. */
export interface Formula {
  from: number
  to: number
  tex: string
  isDisplay: boolean
}

/** The formulas in a text. */
export function findFormulas(text: string): Formula[] {
  return [...text.matchAll(formula)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    tex: (match[1] ?? match[2] ?? '').trim(),
    isDisplay: match[1] !== undefined,
  }))
}

/** The formulas of a text block, those that hold marks left out: their letters are not those that were written. */
export function findMath(node: Node): Formula[] {
  return node.textContent.includes('$') ? findFormulas(wordsWithout(node, notTeX)) : []
}
