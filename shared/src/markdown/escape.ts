/** A class of characters that Markdown could take for syntax. */
interface Unsafe {
  /** what would be read into them */
  meaning: string
  characters: RegExp
}

/** Tried one after the other, the rarest needed last. Each is escaped with a backslash before it. */
export const unsafeCharacters: readonly Unsafe[] = [
  { meaning: 'emphasis', characters: /_/g },
  { meaning: 'emphasis', characters: /\*/g },
  { meaning: 'a code span', characters: /`/g },
  { meaning: 'a link, an image, a footnote, a definition', characters: /[[\]]/g },
  { meaning: 'HTML or an autolink', characters: /</g },
  { meaning: 'an entity', characters: /&/g },
  { meaning: 'strikethrough', characters: /~/g },
  { meaning: 'an escape, a hard break', characters: /\\(?=[!-/:-@[-`{-~]|$)/gm },
  { meaning: 'the closing sequence of a heading', characters: /#(?=#*[ \t]*$)/g },
  { meaning: 'a table', characters: /\|/g },
  { meaning: 'a formula', characters: /\$/g },
  { meaning: 'a bare link', characters: /[:.@](?=\S)/g },
]

/** How many classes of `unsafeCharacters` are escaped together where one alone does not do. */
export const unsafeGroups: readonly number[] = [2, 4, unsafeCharacters.length - 1]

/** All of ASCII punctuation: what a backslash can escape. */
export const anyPunctuation = /[!-/:-@[-`{-~]/g

/** A way to write the words of a text so that they stay words. */
export type Escape = (text: string) => string

/** No escape but of what no line can hold: a carriage return, and U+0000, which Markdown reads as U+FFFD. */
export const asIs: Escape = (text) => text.replaceAll('\r', '&#13;').replaceAll('\0', '\uFFFD')

/** Puts a backslash before what any of `patterns` matches. A dollar is a reference: the backslash before one is text. */
export function escaping(patterns: readonly RegExp[]): Escape {
  const all = new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'gm')
  return (text) => asIs(text.replace(all, (found) => (found === '$' ? '&#36;' : `\\${found}`)))
}

/** A start of a line that would begin another block, or end this one. */
interface Start {
  meaning: string
  line: RegExp
  /** the line that stays text */
  write: string
}

const certainStarts: readonly Start[] = [
  { meaning: 'a heading', line: /^#{1,6}(?=[ \t]|$)/, write: '\\$&' },
  { meaning: 'a bullet', line: /^[-+*](?=[ \t]|$)/, write: '\\$&' },
  { meaning: 'an underline of a heading', line: /^(?:=+|-+)(?=[ \t]*$)/, write: '\\$&' },
  { meaning: 'a quote', line: /^>/, write: '\\$&' },
  { meaning: 'a fence', line: /^(?:`{3}|~{3})/, write: '\\$&' },
  { meaning: 'a rule', line: /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/, write: '\\$&' },
  { meaning: 'a numbered item', line: /^(\d{1,9})([.)])(?=[ \t]|$)/, write: '$1\\$2' },
]

const possibleStarts: readonly Start[] = [
  ...certainStarts,
  { meaning: 'HTML, a definition, a row of a table', line: /^[<|[:]/, write: '\\$&' },
]

/**
 * Escapes the start of each line that would be taken for that of a block.
 *
 * @param wide also those starts that are syntax only together with what follows
 */
export function escapeStarts(markdown: string, wide: boolean): string {
  return markdown
    .split('\n')
    .map((line) => escapeStart(line, wide ? possibleStarts : certainStarts))
    .join('\n')
}

function escapeStart(line: string, starts: readonly Start[]): string {
  for (const start of starts) if (start.line.test(line)) return line.replace(start.line, start.write)
  return line
}
