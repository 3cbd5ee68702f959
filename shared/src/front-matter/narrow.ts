import type { TextEdit } from './text-edit.ts'

/** Leaves out of each edit the characters at its ends that stay as they are, so that little is deleted that others edit. */
export function narrowEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.flatMap(({ from, to, insert }) => {
    const old = text.slice(from, to)
    const { start, end } = commonEnds(old, insert)
    const edit = { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
    return edit.from === edit.to && edit.insert === '' ? [] : [edit]
  })
}

/** The one edit that turns `before` into `after`, if they differ. */
export function editBetween(before: string, after: string): TextEdit[] {
  return narrowEdits(before, [{ from: 0, to: before.length, insert: after }])
}

/** Where a caret at `offset` of `before` belongs once somebody else has turned the text into `after`. */
export function caretAfter(before: string, after: string, offset: number): number {
  const { start, end } = commonEnds(before, after)
  if (offset <= start) return offset
  if (offset >= before.length - end) return offset + after.length - before.length
  return start
}

/** How many UTF-16 units both begin and end with alike; never half a character, and never the same unit twice. */
function commonEnds(a: string, b: string): { start: number; end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start += 1
  if (isHalf(a.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  if (isSecondHalf(a.charCodeAt(a.length - end))) end -= 1
  return { start, end }
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
