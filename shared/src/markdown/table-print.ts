import { attribute, type DocNode } from '../schema/node.ts'
import type { Labels } from './labels.ts'
import { blanks } from './lines.ts'
import { canonicalInline } from './verify.ts'

/** A column as its delimiter row has it. */
interface Column {
  /** the width of the delimiter cell with its blanks; 0 where none is known */
  width: number
  /** whether the delimiter cell has blanks */
  spaced: boolean
  side: string
}

/** The lines of a table: the header, the delimiter row, the other rows. Cells are padded to the width of their column. */
export function tableLines(table: DocNode, mentioned: Labels): string[] {
  const [header, ...rows] = table.content ?? []
  const columns = columnsOf(table, header?.content?.length ?? 0)
  const pipes = attribute(table, 'pipes')
  const leading = pipes === null || pipes === 'l'
  const trailing = pipes === null || pipes === 't'
  const enclose = (cells: readonly string[]): string => {
    const line = `${leading ? '|' : ''}${cells.join('|')}${trailing ? '|' : ''}`
    return (leading ? line : line.trimStart()).replace(trailing ? /$/ : / +$/, '')
  }
  const row = (node: DocNode | undefined): string =>
    enclose((node?.content ?? []).map((cell, index) => writeCell(cell, columns[index], mentioned)))
  return [row(header), enclose(columns.map(delimiter)), ...rows.map(row)]
}

function columnsOf(table: DocNode, count: number): Column[] {
  const widths = String(attribute(table, 'widths') ?? '')
    .split(',')
    .map(Number)
  const align = String(attribute(table, 'align') ?? '')
  return Array.from({ length: count }, (_, index) => {
    const width = widths[index] ?? 0
    return { width: Math.abs(width), spaced: width >= 0, side: align.charAt(index) }
  })
}

function writeCell(cell: DocNode, column: Column | undefined, mentioned: Labels): string {
  const text = canonicalInline(cell.content ?? [], 'cell', mentioned)
  const width = column?.width ?? 0
  return ` ${text}${blanks(width > 5 ? width - 2 - text.length : 0)} `
}

function delimiter(column: Column): string {
  const width = column.width === 0 ? 5 : column.width
  const dashes = Math.max(1, width - (column.spaced ? 2 : 0))
  const left = column.side === 'l' || column.side === 'c'
  const right = column.side === 'r' || column.side === 'c'
  const inner = Math.max(1, dashes - (left ? 1 : 0) - (right ? 1 : 0))
  const line = `${left ? ':' : ''}${'-'.repeat(inner)}${right ? ':' : ''}`
  return column.spaced ? ` ${line} ` : line
}
