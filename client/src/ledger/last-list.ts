import { ownersOf, type RowOwner } from './owners.ts'
import { isDone, type Row } from './rows.ts'
import type { Filters, LedgerKind } from './filters.ts'

/** Under this name the browser remembers the first page of a list, as the server last gave it. */
export const lastListKey = (kind: LedgerKind) => `last-${kind}`

export function writeLastList(rows: readonly Row[]): string {
  return JSON.stringify(rows)
}

/** Reads what `writeLastList` wrote; null where it is nothing of the kind. */
export function readLastList(stored: string | null): Row[] | null {
  if (stored === null) return null
  try {
    const rows: unknown = JSON.parse(stored)
    return Array.isArray(rows) && rows.every(isRow) ? rows : null
  } catch {
    return null
  }
}

/** Those of the rows that the filters leave, as far as that can be told without the server. */
export function narrowRows(rows: readonly Row[], { query, owner, state, show }: Filters): Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if ('done' in row.item && state !== 'all' && isDone(row) !== (state === 'done')) return false
    if (!('done' in row.item) && show === 'standing' && isDone(row)) return false
    const owners = ownersOf(row.item)
    const names = owners.flatMap(({ label, name }) => [label, name])
    const isOwned = ({ label, name, group }: RowOwner) =>
      [group, label.toLowerCase(), name.toLowerCase()].some((each) => each === owner || each === owner.toLowerCase())
    if (owner !== '' && !owners.some(isOwned)) return false
    const text = [row.item.text, row.note.title, ...names].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function isRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null) return false
  const { key, item, note, group, order } = row as Partial<Row>
  return (
    typeof key === 'string' &&
    typeof item?.id === 'string' &&
    typeof item.text === 'string' &&
    Array.isArray(item.owners) &&
    typeof note?.title === 'string' &&
    typeof note.day === 'string' &&
    typeof group?.key === 'string' &&
    Array.isArray(order)
  )
}
