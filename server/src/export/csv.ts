import type { Decision, Todo } from '@minutebook/shared/api'
import { ownersOf, type Listed } from './listed.ts'

/** Without it, spreadsheets read the file in an old encoding and show other letters. */
const byteOrderMark = '\uFEFF'

/** A table as RFC 4180 wants it, in UTF-8 that spreadsheets recognise. [A52] */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A spreadsheet takes what begins so for a formula, and runs it: it gets a `'` in front, which says that it is text. [A53] */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row for each TODO, also where the list has it under several owners: whoever adds up counts it once. [L98] */
export function todosAsCsv(todos: readonly Listed<Todo>[]): string {
  const seen = new Set<string>()
  const once = todos.filter(({ item }) => !seen.has(item.id) && seen.add(item.id))
  return writeCsv([
    ['State', 'TODO', 'Owners', 'Due', 'Meeting', 'Date', 'Section', 'Open since', 'Carried', 'Link'],
    ...once.map(({ item, place: { note }, url }) => [
      item.done ? 'done' : 'open',
      item.text,
      ownersOf(item),
      item.due ?? '',
      note.title,
      note.day,
      item.section ?? '',
      item.carried?.since ?? note.day,
      String(item.carried?.times ?? 0),
      url,
    ]),
  ])
}

export function decisionsAsCsv(decisions: readonly Listed<Decision>[]): string {
  return writeCsv([
    ['Decision', 'Owners', 'Meeting', 'Date', 'Section', 'Link'],
    ...decisions.map(({ item, place: { note }, url }) => [
      item.text,
      ownersOf(item),
      note.title,
      note.day,
      item.section ?? '',
      url,
    ]),
  ])
}
