/** Where a text can be split between two words: the offsets of such blanks. */
export function wordGaps(text: string): number[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},.;]) (?=\p{L})/gu)].map((match) => match.index)
}
