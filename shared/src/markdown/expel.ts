import type { DocMark, DocNode } from '../schema/node.ts'
import { appendText, emphasis, hasMark, marksOf } from './inline-marks.ts'

/**
 * Moves blanks out of the edges of emphasis, where Markdown has no place for them: `**word **` is not bold. Blanks
 * between two stretches with the same mark keep it.
 */
export function expelBlanks(content: readonly DocNode[]): readonly DocNode[] {
  if (!content.some(hasOuterBlank)) return content
  let pieces = content.flatMap(splitBlanks)
  for (let changed = true; changed;) {
    const next = pieces.map((piece, index) => unmarkBlank(pieces, piece, index))
    changed = next.some((piece, index) => piece !== pieces[index])
    pieces = next
  }
  const out: DocNode[] = []
  for (const piece of pieces) {
    if (piece.text === undefined) out.push(piece)
    else appendText(out, piece.text, marksOf(piece))
  }
  return out
}

function hasOuterBlank(node: DocNode): boolean {
  return /^\s|\s$/.test(node.text ?? '') && marksOf(node).some(isEmphasis)
}

function isEmphasis(mark: DocMark): boolean {
  return emphasis.has(mark.type)
}

function splitBlanks(node: DocNode): DocNode[] {
  const text = node.text
  if (text === undefined || text.trim() === '' || marksOf(node).some((mark) => mark.type === 'code')) return [node]
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return [before, words, after].filter((part) => part !== '').map((part) => ({ ...node, text: part }))
}

function unmarkBlank(pieces: readonly DocNode[], piece: DocNode, index: number): DocNode {
  if (piece.text === undefined || piece.text.trim() !== '' || !piece.marks) return piece
  if (piece.marks.some((mark) => mark.type === 'code')) return piece
  const around = [pieces[index - 1], pieces[index + 1]]
  const kept = piece.marks.filter(
    (mark) => !isEmphasis(mark) || around.every((other) => other !== undefined && hasMark(marksOf(other), mark)),
  )
  if (kept.length === piece.marks.length) return piece
  const { marks: _marks, ...plain } = piece
  return kept.length > 0 ? { ...plain, marks: kept } : plain
}
