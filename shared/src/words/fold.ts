/** Letters that Unicode does not take apart, and what people type who do not have them. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}

/** Scripts that write without blanks: each of their letters is a word, so that a word inside a line is found. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
/** A word of folded text. */
export const wordPattern = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}])+`, 'gu')

/** Text without case and accents: equal for `RăzvanD`, `RazvanD` and `razvand`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıħ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}

/** The name by which a person, label or team is looked up: folded, without a leading `@`. */
export function foldName(name: string): string {
  return fold(name.trim().replace(/^@/, ''))
}

/** The words of a text, folded, with one blank between them. */
export function wordsOf(text: string): string {
  return (fold(text).match(wordPattern) ?? []).join(' ')
}

/**
 * What must be found, a phrase each: all its words in this order, the last one perhaps only begun. Phrases are what
 * stands between blanks, so `follow-up` is one of two words. They hold letters, digits and blanks only.
 */
export function phrasesOf(query: string): string[] {
  return query
    .split(/\s+/)
    .map(wordsOf)
    .filter((phrase) => phrase !== '')
}
