import type { OpenPoint, Review, Todo, UncertainOwner } from '../api/shapes.ts'
import {
  agendaState,
  discussionsOf,
  readAgenda,
  readOutline,
  resolve,
  type AgendaMarks,
  type OutlineEntry,
} from '../meeting/index.ts'
import { read } from '../front-matter/index.ts'
import type { DocNode } from '../schema/node.ts'
import type { NoteContent } from './content.ts'
import { writeMarkdown } from './file.ts'
import { itemsOf } from './items.ts'

/** What a meeting leaves open: its note as it is now. [G1] */
export type OpenEnds = Pick<Review, 'todosWithoutOwner' | 'uncertainOwners' | 'undiscussed'>

/**
 * Reviews a note before the meeting is finished. Only TODOs that are open are looked at.
 *
 * @param keyOf as in `itemsOf`
 */
export function reviewOf(
  content: NoteContent,
  noteId: string,
  keyOf: Parameters<typeof itemsOf>[2],
  marks: AgendaMarks,
): OpenEnds {
  const open = itemsOf(content, noteId, keyOf).todos.filter((todo) => !todo.done)
  const { participants } = read(content.frontMatter)
  return {
    todosWithoutOwner: open.filter(({ owners }) => owners.length === 0),
    uncertainOwners: open.flatMap((todo) => uncertain(todo, participants)),
    undiscussed: undiscussed(content, marks),
  }
}

function uncertain(todo: Todo, participants: readonly string[]): UncertainOwner[] {
  return todo.owners.flatMap(({ label }) => {
    const meant = resolve(label, participants)
    if (meant.kind === 'person' || meant.kind === 'group') return []
    return [{ todo, label, candidates: meant.kind === 'ambiguous' ? meant.candidates : [] }]
  })
}

/** The points of the agenda that nobody ticked or started, and that no heading with something below it is about. [G2] */
function undiscussed(content: NoteContent, marks: AgendaMarks): OpenPoint[] {
  const points = agendaState(readAgenda(content.body), marks)
  const outline = readOutline(content.body)
  const written = writeMarkdown(content)
  const discussed = new Set(
    [...discussionsOf(points, outline)].flatMap(([index, point]) =>
      hasWords(content.body, outline, index) ? [point] : [],
    ),
  )
  return points.flatMap((point) => {
    if (point.state !== 'open' || discussed.has(point)) return []
    const [first, last] = written.lines(point.path)
    return [{ text: point.text, lines: [first, last] satisfies [number, number] }]
  })
}

/** Whether something stands below a heading, before the next one that does not belong to it. */
function hasWords({ content = [] }: DocNode, outline: readonly OutlineEntry[], index: number): boolean {
  const heading = outline[index]
  const next = outline.find(({ level }, at) => at > index && heading !== undefined && level <= heading.level)
  const blocks = content.slice((heading?.path[0] ?? 0) + 1, next?.path[0])
  return blocks.some(({ type, content: inner }) => type !== 'heading' && inner !== undefined)
}
