import { print, type Printed } from '@minutebook/shared/markdown'
import { attribute, nodeAt, type DocNode, type Path } from '@minutebook/shared/schema'
import { findFormulas, type Formula } from './math.ts'

const memo = new WeakMap<DocNode, Printed>()

/**
 * The TeX of a formula as the note's file has it, or `null` where the file says that it is none.
 *
 * Markdown reads `\\` and `\{` as escapes, so the document holds one character where the file holds two. A paragraph
 * that was imported so remembers its lines; without such lines the document's words are those of the file.
 *
 * @param block an outermost block of the note
 * @param path from there to the paragraph that holds the formula
 */
export function texInFile(block: DocNode, path: Path, formula: Pick<Formula, 'tex' | 'isDisplay'>): string | null {
  const paragraph = nodeAt(block, path)
  if (!paragraph || attribute(paragraph, 'src') === null) return formula.tex
  const printed = memo.get(block) ?? print({ type: 'doc', content: [block] }, {})
  memo.set(block, printed)
  const [from, to] = printed.lines([0, ...path])
  const source = printed.text
    .split('\n')
    .slice(from - 1, to)
    .map((line) => line.replace(/^(?:[ \t]*>)+ ?/, ''))
    .join('\n')
  const written = findFormulas(source).find(
    ({ tex, isDisplay }) => isDisplay === formula.isDisplay && withoutEscapes(tex) === formula.tex,
  )
  return written?.tex ?? null
}

function withoutEscapes(tex: string): string {
  return tex.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\n[ \t]+/g, '\n')
}
