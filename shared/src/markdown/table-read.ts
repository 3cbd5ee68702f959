import type { Table } from 'mdast'
import type { DocNode } from '../schema/node.ts'
import { makeNode } from './inline-marks.ts'
import { readInline, type InlineSource } from './inline-read.ts'
import type { Span } from './mdast.ts'
import { lineText, type Reading } from './reading.ts'

/**
 * A table with its rows.
 * - `align`: a letter a column, null where no column has one
 * - `widths`: the widths of the delimiter row's cells with their blanks, comma-separated, negative without a blank; null
 *   where each is ` --- `
 * - `pipes`: `l` or `t` where only the leading or trailing pipes are written, `n` where neither is, null for both
 */
export function readTable(reading: Reading, table: Table, span: Span): DocNode {
  const line = lineText(reading, span.firstLine + 1)
  const delimiters = line.slice(Math.max(0, line.search(/[|:-]/))).trimEnd()
  const leading = delimiters.startsWith('|')
  const trailing = delimiters.endsWith('|')
  const some = `${leading ? 'l' : ''}${trailing ? 't' : ''}`
  const cells = delimiters.replace(/^\||\|$/g, '').split('|')
  const widths = cells.map((cell) => (cell.startsWith(' ') ? cell.length : -cell.length)).join(',')
  const align = (table.align ?? []).map((side) => side?.charAt(0) ?? '-').join('')
  return makeNode(
    'table',
    {
      align: /[^-]/.test(align) ? align : null,
      widths: /^5(?:,5)*$/.test(widths) ? null : widths,
      pipes: leading && trailing ? null : some || 'n',
    },
    table.children.map((row, index) => readRow(reading, row, index === 0)),
  )
}

function readRow(source: InlineSource, row: Table['children'][number], header: boolean): DocNode {
  const type = header ? 'tableHeader' : 'tableCell'
  return makeNode(
    'tableRow',
    {},
    row.children.map((cell) => makeNode(type, {}, readInline(source, cell.children))),
  )
}
