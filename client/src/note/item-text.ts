import { textOf, type DocNode } from '@minutebook/shared/schema'
import type { Reading } from '@minutebook/shared/meeting'

/** The first line of an item's own words: without marker, owners and due date. */
export function itemContent(paragraph: DocNode, { textFrom, due }: Pick<Reading, 'textFrom' | 'due'>): DocNode[] {
  const text = textOf(paragraph)
  const lineEnd = text.indexOf('\n', textFrom)
  const end = lineEnd < 0 ? text.length : lineEnd
  const content = paragraph.content ?? []
  if (!due || due.from >= end) return trimmed(slice(content, textFrom, end))
  return trimmed([...slice(content, textFrom, Math.max(textFrom, due.from)), ...slice(content, due.to, end)])
}

/** The parts of inline content between two offsets of `textOf`. */
function slice(content: readonly DocNode[], from: number, to: number): DocNode[] {
  const parts: DocNode[] = []
  let start = 0
  for (const node of content) {
    const end = start + textOf(node).length
    const first = Math.max(from, start)
    const last = Math.min(to, end)
    if (first < last) {
      parts.push(node.text === undefined ? node : { ...node, text: node.text.slice(first - start, last - start) })
    }
    start = end
  }
  return parts
}

function trimmed(content: DocNode[]): DocNode[] {
  const last = content.at(-1)
  return last?.text === undefined ? content : [...content.slice(0, -1), { ...last, text: last.text.trimEnd() }]
}
