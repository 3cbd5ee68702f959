import type { InlineSource } from './inline-read.ts'
import { isBlank, type Line } from './lines.ts'

/**
 * The source lines of one leaf block, 1-based and inclusive; `last` is `first - 1` where it has none. Units stand in
 * the order of the document, and no line belongs to two of them.
 */
export interface SourceUnit {
  first: number
  last: number
  /** the last line of the block itself, without what its container adds behind it */
  ownLast: number
}

/** The state of reading one text: units are added as blocks are read. */
export interface Reading extends InlineSource {
  lines: readonly Line[]
  units: SourceUnit[]
}

/** The text of a source line, 1-based; empty beyond the end. */
export function lineText(reading: Reading, line: number): string {
  return reading.lines[line - 1]?.text ?? ''
}

/** The last line from `first` to `last` that is not blank, at least `first`. */
export function lastFilledLine(reading: Reading, first: number, last: number): number {
  let line = last
  while (line > first && isBlank(lineText(reading, line))) line--
  return line
}

/** Adds the unit of a leaf block. */
export function addUnit(reading: Reading, first: number, last: number): void {
  reading.units.push({ first, last, ownLast: last })
}

/**
 * Reads a container and gives its outer lines to the units in it: a marker alone on the line above the first, a prefix
 * alone on the lines below the last.
 */
export function inContainer<T>(reading: Reading, first: number, last: number, read: () => T): T {
  const before = reading.units.length
  const result = read()
  const firstUnit = reading.units[before]
  const lastUnit = reading.units.at(-1)
  if (firstUnit && lastUnit) {
    firstUnit.first = Math.min(firstUnit.first, first)
    lastUnit.last = Math.max(lastUnit.last, lastFilledLine(reading, lastUnit.last, last))
  }
  return result
}

/**
 * Makes sure that no line belongs to two units. The parser can end a container on the next block's first line, and can
 * begin a setext heading on the definition above it: the unit above then gives way, down to its own lines.
 */
export function separateUnits(units: readonly SourceUnit[]): void {
  for (const [index, unit] of units.entries()) {
    const above = units[index - 1]
    if (!above || unit.first > above.last) continue
    above.last = Math.max(above.ownLast, Math.min(above.last, unit.first - 1))
    if (unit.first <= above.last) unit.first = above.last + 1
    if (unit.last < unit.first - 1) unit.last = unit.first - 1
  }
}
