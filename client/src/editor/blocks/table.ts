import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { nodeType } from '../node-types.ts'

/** The cell that holds a position: its table, where that stands, and the row and column. */
interface Cell {
  table: Node
  at: number
  row: number
  column: number
}

/** The cell of a position, or `null` outside of tables. */
export function cellOf($position: ResolvedPos): Cell | null {
  const depth = $position.depth - 2
  if (depth < 1 || $position.node(depth).type.name !== 'table') return null
  return {
    table: $position.node(depth),
    at: $position.before(depth),
    row: $position.index(depth),
    column: $position.index(depth + 1),
  }
}

/** Inserts a table with a header row and two rows below the block, or in place of an empty paragraph. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0 || cellOf($from) || !$from.parent.isTextblock) return false
  const table = nodeType(state.schema, 'table').create(
    null,
    [0, 1, 2].map((row) => rowOf(state.schema, row, 3)),
  )
  const replaces = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const at = replaces ? $from.before() : $from.after()
  const tr = state.tr
  if (replaces) tr.replaceWith(at, $from.after(), table)
  else tr.insert(at, table)
  const after = at + table.nodeSize
  if (after === tr.doc.content.size) tr.insert(after, nodeType(state.schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 3)).scrollIntoView())
  return true
}

function rowOf(schema: Schema, row: number, columns: number): Node {
  return nodeType(schema, 'tableRow').create(
    null,
    Array.from({ length: columns }, () => cellFor(schema, row)),
  )
}

function cellFor(schema: Schema, row: number): Node {
  return nodeType(schema, row === 0 ? 'tableHeader' : 'tableCell').create()
}

/** Replaces the rows of the caret's table and puts the caret into a cell of the new one. */
function changeTable(
  change: (cell: Cell, schema: Schema) => { rows: Node[]; align?: string | null; row: number; column: number } | null,
): Command {
  return (state, dispatch) => {
    const cell = cellOf(state.selection.$from)
    const changed = cell && change(cell, state.schema)
    if (!cell || !changed) return false
    const align = changed.align === undefined ? (cell.table.attrs['align'] as string | null) : changed.align
    const attrs = { ...cell.table.attrs, align, widths: null }
    const table = cell.table.type.create(attrs, Fragment.fromArray(changed.rows))
    const tr = state.tr.replaceWith(cell.at, cell.at + cell.table.nodeSize, table)
    dispatch?.(selectCell(tr, cell.at, table, changed.row, changed.column).scrollIntoView())
    return true
  }
}

function selectCell(tr: Transaction, at: number, table: Node, row: number, column: number): Transaction {
  let position = at + 1
  for (let before = 0; before < row; before++) position += table.child(before).nodeSize
  const cells = table.child(row)
  const last = Math.min(column, cells.childCount - 1)
  position += 1
  for (let before = 0; before < last; before++) position += cells.child(before).nodeSize
  return tr.setSelection(TextSelection.create(tr.doc, position + 1 + cells.child(last).content.size))
}

/** Adds a row below the caret's. */
export const addRow: Command = (state, dispatch) => {
  const cell = cellOf(state.selection.$from)
  if (!cell) return false
  const row = rowOf(state.schema, 1, cell.table.child(0).childCount)
  let after = cell.at + 1
  for (let index = 0; index <= cell.row; index++) after += cell.table.child(index).nodeSize
  const tr = state.tr.insert(after, row)
  const table = tr.doc.nodeAt(cell.at)
  if (table) selectCell(tr, cell.at, table, cell.row + 1, 0)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Deletes the caret's row; the header row goes only with the table. */
export const deleteRow: Command = changeTable(({ table, row, column }) =>
  row === 0 || table.childCount < 2
    ? null
    : { rows: table.children.filter((_, index) => index !== row), row: Math.min(row, table.childCount - 2), column },
)

/** Adds a column after the caret's. */
export const addColumn: Command = changeTable(({ table, row, column }, schema) => ({
  rows: table.children.map((cells, index) =>
    cells.copy(Fragment.fromArray(cells.children.toSpliced(column + 1, 0, cellFor(schema, index)))),
  ),
  align: alignOf(table, (letters) => letters.toSpliced(column + 1, 0, '-')),
  row,
  column: column + 1,
}))

/** Deletes the caret's column; the last one goes only with the table. */
export const deleteColumn: Command = changeTable(({ table, row, column }) =>
  table.child(0).childCount < 2
    ? null
    : {
        rows: table.children.map((cells) =>
          column < cells.childCount && cells.childCount > 1
            ? cells.copy(Fragment.fromArray(cells.children.toSpliced(column, 1)))
            : cells,
        ),
        align: alignOf(table, (letters) => letters.toSpliced(column, 1)),
        row,
        column: Math.max(0, column - 1),
      },
)

/** Puts the words of another table into the cells from the caret's on, with more rows and columns where it needs them. */
export function fillCells({ children: lines }: Node): Command {
  return changeTable(({ table, row, column }, schema) => {
    const columns = Math.max(...lines.map((line) => column + line.childCount), table.child(0).childCount)
    const added = columns - table.child(0).childCount
    const height = Math.max(row + lines.length, table.childCount)
    const rows = Array.from({ length: height }, (_, index) => {
      const cells = table.maybeChild(index) ?? rowOf(schema, index, columns)
      const filled = Array.from({ length: columns }, (_, at) => {
        const cell = cells.maybeChild(at) ?? cellFor(schema, index)
        const other = at < column ? null : lines[index - row]?.maybeChild(at - column)
        return other ? cell.copy(other.content) : cell
      })
      return cells.copy(Fragment.fromArray(filled))
    })
    const align = alignOf(table, (letters) => [...letters, ...Array.from({ length: added }, () => '-')])
    const [last] = lines.slice(-1)
    return { rows, align, row: row + lines.length - 1, column: column + (last?.childCount ?? 1) - 1 }
  })
}

function alignOf(table: Node, change: (letters: string[]) => string[]): string | null {
  const align: unknown = table.attrs['align']
  return typeof align === 'string' ? change(align.split('')).join('') : null
}

/** Deletes the caret's table. */
export const deleteTable: Command = (state, dispatch) => {
  const cell = cellOf(state.selection.$from)
  if (!cell) return false
  const tr = state.tr.replaceWith(cell.at, cell.at + cell.table.nodeSize, nodeType(state.schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, cell.at + 1)).scrollIntoView())
  return true
}

/** Moves the caret by cells in reading order; past the last cell it adds a row. */
function goCell(by: -1 | 1): Command {
  return (state, dispatch, view) => {
    const cell = cellOf(state.selection.$from)
    if (!cell) return false
    const columns = cell.table.child(cell.row).childCount
    const next = { row: cell.row, column: cell.column + by }
    if (next.column >= columns) Object.assign(next, { row: cell.row + 1, column: 0 })
    if (next.column < 0)
      Object.assign(next, { row: cell.row - 1, column: cell.table.maybeChild(cell.row - 1)?.childCount ?? 0 })
    if (next.row < 0) return true
    if (next.row >= cell.table.childCount) return addRow(state, dispatch, view)
    dispatch?.(selectCell(state.tr, cell.at, cell.table, next.row, next.column).scrollIntoView())
    return true
  }
}

/** Enter in a table: the cell below; in the last row, a new row, or the text below where that row is empty. */
const goDown: Command = (state, dispatch, view) => {
  const cell = cellOf(state.selection.$from)
  if (!cell) return false
  if (cell.row + 1 < cell.table.childCount) {
    dispatch?.(selectCell(state.tr, cell.at, cell.table, cell.row + 1, cell.column).scrollIntoView())
    return true
  }
  if (cell.table.child(cell.row).textContent !== '' || cell.row < 2) return addRow(state, dispatch, view)
  return leaveTable(cell)(state, dispatch, view)
}

/** Drops the empty last row and goes on in a paragraph below the table. */
function leaveTable(cell: Cell): Command {
  return (state, dispatch) => {
    const rows = cell.table.children.slice(0, -1)
    const table = cell.table.copy(Fragment.fromArray(rows))
    const tr = state.tr.delete(cell.at + table.nodeSize - 1, cell.at + cell.table.nodeSize - 1)
    const after = cell.at + table.nodeSize
    tr.insert(after, nodeType(state.schema, 'paragraph').create())
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
    return true
  }
}

export const Tables = Extension.create({
  name: 'tables',
  priority: 110,
  addProseMirrorPlugins: () => [keymap({ Tab: goCell(1), 'Shift-Tab': goCell(-1), Enter: goDown })],
})
