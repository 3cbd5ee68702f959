/** Lines that stand in one text and not in the other. */
export interface LineDiff {
  removed: number
  added: number
}

/** The fewest lines that have to go and come to make `b` of `a` (Myers, on the part that differs). */
export function lineDiff(a: string, b: string): LineDiff {
  const [linesA, linesB] = [a.split('\n'), b.split('\n')]
  let start = 0
  while (start < Math.min(linesA.length, linesB.length) && linesA[start] === linesB[start]) start++
  let end = 0
  while (end < Math.min(linesA.length, linesB.length) - start && linesA.at(-1 - end) === linesB.at(-1 - end)) end++
  const from = linesA.slice(start, linesA.length - end)
  const to = linesB.slice(start, linesB.length - end)
  const edits = distance(from, to)
  return { removed: (edits + from.length - to.length) / 2, added: (edits - from.length + to.length) / 2 }
}

function distance(a: readonly string[], b: readonly string[]): number {
  const most = a.length + b.length
  const reached = new Int32Array(2 * most + 2)
  for (let edits = 0; edits <= most; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const fromBelow = reached[most + diagonal + 1] ?? 0
      const fromAbove = reached[most + diagonal - 1] ?? 0
      const down = diagonal === -edits || (diagonal !== edits && fromAbove < fromBelow)
      let x = down ? fromBelow : fromAbove + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reached[most + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return edits
    }
  }
  return most
}
