import { Node } from '@tiptap/core'
import { hint, written } from './written.ts'

/** `align`: a letter a column (`l`, `c`, `r` or `-`); `widths`, `pipes`: how its source is padded. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ ...written, align: hint(true), widths: hint(true), pipes: hint(true) }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'inline*',
  isolating: true,
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  isolating: true,
  whitespace: 'pre',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
})
