import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'

interface Code {
  text: string
  /** the position before its first letter */
  start: number
}

/** The code that holds the whole selection; null where it is anywhere else. */
function codeOf({ selection: { $from, $to } }: EditorState): Code | null {
  const isCode = $from.sameParent($to) && $from.parent.type.name === 'codeBlock'
  return isCode ? { text: $from.parent.textContent, start: $from.start() } : null
}

/** One step of indentation, as the code has it already. */
const stepIn = (text: string) => (/^\t/m.test(text) ? '\t' : '  ')

/** Where the lines begin that the selection touches. */
function lineStarts({ selection: { from, to } }: EditorState, text: string, start: number): number[] {
  const first = text.lastIndexOf('\n', from - start - 1) + 1
  const starts = [first]
  for (let end = text.indexOf('\n', first); end >= 0 && end + 1 < to - start; end = text.indexOf('\n', end + 1))
    starts.push(end + 1)
  return starts
}

/** A command that edits the code of the selection, and is none elsewhere. */
const inCode =
  (edit: (tr: Transaction, state: EditorState, code: Code) => Transaction): Command =>
  (state, dispatch) => {
    const code = codeOf(state)
    if (!code) return false
    dispatch?.(edit(state.tr, state, code).scrollIntoView())
    return true
  }

/** Tab in code: blanks at the caret, or before each of the selected lines. */
export const indentCode = inCode((tr, state, { text, start }) => {
  if (state.selection.empty) return tr.insertText(stepIn(text))
  for (const at of lineStarts(state, text, start).toReversed()) tr.insertText(stepIn(text), start + at)
  return tr
})

/** Shift+Tab in code: one step less before each of the lines. */
export const outdentCode = inCode((tr, state, { text, start }) => {
  for (const at of lineStarts(state, text, start).toReversed()) {
    const blanks = /^(?:\t| {1,2})/.exec(text.slice(at))?.[0].length ?? 0
    if (blanks > 0) tr.delete(start + at, start + at + blanks)
  }
  return tr
})

/** Enter in code: the next line begins with the blanks of this one. */
export const breakCode = inCode((tr, { selection: { from, to } }, { text, start }) => {
  const before = text.slice(0, from - start)
  const blanks = /^[\t ]*/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? ''
  tr.insertText(`\n${blanks}`, from, to)
  return tr.setSelection(TextSelection.create(tr.doc, from + 1 + blanks.length))
})
