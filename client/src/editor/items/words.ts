import { dropOwnersEdit, ownerEdit, type WordEdit } from '@minutebook/shared/meeting'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { PlacedReading } from './reading-state.ts'

// A reading is changed by writing words: what the screen says then is what the file says.

/**
 * Gives the item an owner, in place of those that it has or beside them.
 *
 * @param label as it is to stand in the text, such as `RD`
 * @param index the owner whose place they take; null for all of them
 */
export function writeOwner(
  tr: Transaction,
  { at, reading }: PlacedReading,
  label: string,
  how: 'instead' | 'beside',
  index: number | null = null,
): Transaction {
  return make(tr, at, ownerEdit(reading, label, how, index))
}

/** Takes an item's owners away. */
export function dropOwners(tr: Transaction, { at, reading }: PlacedReading): Transaction {
  return make(tr, at, dropOwnersEdit(reading))
}

/** Makes a change of the words of the paragraph at `at`. */
function make(tr: Transaction, at: number, edit: WordEdit | null): Transaction {
  if (!edit) return tr
  const [from, to] = [at + 1 + edit.from, at + 1 + edit.to]
  return edit.insert === '' ? tr.delete(from, to) : tr.insertText(edit.insert, from, to)
}

/** Gives the item a due date, in place of the words of the one that it has, or takes that away. */
export function writeDue(tr: Transaction, { at, reading, paragraph }: PlacedReading, date: string | null): Transaction {
  const start = at + 1
  const words = date === null ? '' : `(due ${date})`
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, '\uFFFC')
  if (reading.due) {
    const from = date === null && text[reading.due.from - 1] === ' ' ? reading.due.from - 1 : reading.due.from
    return words === ''
      ? tr.delete(start + from, start + reading.due.to)
      : tr.insertText(words, start + from, start + reading.due.to)
  }
  if (words === '') return tr
  const lineEnd = text.indexOf('\n')
  const end = (lineEnd < 0 ? text : text.slice(0, lineEnd)).trimEnd().length
  return tr.insertText(` ${words}`, start + end)
}

/** Writes `Decision: ` before the words of the paragraph at `at`, unless it says so already. */
export function writeDecision(state: EditorState, tr: Transaction, at: number): Transaction {
  const paragraph = state.doc.nodeAt(at)
  if (!paragraph || /^decision:/i.test(paragraph.textContent)) return tr
  if (paragraph.attrs['plain'] === true) tr.setNodeAttribute(at, 'plain', null)
  return tr.insertText('Decision: ', at + 1)
}
