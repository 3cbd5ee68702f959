import { Fragment, type Node } from '@tiptap/pm/model'

/** A stretch of a document and what stands in its place in another. */
export interface Difference {
  from: number
  to: number
  content: Fragment
}

/**
 * What makes `after` of `before`, as replacements of whole siblings or of text, in order, with positions in `before`.
 * Nodes that are equal in both are left alone.
 *
 * @param start the position of the content of `before`
 */
export function differences(before: Node, after: Node, start = 0): Difference[] {
  if (before.inlineContent) return differentText(before.content, after.content, start)
  const found: Difference[] = []
  let at = start
  let index = 0
  let afterIndex = 0
  for (const [kept, afterKept] of [
    ...keptPairs(before.children, after.children),
    [before.childCount, after.childCount] as const,
  ]) {
    const gap = before.children.slice(index, kept)
    found.push(...differentGap(gap, after.children.slice(afterIndex, afterKept), at))
    at += sizeOf(gap) + (before.maybeChild(kept)?.nodeSize ?? 0)
    index = kept + 1
    afterIndex = afterKept + 1
  }
  return found
}

/** Siblings of which none is known to have stayed: as many as before are compared one by one. */
function differentGap(before: readonly Node[], after: readonly Node[], start: number): Difference[] {
  if (before.length !== after.length)
    return [{ from: start, to: start + sizeOf(before), content: Fragment.fromArray([...after]) }]
  let at = start
  return before.flatMap((node, index) => {
    const from = at
    const other = after[index]
    at += node.nodeSize
    if (!other || node.eq(other)) return []
    if (!node.isLeaf && node.sameMarkup(other)) return differences(node, other, from + 1)
    return [{ from, to: at, content: Fragment.from(other) }]
  })
}

function differentText(before: Fragment, after: Fragment, start: number): Difference[] {
  const from = before.findDiffStart(after)
  const end = before.findDiffEnd(after)
  if (from === null || end === null) return []
  const overlap = Math.max(0, from - Math.min(end.a, end.b)) // where a letter was doubled, both ends find the same one
  return [{ from: start + from, to: start + end.a + overlap, content: after.cut(from, end.b + overlap) }]
}

/** More siblings than this between the first and the last difference are not searched for those that stayed. */
const searched = 100

/** The indices of siblings that are equal and in the same order in both, as pairs. */
function keptPairs(before: readonly Node[], after: readonly Node[]): (readonly [number, number])[] {
  let first = 0
  while (isKept(before[first], after[first])) first += 1
  let tail = 0
  while (tail < Math.min(before.length, after.length) - first && isKept(before.at(-1 - tail), after.at(-1 - tail)))
    tail += 1
  const head = Array.from({ length: first }, (_, index) => [index, index] as const)
  const end = Array.from(
    { length: tail },
    (_, index) => [before.length - tail + index, after.length - tail + index] as const,
  )
  const middle = longestRun(before.slice(first, before.length - tail), after.slice(first, after.length - tail))
  return [...head, ...middle.map(([a, b]) => [a + first, b + first] as const), ...end]
}

function isKept(before: Node | undefined, after: Node | undefined): boolean {
  return before !== undefined && after !== undefined && before.eq(after)
}

/** The longest common subsequence of equal siblings. */
function longestRun(before: readonly Node[], after: readonly Node[]): [number, number][] {
  if (before.length === after.length || before.length > searched || after.length > searched) return []
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const length = (a: number, b: number) => lengths[a * width + b] ?? 0
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      lengths[a * width + b] = isKept(before[a], after[b])
        ? length(a + 1, b + 1) + 1
        : Math.max(length(a + 1, b), length(a, b + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < before.length && b < after.length;) {
    if (isKept(before[a], after[b])) pairs.push([a++, b++])
    else if (length(a + 1, b) >= length(a, b + 1)) a += 1
    else b += 1
  }
  return pairs
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0)
}
