import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'

/** The code that holds the whole selection; null where it is anywhere else. */
function codeOf({ selection: { $from, $to } }: EditorState): { text: string; start: number } | null {
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

/** Tab in code: blanks at the caret, or before each of the selected lines. */
export const indentCode: Command = (state, dispatch) => {
  const code = codeOf(state)
  if (!code) return false
  const { text, start } = code
  const tr = state.tr
  if (state.selection.empty) tr.insertText(stepIn(text))
  else for (const at of lineStarts(state, text, start).toReversed()) tr.insertText(stepIn(text), start + at)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Shift+Tab in code: one step less before each of the lines. */
export const outdentCode: Command = (state, dispatch) => {
  const code = codeOf(state)
  if (!code) return false
  const { text, start } = code
  const tr = state.tr
  for (const at of lineStarts(state, text, start).toReversed()) {
    const blanks = /^(?:\t| {1,2})/.exec(text.slice(at))?.[0].length ?? 0
    if (blanks > 0) tr.delete(start + at, start + at + blanks)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Enter in code: the next line begins with the blanks of this one. */
export const breakCode: Command = (state, dispatch) => {
  const code = codeOf(state)
  if (!code) return false
  const { from, to } = state.selection
  const before = code.text.slice(0, from - code.start)
  const blanks = /^[\t ]*/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? ''
  const tr = state.tr.insertText(`\n${blanks}`, from, to)
  const end = from + 1 + blanks.length
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
  return true
}
