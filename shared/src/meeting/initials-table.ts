import { textOf, type DocNode } from '../schema/node.ts'
import { keyOf } from './name-form.ts'

/** Somebody whom a note names, with what it gives of them beside the name. */
export interface Named {
  name: string
  /** as written, such as `MvN` */
  initials: string | null
  /** without `@` */
  handle: string | null
}

/** Whom a note lists. */
export interface NotePeople {
  participants: readonly string[]
  /** the rows of its tables of initials */
  rows: readonly Named[]
}

const mostRows = 300
const initialsTitle = /^initials?$/i
const nameTitle = /^(?:full )?names?$/i
const handleTitle = /^(?:(?:gh|github|git ?hub|gitlab) ?(?:user ?name|id|handle|user)?|user ?name|handle)$/i

/** The rows of a note's tables that have a column of names and one of initials. Rows without a name are left out. */
export function readInitialsTables(body: DocNode): Named[] {
  return (body.content ?? []).filter(({ type }) => type === 'table').flatMap(rowsOf)
}

function rowsOf(table: DocNode): Named[] {
  const [head, ...rows] = (table.content ?? []).map((row) => (row.content ?? []).map((cell) => textOf(cell).trim()))
  const column = (title: RegExp) => head?.findIndex((cell) => title.test(cell)) ?? -1
  const [name, initials, handle] = [column(nameTitle), column(initialsTitle), column(handleTitle)]
  if (name < 0 || initials < 0) return []
  return rows.slice(0, mostRows).flatMap((row) => {
    const named = {
      name: row[name] ?? '',
      initials: initialsIn(row[initials] ?? ''),
      handle: handleIn(row[handle] ?? ''),
    }
    return keyOf(named.name) === '' ? [] : [named]
  })
}

function initialsIn(cell: string): string | null {
  return /^(\p{L}{2,5})\.?$/u.exec(cell)?.[1] ?? null
}

function handleIn(cell: string): string | null {
  return /^@?([\w-]{1,39})$/.exec(cell)?.[1] ?? null
}
