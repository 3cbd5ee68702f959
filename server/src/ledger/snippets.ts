import type { SearchSnippet } from '@minutebook/shared/api'
import { mergeMarks, placesOf, type Mark } from '@minutebook/shared/words'
import type { Row } from './queries.ts'

const mostSnippets = 3
/** UTF-16 units that a snippet shows at most, before the first mark and in all. */
const shown = { before: 60, all: 200 } as const
/** So many characters of a place's words tell it from those around it. */
const placeLength = 60

const weights: Readonly<Record<SearchSnippet['kind'], number>> = { title: 4, todo: 3, decision: 3, person: 2, text: 1 }

/**
 * The pieces of a note that say the most of what is looked for: first those that have more of its phrases, then by kind,
 * then as they stand in the note. [L83]
 *
 * @param rows of `ledger_blocks`, those that have all phrases among the first, of them the weightiest kind first and each
 *   kind in the order of the note: no more are looked at than needed
 * @param phrases as `phrasesOf` gives them
 */
export function snippetsOf(rows: Iterable<Row>, phrases: readonly string[]): SearchSnippet[] {
  const seen = new Set<string>()
  const found: ({ row: Row } & ReturnType<typeof rating>)[] = []
  let whole = 0
  for (const row of rows) {
    if (whole === mostSnippets) break // they have all phrases: none comes before them
    const text = String(row['text'])
    if (seen.has(text)) continue
    seen.add(text)
    const rated = rating(row, phrases)
    if (rated.marks.length === 0) continue
    found.push({ row, ...rated })
    if (rated.phrases === phrases.length) whole += 1
  }
  return found
    .toSorted((a, b) => b.phrases - a.phrases || b.weight - a.weight || a.place - b.place)
    .slice(0, mostSnippets)
    .map(({ row, marks }) => snippet(row, marks))
}

type Marks = readonly Mark[]

function rating(row: Row, phrases: readonly string[]) {
  const places = placesOf(String(row['text']), phrases)
  return {
    marks: mergeMarks(places.flat()),
    phrases: places.filter((marks) => marks.length > 0).length,
    weight: weights[kindOf(row)],
    place: Number(row['place']),
  }
}

function kindOf(row: Row): SearchSnippet['kind'] {
  const kind = row['kind']
  return kind === 'title' || kind === 'person' || kind === 'todo' || kind === 'decision' ? kind : 'text'
}

function snippet(row: Row, marks: Marks): SearchSnippet {
  const text = String(row['text'])
  const [from, to] = cut(text, marks[0]?.[0] ?? 0)
  const head = from > 0 ? '…' : ''
  const [line, lastLine, heading] = [row['line'], row['last_line'], row['heading']]
  const start = marks[0]?.[0] ?? 0
  return {
    kind: kindOf(row),
    text: head + text.slice(from, to) + (to < text.length ? '…' : ''),
    marks: marks
      .filter(([first]) => first < to)
      .map(([first, last]) => [first - from + head.length, Math.min(last, to) - from + head.length]),
    heading: typeof heading === 'string' ? heading : null,
    place:
      typeof line === 'number' && typeof lastLine === 'number'
        ? { lines: [line, lastLine], words: text.slice(start, endOfWord(text, start + placeLength)) }
        : null,
  }
}

/** The part of a text that is shown around its first mark, whole words where there are blanks. [L84] */
function cut(text: string, mark: number): [from: number, to: number] {
  if (text.length <= shown.all) return [0, text.length]
  const earliest = Math.min(Math.max(0, mark - shown.before), text.length - shown.all)
  const blank = text.indexOf(' ', earliest)
  const from = earliest === 0 ? 0 : wholeLetter(text, blank >= 0 && blank < mark ? blank + 1 : earliest)
  return [from, endOfWord(text, from + shown.all)]
}

/** The last end of a word up to an offset; the offset itself inside of what has no blanks. */
function endOfWord(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const blank = text.lastIndexOf(' ', offset)
  return blank > offset - placeLength / 2 ? blank : wholeLetter(text, offset)
}

/** The offset, or the one before it where it would part a letter of two units. */
function wholeLetter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset - 1 : offset
}
