import { applyEdits, meetingDay, setScalar } from '../front-matter/index.ts'
import { readOutline, sectionLevel, type Reading } from '../meeting/index.ts'
import { nodeAt, textOf } from '../schema/node.ts'
import { openTodos } from './carry.ts'
import type { NoteContent } from './content.ts'
import { movedDate, nextDay } from './dates.ts'
import { frontMatterOf } from './describe.ts'
import { readMarkdown, writeMarkdown } from './file.ts'
import { readingsOf } from './items.ts'

const todoHeading = '## TODOs and Decisions'

/**
 * The Markdown of the next meeting after a note: the same front matter, its dates moved; its sections, empty; and the
 * TODOs that are still open, as they were written.
 *
 * @param day "YYYY-MM-DD", when it is to be; else it is on the weekday of the last one, today at the earliest
 */
export function nextMeeting(
  content: NoteContent,
  { today, day: wanted, title }: { today: string; day?: string; title?: string },
): string {
  const { title: written, datetime } = frontMatterOf(content)
  const isUntitled = written === null && readOutline(content.body).length === 0
  const lastTitle = isUntitled ? content.form.nameTitle : written
  const last = meetingDay(datetime)
  const day = last === null ? null : (wanted ?? nextDay(last, today))
  const moved = (text: string) => (last !== null && day !== null ? movedDate(text, last, day) : text)
  const changes = [
    { key: 'title', value: title ?? moved(lastTitle ?? '') },
    { key: 'datetime', value: day === null ? '' : (datetime ?? '').replace(/^\s*[\d-]+/, day) },
  ] as const
  let yaml = content.frontMatter
  for (const { key, value } of changes) yaml = applyEdits(yaml, setScalar(yaml, key, value))
  const { open = '---\n', close = '---\n' } = content.form
  const hasHeader = content.form.open !== undefined || yaml !== ''
  const text = (hasHeader ? `${open}${yaml}${close}\n` : '') + bodyOf(content, moved)
  return content.form.crlf ? text.replace(/\r?\n/g, '\r\n') : text
}

function bodyOf(content: NoteContent, moved: (text: string) => string): string {
  const written = writeMarkdown(content)
  const lines = written.text.split(/\r\n|\n|\r/)
  const source = (first: number, last: number) => lines.slice(first - 1, last)
  const open = openTodos(readingsOf(content))
  const carried = open.map((reading) =>
    itemLines(reading, dated(content, reading, source(written.lines(reading.path)[0], written.lines(reading.last)[1]))),
  )

  const headings = readOutline(content.body).filter(({ path }) => path.length === 1)
  const level = sectionLevel(headings)
  const sections = headings
    .filter((heading) => heading.level <= level)
    .map(({ path, text }) => ({ text, lines: source(...written.lines(path)).map(moved) }))
  const home = sections.findLastIndex(({ text }) => open.some(({ section }) => section === text))

  const compose = (sectionOfTodos: number, todos: readonly (readonly string[])[]) =>
    sections
      .map(({ text, lines }, index) =>
        [lines, ...(/agenda/i.test(text) ? [['-']] : []), ...(index === sectionOfTodos ? together(todos) : [])]
          .map((block) => block.join('\n'))
          .join('\n\n'),
      )
      .join('\n\n')
  const asWritten = `${compose(home, carried)}\n`
  if (open.length === 0 || (home >= 0 && countTodos(asWritten) === open.length)) return asWritten
  // They stood in several places, and mean something else together: a section of their own says what they are.
  return `${[compose(-1, []), todoHeading, ...together(carried).map((block) => block.join('\n'))].join('\n\n').trim()}\n`
}

const listMarker = /^(?:[-*+]|\d+[.)])\s+(?:\[ \]\s+)?/

/** The lines of an item, brought to the margin, with the owners that stood in a line above it. */
function itemLines({ ownersFrom, owners }: Reading, lines: readonly string[]): string[] {
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0
  const [first = '', ...others] = lines.map((line) =>
    line.slice(Math.min(indent, line.length - line.trimStart().length)),
  )
  if (ownersFrom === 'line') return [first, ...others]
  const labels = owners.map(({ label }) => label).join('/')
  return [first.replace(listMarker, (marker) => `${marker}${labels}: `), ...others]
}

/** The lines with a due date such as "by Friday", which would mean another day in another note, written out. */
function dated({ body }: NoteContent, { due, path }: Reading, lines: readonly string[]): readonly string[] {
  const paragraph = due && nodeAt(body, path)
  if (!paragraph) return lines
  const words = textOf(paragraph).slice(due.from, due.to)
  if (words.includes(due.date)) return lines
  return lines
    .join('\n')
    .replace(words, () => `(due ${due.date})`)
    .split('\n')
}

/** Blocks with list items that follow each other joined, so that they are one list as before. */
function together(blocks: readonly (readonly string[])[]): string[][] {
  const joined: string[][] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const isItem = listMarker.test(block[0] ?? '')
    if (before && isItem && listMarker.test(before[0] ?? '')) before.push(...block)
    else joined.push([...block])
  }
  return joined
}

function countTodos(markdown: string): number {
  return openTodos(readingsOf(readMarkdown(markdown))).length
}
