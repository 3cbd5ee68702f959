import { attribute, type AttributeValue, type DocNode } from '../schema/node.ts'
import { hash } from './hash.ts'
import { pairKey } from './gaps.ts'
import type { Gap, LaidUnit } from './layout.ts'
import type { Line } from './lines.ts'
import type { SourceUnit } from './reading.ts'

/**
 * Lets the nodes of a document remember where its source differs from its canonical form: `src` on leaf blocks, `gap`
 * on blocks below another. The nodes are changed in place: they must be the caller's own.
 *
 * @param units the source lines of each laid unit, in the same order
 * @param end the file's usual line end
 */
export function remember(
  laid: readonly LaidUnit[],
  units: readonly SourceUnit[],
  lines: readonly Line[],
  end: string,
): void {
  const source = (first: number, last: number): string[] =>
    lines.slice(first - 1, last).map((line) => (line.end === end ? line.text : line.text + line.end))
  let linesAbove = 0
  for (const [index, unit] of laid.entries()) {
    const place = units[index]
    if (!place) throw new Error(`no source lines for block ${unit.path.join('/')}`)
    const written = source(place.first, place.last)
    const hint = sourceHint(unit.lines, written)
    if (hint !== null) set(unit.node, 'src', hint)
    if (unit.gap) {
      const between = source(linesAbove + 1, place.first - 1)
      set(unit.gap.node, 'gap', gapHint(unit.gap, between))
      // a block without lines forgets its gap, and so does one below it that is the first with lines: not these
      const above = unit.gap.leading ? laid[index - 1] : undefined
      for (const near of between.length > 0 ? [unit, above] : []) {
        if (near?.lines.length === 0 && attribute(near.node, 'src') === null) set(near.node, 'src', wholeHint([], []))
      }
    }
    linesAbove = place.last
  }
}

function set(node: DocNode, name: 'gap' | 'src', value: AttributeValue): void {
  if (value !== null) node.attrs = { ...node.attrs, [name]: value }
}

/**
 * A number of blank lines; or the lines themselves after the hash of a canonical blank one, as JSON; or the key of the
 * pair that touches although such a pair may not in general.
 */
function gapHint(gap: Gap, lines: readonly string[]): AttributeValue {
  if (lines.some((line) => line !== gap.blank)) return JSON.stringify([hash(gap.blank), ...lines])
  if (lines.length === 0 && !gap.mayTouch) return pairKey(gap.above, gap.node)
  return lines.length === gap.usual ? null : lines.length
}

/**
 * `["l", hash, line, …]`: the source for canonical lines that are written differently, in order; lines equal to one of
 * them are listed too, so that matching in order cannot slip. `["u", hash, line, …]` where the number of lines differs:
 * the source of the whole unit.
 */
function sourceHint(canonical: readonly string[], written: readonly string[]): string | null {
  if (canonical.length !== written.length) return wholeHint(canonical, written)
  const different = new Set(canonical.filter((line, index) => line !== written[index]))
  if (different.size === 0) return null
  const pairs = canonical.flatMap((line, index) => (different.has(line) ? [hash(line), written[index] ?? ''] : []))
  return JSON.stringify(['l', ...pairs])
}

function wholeHint(canonical: readonly string[], written: readonly string[]): string {
  return JSON.stringify(['u', hash(canonical.join('\n')), ...written])
}
