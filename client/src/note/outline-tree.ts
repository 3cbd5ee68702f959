import type { OutlineEntry } from '@minutebook/shared/meeting'

/** A heading and those below it, to any depth, as the outline shows them: two levels. */
export interface OutlineBranch {
  head: OutlineEntry
  children: OutlineEntry[]
}

/**
 * The outline in two levels: headings of the highest level that the note uses more than once begin a branch (a single
 * one on top is the note's title), all others stand below the last of these.
 */
export function outlineTree(outline: readonly OutlineEntry[]): OutlineBranch[] {
  const counts = new Map<number, number>()
  for (const { level } of outline) counts.set(level, (counts.get(level) ?? 0) + 1)
  const levels = [...counts.keys()].sort((a, b) => a - b)
  const top = levels.find((level) => (counts.get(level) ?? 0) > 1) ?? levels[0] ?? 1
  const tree: OutlineBranch[] = []
  for (const entry of outline) {
    const last = tree.at(-1)
    if (entry.level <= top || !last) tree.push({ head: entry, children: [] })
    else last.children.push(entry)
  }
  return tree
}
