/** A file's front matter and what follows it; the four parts in a row are the file's text, to the byte. */
export interface Split {
  /** the opening fence with its line end */
  open: string
  /** what stands between the fences, its final line end included */
  yaml: string
  /** the closing fence with its line end, if it has one */
  close: string
  rest: string
}

const opening = /^---[ \t]*\r?\n/
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const keyLine = /^(?:"[^"]*"|'[^']*'|[^\s"'#:[\]{},&*!|>%@`?-][^:]*?)[ \t]*:(?=\s|$)/
const lowerCaseKey = /^[a-z][\w-]*[ \t]*:(?=\s|$)/
/** What else stands at the left edge of a mapping: entries of a list, comments, closing brackets. */
const otherLine = /^(?:-(?=\s|$)|#|[\]}])/

/**
 * Cuts the front matter off a file's text (without byte-order mark). Null where there is none: no fence on the first
 * line, no closing fence, or something between them that does not look like a YAML mapping, such as the text between
 * two thematic breaks.
 */
export function split(text: string): Split | null {
  const open = opening.exec(text)?.[0]
  if (open === undefined) return null
  const lines: string[] = []
  let at = open.length
  while (at < text.length) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next + 1
    const line = text.slice(at, end)
    if (closing.test(line)) {
      if (!looksLikeMapping(lines)) return null
      return { open, yaml: text.slice(open.length, at), close: line, rest: text.slice(end) }
    }
    lines.push(line.trimEnd())
    at = end
  }
  return null
}

/**
 * Whether the lines are a YAML mapping, or blank, or a mapping with a mistake in it: a line that is no key is taken for
 * a mistake only while no blank line makes paragraphs of them.
 */
function looksLikeMapping(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'))
  const key = lines[first]
  if (key === undefined) return lines.every((line) => line === '')
  if (!keyLine.test(key)) return false
  if (lines[0] === '' && !lowerCaseKey.test(key)) return false
  const atEdge = lines.slice(first).filter((line) => /^\S/.test(line))
  return !lines.slice(first).includes('') || atEdge.every((line) => keyLine.test(line) || otherLine.test(line))
}
