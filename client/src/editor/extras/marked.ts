/** Two signs that touch the words between them, on one line. */
const marked = /(?<!=)==(?=[^\s=])(?:[^=\n\uFFFC]|=(?!=))*(?<=[^\s=])==(?!=)/g

/** Where words are highlighted, the signs included: UTF-16 offsets in `text`. */
export function findMarked(text: string): { from: number; to: number }[] {
  return [...text.matchAll(marked)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}
