import type { DocNode } from '../schema/node.ts'
import { appendText } from './inline-marks.ts'

/** Whether a node is a paragraph that prints nothing: Markdown has no empty paragraphs. */
export function isBlankParagraph(node: DocNode): boolean {
  return node.type === 'paragraph' && (node.content ?? []).every(isBlankText)
}

function isBlankText(node: DocNode): boolean {
  return node.type === 'text' && /^[ \t\r\n]*$/.test(node.text ?? '')
}

/** A line of inline content, and the break that ends it. */
interface InlineLine {
  nodes: DocNode[]
  end: DocNode | null
}

/**
 * The content of a paragraph, cut at blank lines: Markdown has none inside a paragraph, so each part is printed as one
 * of its own. Breaks at either end of a part are left out. No part is blank.
 */
export function paragraphParts(content: readonly DocNode[]): readonly (readonly DocNode[])[] {
  const text = content.map((node) => node.text ?? (node.type === 'hardBreak' ? '\n' : '\uFFFC')).join('')
  if (!/(?:^|\n)[ \t\r]*(?:\n|$)/.test(text)) return [content]
  const parts: DocNode[][] = []
  let lines: InlineLine[] = []
  const endPart = (): void => {
    if (lines.length > 0) parts.push(joinLines(lines))
    lines = []
  }
  for (const line of linesOf(content)) {
    const blank = line.nodes.every(isBlankText) && line.end?.type !== 'hardBreak'
    if (blank) endPart()
    else lines.push(line)
  }
  endPart()
  return parts.filter((part) => part.some((node) => node.type !== 'hardBreak' && !isBlankText(node)))
}

function linesOf(content: readonly DocNode[]): InlineLine[] {
  const lines: InlineLine[] = []
  let nodes: DocNode[] = []
  const endLine = (end: DocNode | null): void => {
    lines.push({ nodes, end })
    nodes = []
  }
  for (const node of content) {
    if (node.type === 'hardBreak') endLine(node)
    else if (node.text === undefined) nodes.push(node)
    else {
      node.text.split('\n').forEach((text, index) => {
        if (index > 0) endLine({ ...node, text: '\n' })
        if (text !== '') nodes.push({ ...node, text })
      })
    }
  }
  endLine(null)
  return lines
}

function joinLines(lines: readonly InlineLine[]): DocNode[] {
  const joined: DocNode[] = []
  for (const [index, line] of lines.entries()) {
    const end = index < lines.length - 1 && line.end ? [line.end] : []
    for (const node of [...line.nodes, ...end]) {
      if (node.text === undefined) joined.push(node)
      else appendText(joined, node.text, node.marks ?? [])
    }
  }
  return joined
}
