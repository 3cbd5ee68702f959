import { attribute, type DocNode, type Path } from '../schema/node.ts'
import { isBlankParagraph } from './blank-paragraph.ts'
import { fencedLines, isLeaf, leafLines } from './block-print.ts'
import { isList, mayTouch, usualGap } from './gaps.ts'
import { definedLabels, type Labels } from './labels.ts'
import { blanks, columnAt } from './lines.ts'
import { guardLine } from './opening-line.ts'

/** The lines before a block that has one above it. */
export interface Gap {
  /** the block that remembers the gap */
  node: DocNode
  above: DocNode
  /** blank lines where nothing is remembered */
  usual: number
  /** what a blank line holds here: the prefix of the containers */
  blank: string
  /** the two stay what they are without a blank line, whatever their words */
  mayTouch: boolean
  /** nothing has been printed in the container yet */
  leading: boolean
}

/** A leaf block in canonical form. */
export interface LaidUnit {
  node: DocNode
  path: Path
  gap: Gap | null
  /** its lines with the prefixes of its containers; none for an empty paragraph that has company */
  lines: readonly string[]
}

/** What stands before the lines of a block. */
interface Place {
  /** before its first line: ends in the markers of containers that begin with it */
  first: string
  /** before its other lines */
  rest: string
  /** leading blanks are written as tabs where they can be */
  tabs: boolean
  /** the innermost list is loose */
  loose: boolean
  /** what the document defines */
  labels: Labels
}

/**
 * The canonical Markdown of a document, leaf by leaf: a pure function of the tree and its hints. What the source wrote
 * differently (`src`, `gap`) plays no part in it; `remember` and `recall` compare with it.
 */
export function layOut(body: DocNode): LaidUnit[] {
  const units: LaidUnit[] = []
  layBlocks(units, body, { first: '', rest: '', tabs: false, loose: false, labels: definedLabels(body) }, [])
  return units
}

function layBlocks(units: LaidUnit[], parent: DocNode, place: Place, path: Path): void {
  const blocks = parent.content ?? []
  const isSole = parent.type !== 'doc' && blocks.every(isBlankParagraph)
  const hasBox = parent.type === 'listItem' && attribute(parent, 'checked') !== null
  let above: DocNode | null = null
  let gap: Gap | null = null
  for (const [index, node] of blocks.entries()) {
    const neighbor = blocks[index - 1]
    const prints = !isBlankParagraph(node) || (index === 0 && (isSole || hasBox))
    if (neighbor) gap = gapBefore(above, neighbor, node, parent, place, prints)
    const inside = { ...place, first: above ? place.rest : place.first }
    if (prints) layBlock(units, node, parent, above, inside, [...path, index], gap)
    else units.push({ node, path: [...path, index], gap, lines: [] })
    if (prints) above = node
  }
}

function gapBefore(
  above: DocNode | null,
  neighbor: DocNode,
  node: DocNode,
  parent: DocNode,
  place: Place,
  prints: boolean,
): Gap {
  return {
    node,
    above: above ?? neighbor,
    usual: above && prints ? usualGap(above, node, parent, place.loose) : 0,
    blank: place.rest.trimEnd(),
    mayTouch: !above || !prints || isList(parent) || mayTouch(above, node),
    leading: above === null,
  }
}

function layBlock(
  units: LaidUnit[],
  node: DocNode,
  parent: DocNode,
  above: DocNode | null,
  place: Place,
  path: Path,
  gap: Gap | null,
): void {
  if (isLeaf(node)) {
    const lines = canIndent(node, parent, above) ? leafLines(node, place.labels) : fencedLines(node)
    units.push({ node, path, gap, lines: prefixed(guardLine(node, parent, above, place.first, lines), place) })
    return
  }
  const from = units.length
  layContainer(units, node, place, path)
  const unit = units[from]
  if (unit) units[from] = { ...unit, gap }
}

/** Below a list, a footnote or other indented code, indented code would be part of it. */
function canIndent(node: DocNode, parent: DocNode, above: DocNode | null): boolean {
  if (node.type !== 'codeBlock' || attribute(node, 'fence') !== 'indent') return true
  if (above) return !isList(above) && above.type !== 'footnoteDefinition' && attribute(above, 'fence') !== 'indent'
  return parent.type !== 'listItem' || attribute(parent, 'checked') === null
}

function prefixed(lines: readonly string[], place: Place): string[] {
  return lines.map((line, index) => {
    const prefix = index === 0 ? place.first : place.rest
    const whole = line === '' ? prefix.trimEnd() : prefix + line
    return place.tabs ? withTabs(whole) : whole
  })
}

function withTabs(line: string): string {
  return line.replace(/^ {4,}/, (space) => '\t'.repeat(space.length >> 2) + blanks(space.length & 3))
}

function layContainer(units: LaidUnit[], node: DocNode, place: Place, path: Path): void {
  switch (node.type) {
    case 'blockquote':
      return layBlocks(units, node, { ...place, first: `${place.first}> `, rest: `${place.rest}> ` }, path)
    case 'footnoteDefinition': {
      const marker = `[^${String(attribute(node, 'label') ?? '')}]: `
      const inner = { ...place, first: place.first + marker, rest: place.rest + blanks(4) }
      return layBlocks(units, node, inner, path)
    }
    case 'bulletList':
    case 'orderedList':
      return layList(units, node, place, path)
    default:
      return layBlocks(units, node, place, path)
  }
}

function layList(units: LaidUnit[], list: DocNode, place: Place, path: Path): void {
  const loose = attribute(list, 'loose') !== null
  const tabs = place.tabs || attribute(list, 'tab') !== null
  const items = list.content ?? []
  let number = 0
  for (const [index, item] of items.entries()) {
    const written = String(attribute(item, 'n') ?? number + 1)
    number = Number.parseInt(written, 10) || 0
    const marker = markerOf(list, written)
    const indent = blanks(Number(attribute(item, 'indent') ?? attribute(list, 'indent') ?? 0))
    const pad = String(attribute(item, 'pad') ?? attribute(list, 'pad') ?? ' ')
    const beforeMarker = (index === 0 ? place.first : place.rest) + indent
    const column = columnAt(beforeMarker, beforeMarker.length) + marker.length
    const padWidth = columnAt(blanks(column) + pad, column + pad.length) - column
    const from = units.length
    layBlocks(
      units,
      item,
      {
        first: beforeMarker + marker + pad + boxOf(item),
        rest: place.rest + indent + blanks(marker.length + padWidth),
        tabs,
        loose,
        labels: place.labels,
      },
      [...path, index],
    )
    const above = items[index - 1]
    const unit = units[from]
    if (above && unit) units[from] = { ...unit, gap: gapBefore(above, above, item, list, { ...place, loose }, true) }
  }
}

function markerOf(list: DocNode, number: string): string {
  const mark = attribute(list, 'mark')
  if (list.type === 'bulletList') return typeof mark === 'string' ? mark : '-'
  return number + (typeof mark === 'string' ? mark : '.')
}

function boxOf(item: DocNode): string {
  const checked = attribute(item, 'checked')
  if (checked === null) return ''
  if (!checked) return '[ ] '
  return attribute(item, 'box') === null ? '[x] ' : '[X] '
}
