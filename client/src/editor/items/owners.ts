import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { labelAmong, placeAt, readLine } from '@minutebook/shared/meeting'
import { pathOf } from '../document.ts'
import { itemDepth } from '../blocks/lists.ts'
import type { ItemContext } from './context.ts'
import { itemsOf, readingAt } from './items.ts'
import { writeOwner } from './words.ts'

/**
 * Writes the person whom somebody chose for `@query`: as the owner of the TODO that they stand in, elsewhere the name
 * where the query stood.
 *
 * @param range the sign and the query
 * @param beside the TODO keeps the owners that it has
 */
export function namePerson(view: EditorView, range: { from: number; to: number }, name: string, beside: boolean): void {
  const { state } = view
  const label = labelOf(name, itemsOf(state).context)
  const tr = state.tr.delete(withBlank(state, range.from, range.to), range.to)
  const after = state.applyTransaction(tr).state
  const placed = readingAt(after, tr.mapping.map(range.from, -1))
  if (placed?.reading.kind === 'todo') writeOwner(tr, placed, label, beside ? 'beside' : 'instead')
  else if (isOwnersPlace(after, label)) tr.insertText(`${label}: `, after.selection.$from.start())
  else {
    const named = state.tr.insertText(`${name} `, range.from, range.to)
    view.dispatch(named.scrollIntoView())
    return
  }
  view.dispatch(tr.scrollIntoView())
}

/** Where the query ends its line, the blank before it goes as well. */
function withBlank(state: EditorState, from: number, to: number): number {
  const $to = state.doc.resolve(to)
  const text = $to.parent.textBetween(0, $to.parent.content.size, undefined, '\uFFFC')
  const isLast = /^\s*(?:\n|$)/.test(text.slice($to.parentOffset))
  return isLast && text[from - $to.start() - 1] === ' ' ? from - 1 : from
}

/** Whether an empty line is one where an owner before a colon would make a TODO. */
function isOwnersPlace(state: EditorState, label: string): boolean {
  const { $from } = state.selection
  if ($from.parent.content.size > 0) return false
  const depth = itemDepth($from)
  if (depth > 0 && $from.node(depth).attrs['checked'] !== null) return true
  const { body, context } = itemsOf(state)
  const place = placeAt(body, pathOf($from), context)
  return place !== null && readLine(`${label}: do`, place, context.day, context)?.kind === 'todo'
}

/** Gives the TODO whose paragraph stands at `at` an owner; `index` is the one whose place they take, null all of them. */
export function assignOwner(
  state: EditorState,
  at: number,
  name: string,
  how: 'instead' | 'beside',
  index: number | null,
): Transaction | null {
  const placed = readingAt(state, at + 1)
  if (!placed) return null
  return writeOwner(state.tr, placed, labelOf(name, itemsOf(state).context), how, index)
}

/** What is written for somebody. */
export function labelOf(name: string, { participants, team }: Pick<ItemContext, 'participants' | 'team'>): string {
  return labelAmong(name, participants, team)
}
