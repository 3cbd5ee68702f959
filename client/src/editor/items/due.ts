import type { Reading } from '@minutebook/shared/meeting'

/**
 * The part of a line that its pill can stand for without leaving a hole in the sentence: words in brackets, or at the
 * end of the line, with the blank before them. `null` where the words must stay.
 */
export function hiddenByPill(text: string, due: NonNullable<Reading['due']>): { from: number; to: number } | null {
  const isBracketed = /^[([]/.test(text.slice(due.from, due.to))
  const isLast = /^[\s.;,!]*(?:\n|$)/.test(text.slice(due.to))
  if (!isBracketed && !isLast) return null
  return { from: text[due.from - 1] === ' ' ? due.from - 1 : due.from, to: due.to }
}
