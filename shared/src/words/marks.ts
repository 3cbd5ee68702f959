import { fold, wordPattern } from './fold.ts'

/** A range of a text, in UTF-16 units. */
export type Mark = readonly [from: number, to: number]

/** What is folded together: a letter with its accents, a syllable of Hangul that is written in parts. */
const clusterPattern = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu

/** The words of a text, folded, and where their units stand in it. */
interface Folded {
  words: { word: string; index: number }[]
  /** where a folded unit begins in the text, and where it ends; the text's own places where they are null */
  from: readonly number[] | null
  to: readonly number[] | null
}

/**
 * Where a text has the phrases of a query (`phrasesOf`), in order and apart from each other: all words of a phrase but
 * the last one whole, of the last one as much as the query has. [L81]
 */
export function marksOf(text: string, phrases: readonly string[]): Mark[] {
  return mergeMarks(placesOf(text, phrases).flat())
}

/** The same for each phrase by itself. */
export function placesOf(text: string, phrases: readonly string[]): Mark[][] {
  const folded = foldedWords(text)
  return phrases.map((phrase) => {
    const wanted = phrase.split(' ')
    return folded.words.flatMap((_, start) => {
      const mark = markAt(folded, start, wanted)
      return mark ? [mark] : []
    })
  })
}

/** The same ranges in order, those that touch or overlap as one. */
export function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: [number, number][] = []
  for (const [from, to] of marks.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

function markAt({ words, from, to }: Folded, start: number, wanted: readonly string[]): Mark | null {
  const isThere = wanted.every((want, offset) => {
    const word = words[start + offset]?.word
    return word !== undefined && (offset < wanted.length - 1 ? word === want : word.startsWith(want))
  })
  const [first, last] = [words[start], words[start + wanted.length - 1]]
  if (!isThere || !first || !last) return null
  const end = last.index + (wanted.at(-1)?.length ?? 0)
  return [from ? (from[first.index] ?? 0) : first.index, to ? (to[end - 1] ?? 0) : end]
}

function foldedWords(text: string): Folded {
  const { folded, from, to } = foldedText(text)
  const words = [...folded.matchAll(wordPattern)].map(({ 0: word, index }) => ({ word, index }))
  return { words, from, to }
}

function foldedText(text: string): { folded: string } & Omit<Folded, 'words'> {
  if (isAscii(text)) return { folded: text.toLowerCase(), from: null, to: null }
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: cluster, index } of text.matchAll(clusterPattern)) {
    const plain = isAscii(cluster) ? cluster.toLowerCase() : fold(cluster)
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(index)
      to.push(index + cluster.length)
    }
    folded += plain
  }
  return { folded, from, to }
}

/** Whether every letter stands for itself, and folds to one. */
function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(text)
}
