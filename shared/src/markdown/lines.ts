/** One line of a file. */
export interface Line {
  text: string
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the file */
  end: string
  /** offset of the line's first character */
  at: number
}

/** The lines of a text; a text that ends in a line end has no line after it. An empty text has one empty line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(at, match.index), end: match[0], at })
    at = match.index + match[0].length
  }
  if (at < text.length || lines.length === 0) lines.push({ text: text.slice(at), end: '', at })
  return lines
}

/** Whether a line holds nothing, or blanks only, as Markdown counts blanks. */
export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text)
}

/** The visual column after the first `length` characters of `text`, with tab stops at every fourth column. */
export function columnAt(text: string, length: number): number {
  let column = 0
  for (let i = 0; i < length; i++) column += text[i] === '\t' ? 4 - (column % 4) : 1
  return column
}

/** That many blanks; none for a negative number. */
export function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count))
}
