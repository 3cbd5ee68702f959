import type { Items, Owner } from '../api/shapes.ts'
import { meetingDay, read } from '../front-matter/index.ts'
import { printInline } from '../markdown/index.ts'
import { readItems, resolve, type Reading } from '../meeting/index.ts'
import { attribute, nodeAt, textOf, type DocNode, type Path } from '../schema/node.ts'
import type { NoteContent } from './content.ts'
import { frontMatterOf } from './describe.ts'
import { writeMarkdown, type Written } from './file.ts'

/** What a note's words say, in document order: TODOs, decisions, and who speaks. */
export function readingsOf(content: NoteContent): Reading[] {
  const { datetime, participants } = frontMatterOf(content)
  return readItems(content.body, meetingDay(datetime), { participants })
}

/**
 * The TODOs and decisions of a note as the API gives them.
 *
 * @param keyOf names the paragraph at a path; it serves as the id of an item that has none of its own, or whose id
 *   stands earlier in the note already (a copied line)
 * @param written the note's file, where it is written already
 */
export function itemsOf(
  content: NoteContent,
  noteId: string,
  keyOf: (path: Path) => string,
  written: Written = writeMarkdown(content),
): Items {
  const { participants } = read(content.frontMatter)
  const seen = new Set<string>()
  const items: Items = { todos: [], decisions: [] }
  for (const reading of readingsOf(content)) {
    if (reading.kind === 'speaker') continue
    const id = reading.id !== null && !seen.has(reading.id) ? reading.id : keyOf(reading.path)
    seen.add(id)
    const item = {
      id,
      noteId,
      text: wordsOf(content.body, reading, written),
      owners: reading.owners.map(({ label }): Owner => {
        const resolution = resolve(label, participants)
        return { label, participant: resolution.kind === 'person' ? resolution.participant : null }
      }),
      section: reading.section,
      lines: [written.lines(reading.path)[0], written.lines(reading.last)[1]] satisfies [number, number],
    }
    if (reading.kind === 'decision')
      items.decisions.push(isStruck(content.body, reading) ? { ...item, struck: true } : item)
    else items.todos.push({ ...item, due: reading.due?.date ?? null, done: reading.done })
  }
  return items
}

/** Gives every TODO and decision that has no id one. For a note's creation: later, editors name what they make. */
export function nameItems(content: NoteContent, newId: () => string): NoteContent {
  const body = copyOf(content.body)
  for (const reading of readingsOf(content)) {
    const node = reading.kind === 'speaker' ? undefined : nodeAt(body, reading.path)
    if (node && attribute(node, 'id') === null) node.attrs = { ...node.attrs, id: newId() }
  }
  return { ...content, body }
}

/** A body whose nodes can be changed. */
export function copyOf(node: DocNode): DocNode {
  return node.content ? { ...node, content: node.content.map(copyOf) } : { ...node }
}

/** The parts of an item's paragraph that are its own words. */
function partsOf(body: DocNode, reading: Reading): DocNode[] {
  const paragraph = nodeAt(body, reading.path)
  if (!paragraph) throw new Error(`no paragraph at ${reading.path.join('.')}`)
  return cut(paragraph.content ?? [], rangesOf(paragraph, reading))
}

/** Whether all of an item's own words are struck through. [A147] */
function isStruck(body: DocNode, reading: Reading): boolean {
  const words = partsOf(body, reading).filter((part) => /[\p{L}\p{N}]/u.test(textOf(part)))
  return words.length > 0 && words.every(({ marks }) => marks?.some(({ type }) => type === 'strike'))
}

/** The Markdown of an item without its marker, owner label and due date; the list below it as it is written. */
function wordsOf(body: DocNode, reading: Reading, written: Written): string {
  const words = printInline(partsOf(body, reading)).trim()
  const isAlone = reading.last.length === reading.path.length && reading.last.at(-1) === reading.path.at(-1)
  if (isAlone) return words
  const after = written.lines(reading.path)[1]
  const details = written.text.split(/\r\n|\n|\r/).slice(after, written.lines(reading.last)[1])
  const indent = Math.min(
    ...details.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  )
  return [words, ...details.map((line) => line.slice(indent).trimEnd()).filter((line) => line !== '')].join('\n')
}

/** The ranges of a paragraph's text that are the item's own words: from after its label, without the due date. */
function rangesOf(paragraph: DocNode, { textFrom, due }: Reading): [from: number, to: number][] {
  const text = textOf(paragraph)
  if (!due) return [[textFrom, text.length]]
  const blankBefore = /[ \t]$/.test(text.slice(textFrom, due.from)) ? 1 : 0
  return [
    [textFrom, due.from - blankBefore],
    [due.to, text.length],
  ]
}

/** The parts of inline content that lie in `ranges`, offsets as in `textOf`. */
function cut(content: readonly DocNode[], ranges: readonly [from: number, to: number][]): DocNode[] {
  const parts: DocNode[] = []
  let start = 0
  for (const node of content) {
    const end = start + textOf(node).length
    for (const [from, to] of ranges) {
      const first = Math.max(from, start)
      const last = Math.min(to, end)
      if (first >= last) continue
      parts.push(node.text === undefined ? node : { ...node, text: node.text.slice(first - start, last - start) })
    }
    start = end
  }
  return parts
}
