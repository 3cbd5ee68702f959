/** Makes each table one of Markdown: a head, rows of one length, cells that hold words alone, columns with an alignment. */
export function tidyTables(page: Document): void {
  for (const block of page.querySelectorAll('td :is(p, div, li), th :is(p, div, li)')) {
    block.replaceWith(...(block.previousSibling ? [' '] : []), ...block.childNodes)
  }
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].filter(
      (row) => row.closest('table') === table && cellsOf(row).length > 0,
    )
    const [head] = rows
    if (!head) continue
    spread(rows)
    const width = Math.max(...rows.map((row) => cellsOf(row).length))
    for (const row of rows) {
      const name = row === head ? 'th' : 'td'
      for (const cell of cellsOf(row)) if (cell.localName !== name) rename(cell, name)
      for (let more = cellsOf(row).length; more < width; more++) row.append(page.createElement(name))
    }
    const align = cellsOf(head).map(alignmentOf).join('')
    if (/[lcr]/.test(align)) table.setAttribute('align', align)
    else table.removeAttribute('align')
  }
}

const mostColumns = 50

/** Gives every place of a cell that spans several rows or columns a cell of its own; the first one has the words. */
function spread(rows: readonly Element[]): void {
  for (const [index, row] of rows.entries()) {
    for (let column = 0; column < cellsOf(row).length; column++) {
      const cell = cellsOf(row)[column]
      if (!(cell instanceof HTMLTableCellElement)) continue
      const width = Math.min(cell.colSpan, mostColumns)
      const below = cell.rowSpan > 1 ? rows.slice(index + 1, index + cell.rowSpan) : []
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
      addCells(row, column + 1, width - 1)
      for (const other of below) addCells(other, column, width)
    }
  }
}

function addCells(row: Element, at: number, count: number): void {
  const next = cellsOf(row)[at] ?? null
  for (let added = 0; added < count; added++) row.insertBefore(row.ownerDocument.createElement('td'), next)
}

function cellsOf(row: Element): HTMLElement[] {
  return [...row.children].filter((cell) => cell instanceof HTMLElement).filter((cell) => /^T[HD]$/.test(cell.nodeName))
}

function rename(cell: HTMLElement, name: 'th' | 'td'): void {
  const other = cell.ownerDocument.createElement(name)
  other.append(...cell.childNodes)
  for (const { name: attribute, value } of cell.attributes) other.setAttribute(attribute, value)
  cell.replaceWith(other)
}

const letters = new Map([
  ['left', 'l'],
  ['center', 'c'],
  ['right', 'r'],
])

function alignmentOf(cell: HTMLElement): string {
  return letters.get(cell.style.textAlign || (cell.getAttribute('align') ?? '')) ?? '-'
}
