import type { DocNode } from '../schema/node.ts'
import { emphasis, marksOf } from './inline-marks.ts'

/** Marks that are part of the text's own source. */
export const literalMarks: ReadonlySet<string> = new Set(['code', 'html', 'footnoteRef'])

/**
 * The content with the blanks at the edges of emphasis as nodes of their own: Markdown has no place for them there,
 * `**word **` is not bold.
 */
export function separateBlanks(content: readonly DocNode[]): readonly DocNode[] {
  return content.some(hasOuterBlank) ? content.flatMap(splitBlanks) : content
}

/** Whether a node is blanks and line breaks that mean nothing but themselves: not code. */
export function isBlankText(node: DocNode): boolean {
  return node.text !== undefined && node.text.trim() === '' && !marksOf(node).some(({ type }) => literalMarks.has(type))
}

function hasOuterBlank(node: DocNode): boolean {
  return /^\s|\s$/.test(node.text ?? '') && marksOf(node).some((mark) => emphasis.has(mark.type))
}

function splitBlanks(node: DocNode): DocNode[] {
  if (!hasOuterBlank(node) || marksOf(node).some(({ type }) => literalMarks.has(type))) return [node]
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text ?? '') ?? []
  return [before, words, after].filter((part) => part !== '').map((part) => ({ ...node, text: part }))
}
