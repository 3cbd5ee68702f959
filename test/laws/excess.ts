import { lineDiff } from './line-diff.ts'

/** Counts the lines that an edit changed, from `before` to `after`, and did not have to. */
export type Excess = (before: string, after: string) => number

/** For an edit that has to remove and add so many lines. */
export function beyond(removed: number, added: number): Excess {
  return (before, after) => {
    const found = lineDiff(before, after)
    return Math.max(0, found.removed - removed) + Math.max(0, found.added - added)
  }
}

/** The same, where blank lines may come and go. */
export function beyondWords(removed: number, added: number): Excess {
  const count = beyond(removed, added)
  return (before, after) => count(wordLines(before).join('\n'), wordLines(after).join('\n'))
}

/** For an edit that only changes the order of lines; blank ones may come and go. */
export const beyondOrder: Excess = (before, after) =>
  beyond(0, 0)(wordLines(before).sort().join('\n'), wordLines(after).sort().join('\n'))

function wordLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => /[^\s>]/.test(line))
}
