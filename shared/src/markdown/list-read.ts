import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { DocNode } from '../schema/node.ts'
import { makeNode } from './inline-marks.ts'
import { columnAt } from './lines.ts'
import { spanOf } from './mdast.ts'
import { addUnit, inContainer, lastFilledLine, lineText, type Reading } from './reading.ts'

/** Reads the blocks of an item; `readBlocks` of block-read.ts. */
type ReadBlocks = (reading: Reading, nodes: readonly RootContent[], column: number, containerLine: number) => DocNode[]

/** How an item's first line was written. */
interface Marker {
  /** the bullet, or the delimiter after the number */
  mark: string
  number: string | null
  /** blanks before the marker, beyond the content of the list's container */
  indent: number
  /** the blanks after the marker */
  pad: string
  /** a tab stands before the marker */
  tab: boolean
  /** the visual column at which the item's content begins */
  column: number
  capitalBox: boolean
}

/** A list with its items. What the items write alike is kept once, on the list. */
export function readList(reading: Reading, list: List, column: number, readBlocks: ReadBlocks): DocNode {
  let usual: Marker | null = null
  const items: DocNode[] = []
  for (const item of list.children) {
    const marker = readMarker(reading, item, column)
    usual ??= marker
    items.push(readItem(reading, item, marker, usual, readBlocks))
  }
  const mark = usual?.mark === (list.ordered ? '.' : '-') ? null : usual?.mark
  return makeNode(
    list.ordered ? 'orderedList' : 'bulletList',
    {
      mark,
      loose: isLoose(reading, list) ? true : null,
      indent: usual?.indent || null,
      pad: usual?.pad === ' ' ? null : usual?.pad,
      tab: usual?.tab ? true : null,
    },
    items,
  )
}

function readMarker(reading: Reading, item: ListItem, column: number): Marker {
  const span = spanOf(item)
  const line = lineText(reading, span.firstLine)
  const start = span.column - 1
  const [, marker = '-', after = '', box] =
    /^([-*+]|\d{1,9}[.)])([ \t]*)(\[[ xX]\](?=[ \t]|$))?/.exec(line.slice(start)) ?? []
  const markerColumn = columnAt(line, start)
  const afterMarker = start + marker.length
  const afterBlanks = afterMarker + after.length
  const width = columnAt(line, afterBlanks) - columnAt(line, afterMarker)
  const unusable = afterBlanks === line.length || width > 4 || after === ''
  const ordered = /^\d/.test(marker)
  return {
    mark: ordered ? marker.slice(-1) : marker,
    number: ordered ? marker.slice(0, -1) : null,
    indent: Math.max(0, markerColumn - column),
    pad: unusable ? ' ' : after,
    tab: line.slice(0, start).includes('\t'),
    column: markerColumn + marker.length + (unusable ? 1 : width),
    capitalBox: box === '[X]',
  }
}

function readItem(reading: Reading, item: ListItem, marker: Marker, usual: Marker, readBlocks: ReadBlocks): DocNode {
  const span = spanOf(item)
  return inContainer(reading, span.firstLine, span.lastLine, () => {
    const boxOnly = item.checked === null || item.checked === undefined ? readLoneBox(reading, item) : null
    const content: DocNode[] = []
    if (boxOnly) {
      const paragraph = spanOf(boxOnly.paragraph)
      addUnit(reading, paragraph.firstLine, lastFilledLine(reading, paragraph.firstLine, paragraph.lastLine))
      content.push({ type: 'paragraph' })
    }
    const rest = boxOnly ? item.children.slice(1) : item.children
    if (rest.length > 0 || !boxOnly) content.push(...readBlocks(reading, rest, marker.column, span.firstLine))
    const checked = boxOnly ? boxOnly.checked : (item.checked ?? null)
    return makeNode(
      'listItem',
      {
        checked,
        box: checked && marker.capitalBox ? 'X' : null,
        n: marker.number,
        indent: marker.indent === usual.indent ? null : marker.indent,
        pad: marker.pad === usual.pad ? null : marker.pad,
      },
      content,
    )
  })
}

/** A check box with nothing after it. GitHub takes it for text; here it is a task whose words are still to come. */
function readLoneBox(reading: Reading, item: ListItem): { checked: boolean; paragraph: Paragraph } | null {
  const paragraph = item.children[0]
  if (paragraph?.type !== 'paragraph') return null
  const span = spanOf(paragraph)
  const box = /^\[([ xX])\]$/.exec(reading.text.slice(span.from, span.to))
  const text = paragraph.children.length === 1 && paragraph.children[0]?.type === 'text'
  return box && text ? { checked: box[1] !== ' ', paragraph } : null
}

/** Whether new items should stand apart: a blank line inside an item, or before most of them. */
function isLoose(reading: Reading, list: List): boolean {
  if (list.spread || list.children.some((item) => item.spread)) return true
  const later = list.children.slice(1)
  const apart = later.filter((item) => {
    const above = lineText(reading, spanOf(item).firstLine - 1)
    return above.replace(/[>\s]/g, '') === ''
  })
  return apart.length > 0 && apart.length * 2 > later.length
}
