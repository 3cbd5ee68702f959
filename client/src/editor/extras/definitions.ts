import type { Node } from '@tiptap/pm/model'
import { linesOf, wordsWithout, type Extra } from './extra.ts'

const literal: ReadonlySet<string> = new Set(['code', 'html'])

/** The terms and definitions of a paragraph: a line, and lines below it that begin with a colon and a blank. */
export function findDefinitions(node: Node): Extra[] {
  const lines = linesOf(wordsWithout(node, literal))
  const found: Extra[] = []
  lines.forEach(({ line, at }, index) => {
    const sign = /^:[ \t]+(?=\S)/.exec(line)?.[0]
    const above = lines[index - 1]
    if (sign === undefined || !above) return
    const isTerm = !above.line.startsWith(':')
    if (isTerm && above.line.trim() !== '')
      found.push({ kind: 'class', from: above.at, to: above.at + above.line.length, className: 'term' })
    else if (!found.some(({ to }) => to === at - 1)) return // lines of colons that define nothing
    found.push(
      { kind: 'class', from: at, to: at + sign.length, className: 'colon' },
      { kind: 'class', from: at + sign.length, to: at + line.length, className: 'definition' },
    )
  })
  return found
}
