import type { DocNode } from '../schema/node.ts'
import { appendText } from './inline-marks.ts'
import type { Line } from './lines.ts'

/**
 * Puts the blanks at the end of source lines back into the text, where they were typed, so that an edit of one word
 * keeps them. Two blanks that break a line are then text as well.
 *
 * @param lines the source lines of the content, one for each line of it; where the numbers differ nothing is changed
 */
export function withTrailingBlanks(content: DocNode[], lines: readonly Line[]): DocNode[] {
  if (lineCount(content) !== lines.length) return content
  const trailing = lines.map((line) => /[ \t]*$/.exec(line.text)?.[0] ?? '')
  if (trailing.every((blank) => blank === '')) return content

  const out: DocNode[] = []
  let index = 0
  let line = ''
  const endLine = (marks: DocNode['marks']): void => {
    const wanted = trailing[index] ?? ''
    const present = /[ \t]*$/.exec(line)?.[0] ?? ''
    // code has its blanks, and one at its start may be its padding
    const isCode = marks?.some((mark) => mark.type === 'code') ?? false
    if (!isCode && wanted !== present && wanted.endsWith(present)) {
      appendText(out, wanted.slice(0, wanted.length - present.length), marks ?? [])
    }
    line = ''
    index++
  }
  for (const node of content) {
    if (node.type === 'hardBreak') {
      out.push(node)
      line = ''
      index++
    } else if (node.text === undefined) {
      out.push(node)
      line += '\uFFFC'
    } else {
      node.text.split('\n').forEach((part, i) => {
        if (i > 0) {
          endLine(node.marks)
          appendText(out, '\n', node.marks ?? [])
        }
        appendText(out, part, node.marks ?? [])
        line += part
      })
    }
  }
  if (index < trailing.length) endLine([])
  return out
}

function lineCount(content: readonly DocNode[]): number {
  let count = 1
  for (const node of content) {
    if (node.type === 'hardBreak') count++
    else if (node.text !== undefined) count += node.text.split('\n').length - 1
  }
  return count
}
