import { ownerEdit, readLine, type Place } from '@minutebook/shared/meeting'

/** What is typed behind an `@`, with the place of both in the text. */
export interface Mention {
  query: string
  from: number
  to: number
}

/** The person who is asked for where the caret is; null where nobody is. */
export function mentionAt(text: string, caret: number): Mention | null {
  const query = /(?:^|[\s(])@([^\s/@]*)$/.exec(text.slice(0, caret))?.[1]
  return query === undefined ? null : { query, from: caret - query.length - 1, to: caret }
}

const inBox: Place = { section: 'todos', heading: null, box: true, points: false, list: 'item', lead: null }

/**
 * The words of a TODO with an owner in place of the `@` and what is behind it, and the caret in them.
 *
 * @param label as it is to stand in the text, such as `RD`
 * @param beside the owners that it has stay
 */
export function withOwner(
  text: string,
  { from, to }: Mention,
  label: string,
  beside: boolean,
): { text: string; caret: number } {
  const before = text.slice(0, from)
  const isLast = text.slice(to).trim() === ''
  const start = isLast && !/:\s*$/.test(before) ? before.trimEnd().length : from
  const rest = text.slice(0, start) + text.slice(isLast ? text.length : to)
  const line = readLine(`${rest} do`, inBox, null) // as it will be once it says what to do
  const owned = line ?? { owners: [], marker: null, textFrom: 0 }
  const edit = ownerEdit({ ...owned, ownersFrom: 'line' }, label, beside ? 'beside' : 'instead')
  if (!edit) return { text: rest, caret: start }
  const { from: at, to: end, insert } = edit
  const caret = start < end ? at + insert.length : start + insert.length - (end - at)
  return { text: rest.slice(0, at) + insert + rest.slice(end), caret }
}
