import { attribute } from '../schema/node.ts'
import { pairKey } from './gaps.ts'
import { hash } from './hash.ts'
import type { Gap, LaidUnit } from './layout.ts'
import { blanks } from './lines.ts'
import { storedLines } from './stored-lines.ts'

/**
 * The lines of a laid unit as they were written, wherever the canonical ones are still those that the source was stored
 * for; all others are canonical. Source that is out of date is thus never printed, whoever changed the block.
 */
export function recallLines(unit: LaidUnit): readonly string[] {
  const [kind = '', ...entries] = storedLines(attribute(unit.node, 'src'))
  switch (kind) {
    case 'l':
      return recallEach(unit.lines, entries)
    case 'u':
      return entries[0] === hash(unit.lines.join('\n')) ? entries.slice(1) : unit.lines
    default:
      return unit.lines
  }
}

function recallEach(lines: readonly string[], entries: readonly string[]): string[] {
  let from = 0
  return lines.map((line) => {
    const name = hash(line)
    let at = from
    while (at < entries.length && entries[at] !== name) at += 2
    const source = entries[at + 1]
    if (source === undefined) return line
    from = at + 2
    return source
  })
}

/** The lines before a block. A gap that is out of date gives blank lines, one at least where the two may not touch. */
export function recallGap(gap: Gap): readonly string[] {
  const stored = attribute(gap.node, 'gap')
  const count = typeof stored === 'number' ? stored : gap.usual
  if (typeof stored === 'string') {
    if (!stored.startsWith('[')) return stored === pairKey(gap.above, gap.node) ? [] : blankLines(gap, 1)
    const [name, ...lines] = storedLines(stored)
    return name === hash(gap.blank) ? lines : blankLines(gap, lines.length)
  }
  return blankLines(gap, count)
}

function blankLines(gap: Gap, count: number): string[] {
  const least = gap.mayTouch ? 0 : 1
  return blanks(Math.max(count, least))
    .split('')
    .map(() => gap.blank)
}
