import type { Node } from '@tiptap/pm/model'

/**
 * Words of a text block that are drawn otherwise than they are written. Offsets are into the block's text.
 * - `signs`: words between two delimiters, or after one, which hide while nobody is in them
 * - `emoji`: a shortcode
 * - `math`: TeX between dollars
 * - `class`: words that only look otherwise
 */
export type Extra =
  | { kind: 'signs'; from: number; to: number; open: number; close: number; tag: 'mark' | null }
  | { kind: 'emoji'; from: number; to: number; emoji: string }
  | { kind: 'math'; from: number; to: number; tex: string; isDisplay: boolean }
  | { kind: 'class'; from: number; to: number; className: string }

/**
 * The text of a block, with U+FFFC for each letter that has one of the marks and for what is no text, so that offsets
 * stay and nothing is found there.
 */
export function wordsWithout(node: Node, marks: ReadonlySet<string>): string {
  return node.children
    .map((child) => {
      if (child.isText && !child.marks.some((mark) => marks.has(mark.type.name))) return child.text ?? ''
      return '\uFFFC'.repeat(child.nodeSize)
    })
    .join('')
}

/** Each line of a text with the offset at which it starts. */
export function linesOf(text: string): { line: string; at: number }[] {
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { line, at: start }
  })
}
