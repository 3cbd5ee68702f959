import { findFormulas } from '@minutebook/shared/markdown/find-formulas'
import { findEmoji } from '../editor/extras/emoji.ts'
import { findMarked } from '../editor/extras/marked.ts'

/** Some words of an item, and what they are shown as. */
export type Words =
  | { kind: 'text' | 'mark' | 'emoji'; from: number; text: string }
  | { kind: 'formula'; from: number; text: string; isDisplay: boolean }

/** Cuts a text into formulas, highlighted words, shortcodes and what is between them, as the note shows it. */
export function readWords(text: string): Words[] {
  const special = [
    ...findFormulas(text).map(({ from, to, tex, isDisplay }) => ({
      to,
      words: { kind: 'formula' as const, from, text: tex, isDisplay },
    })),
    ...findMarked(text).map(({ from, to }) => ({
      to,
      words: { kind: 'mark' as const, from, text: text.slice(from + 2, to - 2) },
    })),
    ...findEmoji(text).map(({ from, to, emoji }) => ({ to, words: { kind: 'emoji' as const, from, text: emoji } })),
  ].toSorted((a, b) => a.words.from - b.words.from)
  const found: Words[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) found.push({ kind: 'text', from: at, text: text.slice(at, to) })
  }
  for (const { to, words } of special) {
    if (words.from < at) continue // inside of the one before it
    plain(words.from)
    found.push(words)
    at = to
  }
  plain(text.length)
  return found
}
