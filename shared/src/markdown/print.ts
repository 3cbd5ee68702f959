import { attribute, type DocNode, type Path } from '../schema/node.ts'
import type { BodyForm } from './form.ts'
import { layOut, type LaidUnit } from './layout.ts'
import { recallGap, recallLines } from './recall.ts'

/** A document as text. */
export interface Printed {
  text: string
  /**
   * The 1-based lines of the block at `path`, inclusive; those of a container span its children. A block that prints no
   * line has the one where it would stand. A path into a leaf gives the leaf's lines.
   *
   * @throws if there is no block at `path`
   */
  lines: (path: Path) => readonly [first: number, last: number]
}

/** The lines of a leaf; `last` is `first - 1` where it prints none. */
interface PrintedUnit {
  path: Path
  first: number
  last: number
}

/**
 * Prints a document: each line as it was written where that still fits, canonically where it does not.
 * It is not checked that the text reads back as the document; `printVerified` does that.
 */
export function print(body: DocNode, form: BodyForm): Printed {
  const end = form.crlf ? '\r\n' : '\n'
  const head = form.head ?? ''
  const { lines, units } = printUnits(layOut(body))
  const joined = joinLines(lines, end)
  const text = head + joined + (form.tail ?? (lines.length === 0 ? '' : end))
  const linesBefore = head.split(/\r\n|\n|\r/).length - 1
  let index: Map<string, readonly [number, number]> | null = null
  return {
    text,
    lines(path) {
      index ??= indexLines(units, linesBefore)
      return findLines(index, path)
    },
  }
}

function printUnits(laid: readonly LaidUnit[]): { lines: string[]; units: PrintedUnit[] } {
  const lines: string[] = []
  const units: PrintedUnit[] = []
  let isVoidAbove = false
  for (const unit of laid) {
    const own = recallLines(unit)
    const isVoid = own.length === 0 && attribute(unit.node, 'src') === null
    const isGapVoid = (isVoid && unit.gap?.node === unit.node) || (isVoidAbove && unit.gap?.leading === true)
    if (unit.gap && !isGapVoid) lines.push(...recallGap(unit.gap))
    units.push({ path: unit.path, first: lines.length + 1, last: lines.length + own.length })
    lines.push(...own)
    isVoidAbove = isVoid
  }
  return { lines, units }
}

/** A line that was stored with a line end of its own keeps it. */
function joinLines(lines: readonly string[], end: string): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1
    if (line.endsWith('\n') || line.endsWith('\r')) text += isLast ? line.replace(/(?:\r\n|\n|\r)$/, '') : line
    else text += isLast ? line : line + end
  }
  return text
}

function indexLines(units: readonly PrintedUnit[], linesBefore: number): Map<string, readonly [number, number]> {
  const index = new Map<string, readonly [number, number]>()
  for (const unit of units) {
    for (let depth = 0; depth <= unit.path.length; depth++) {
      const key = unit.path.slice(0, depth).join('/')
      const [first, last] = index.get(key) ?? [unit.first + linesBefore, 0]
      index.set(key, [first, Math.max(last, unit.last + linesBefore)])
    }
  }
  return index
}

function findLines(index: ReadonlyMap<string, readonly [number, number]>, path: Path): readonly [number, number] {
  for (let depth = path.length; depth > 0; depth--) {
    const lines = index.get(path.slice(0, depth).join('/'))
    if (lines) return [lines[0], Math.max(lines[0], lines[1])]
  }
  const all = index.get('')
  if (path.length > 0 || !all) throw new Error(`no block at ${path.join('/')}`)
  return [all[0], Math.max(all[0], all[1])]
}
