import type { DocNode } from '../schema/node.ts'
import type { BodyForm } from './form.ts'
import { findDifference } from './meaning.ts'
import { parse } from './parse.ts'
import { print, type Printed } from './print.ts'

/** How far around a mismatch the blocks lose their stored source, attempt by attempt. */
const reaches: readonly number[] = [1, 2, 3, Number.POSITIVE_INFINITY]

/**
 * Prints a document and reads it again. Where that is not the same document (stored source beside edited lines can mean
 * something else), the blocks around the first difference are printed canonically, more of them each time. For text
 * that leaves the program; it costs as much as reading, but nothing where no block has a stored source: there is no
 * plainer form then.
 */
export function printVerified(body: DocNode, form: BodyForm): Printed {
  const first = print(body, form)
  if (!hasSource(body)) return first
  let printed = first
  let tried = body
  for (const reach of reaches) {
    const difference = findDifference(tried, parse(printed.text).body)
    if (!difference) return printed
    tried = forgetAround(tried, difference.path[0], reach)
    printed = print(tried, form)
  }
  return findDifference(tried, parse(printed.text).body) ? first : printed
}

/** The document with the top-level blocks around `index` in canonical form; all of them where there is no index. */
function forgetAround(body: DocNode, index: number | undefined, reach: number): DocNode {
  const content = (body.content ?? []).map((node, at) =>
    index === undefined || Math.abs(at - index) <= reach ? forgetSource(node) : node,
  )
  return { ...body, content }
}

/** Whether `forgetSource` would give another node. */
function hasSource({ type, attrs, content }: DocNode): boolean {
  const hasOwn = type !== 'image' && (attrs?.['src'] != null || attrs?.['gap'] != null)
  return hasOwn || (content ?? []).some(hasSource)
}

/** A node without the source that it and its descendants remember. */
export function forgetSource(node: DocNode): DocNode {
  const copy: DocNode = { ...node }
  if (node.attrs && node.type !== 'image') {
    const { src: _src, gap: _gap, ...attrs } = node.attrs
    copy.attrs = attrs
  }
  if (node.content) copy.content = node.content.map(forgetSource)
  return copy
}
