import { fold, wordPattern } from './fold.ts'

/** A range of a text, in UTF-16 units. */
export type Mark = readonly [from: number, to: number]

/** What is folded together: a letter with its accents, a syllable of Hangul that is written in parts. */
const clusterPattern = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu

/** A word of a text, folded. */
interface Word {
  word: string
  /** where each of its folded units stands in the text, and after the last one its end */
  at: number[]
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
  const words = wordsIn(text)
  return phrases.map((phrase) => {
    const wanted = phrase.split(' ')
    return words.flatMap((_, start) => {
      const mark = markAt(words, start, wanted)
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

function markAt(words: readonly Word[], start: number, wanted: readonly string[]): Mark | null {
  const isThere = wanted.every((want, offset) => {
    const word = words[start + offset]?.word
    return word !== undefined && (offset < wanted.length - 1 ? word === want : word.startsWith(want))
  })
  const last = words[start + wanted.length - 1]
  const from = words[start]?.at[0]
  const to = last?.at[wanted.at(-1)?.length ?? 0]
  return isThere && from !== undefined && to !== undefined ? [from, to] : null
}

function wordsIn(text: string): Word[] {
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: cluster, index } of text.matchAll(clusterPattern)) {
    const plain = fold(cluster)
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(index)
      to.push(index + cluster.length)
    }
    folded += plain
  }
  return [...folded.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    word,
    at: Array.from({ length: word.length + 1 }, (_, unit) =>
      unit === 0 ? (from[index] ?? 0) : (to[index + unit - 1] ?? text.length),
    ),
  }))
}
