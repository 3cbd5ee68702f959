/** A stretch of lines that differs: `removed` stand in the first text from line `at` on, `added` in the second one. */
export interface LineChange {
  /** the line of the first text, from 1, at which the stretch begins */
  at: number
  removed: readonly string[]
  added: readonly string[]
}

/** Lines with their ends, so that a changed end is a difference. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []
}

/** The fewest lines that have to go and come to make `after` of `before` (Myers), as stretches in their order. */
export function lineChanges(before: string, after: string): LineChange[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const kept = commonLines(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const changes: LineChange[] = []
  let [x, y] = [start, start]
  for (const pair of [...kept, [a.length - end - start, b.length - end - start] as const]) {
    const [nextX, nextY] = [start + pair[0], start + pair[1]]
    if (nextX > x || nextY > y) changes.push({ at: x + 1, removed: a.slice(x, nextX), added: b.slice(y, nextY) })
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return changes
}

/** Indices of a longest sequence of lines that both have. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const most = a.length + b.length
  const reached = new Int32Array(2 * most + 3)
  const traces: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    traces.push(reached.slice(most + 1 - edits - 1, most + 1 + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepInto(reached, most + 1 + diagonal, diagonal, edits)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      reached[most + 1 + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return walkBack(traces, a.length, b.length)
    }
  }
  return []
}

/** How far one edit more gets on a diagonal, from its neighbor above or below. */
function stepInto(reached: Int32Array, at: number, diagonal: number, edits: number): number {
  const [fromAbove, fromBelow] = [reached[at - 1] ?? 0, reached[at + 1] ?? 0]
  const isAdded = diagonal === -edits || (diagonal !== edits && fromAbove < fromBelow)
  return isAdded ? fromBelow : fromAbove + 1
}

function walkBack(traces: readonly Int32Array[], endX: number, endY: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  let [x, y] = [endX, endY]
  for (let edits = traces.length - 1; edits >= 0; edits -= 1) {
    const trace = traces[edits] ?? new Int32Array()
    const diagonal = x - y
    const [fromAbove, fromBelow] = [trace[edits + diagonal] ?? 0, trace[edits + diagonal + 2] ?? 0]
    const isAdded = diagonal === -edits || (diagonal !== edits && fromAbove < fromBelow)
    const [previousX, previousDiagonal] = isAdded ? [fromBelow, diagonal + 1] : [fromAbove, diagonal - 1]
    const [firstX, firstY] = edits === 0 ? [0, 0] : [previousX, previousX - previousDiagonal]
    const reachedX = edits === 0 ? 0 : isAdded ? previousX : previousX + 1
    while (x > reachedX && y > reachedX - diagonal) {
      x -= 1
      y -= 1
      kept.push([x, y])
    }
    ;[x, y] = [firstX, firstY]
  }
  return kept.toReversed()
}
