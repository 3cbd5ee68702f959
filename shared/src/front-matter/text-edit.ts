/** Replaces `from`..`to` (UTF-16 offsets in the text before any of the edits) by `insert`. */
export interface TextEdit {
  from: number
  to: number
  insert: string
}

/** The text after `edits`, which must be in ascending order and not overlap; all offsets are of `text`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new Error(`applyEdits: edit ${edit.from}..${edit.to} overlaps or lies outside of the text`)
    }
    result += text.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return result + text.slice(at)
}

/** Puts `insert` at an offset. */
export function insertion(offset: number, insert: string): TextEdit {
  return { from: offset, to: offset, insert }
}
