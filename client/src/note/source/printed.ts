import type { DocNode, Path } from '@minutebook/shared/schema'
import { writeMarkdown, type NoteContent } from '@minutebook/shared/note'

/** A note as the file that a download gives, and where its blocks stand in it. */
export interface Source {
  text: string
  /** the blocks that hold no others, in the order of the file; a table by its rows */
  blocks: readonly SourceBlock[]
}

/** A block in the file: its first and last line, from 1. */
export interface SourceBlock {
  path: Path
  /** the text block in it where a caret can stand: the block itself, the first cell of a row */
  caret: Path
  first: number
  last: number
}

const containers = new Set(['doc', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'footnoteDefinition'])

/** Prints a note and finds its blocks, by the lines that the API gives. It takes as long as a download does. */
export function printSource(content: NoteContent): Source {
  const written = writeMarkdown(content)
  const blocks: SourceBlock[] = []
  const visit = (node: DocNode, path: Path) => {
    if (containers.has(node.type)) {
      for (const [index, child] of (node.content ?? []).entries()) visit(child, [...path, index])
      return
    }
    const [first, last] = written.lines(path)
    const rows = node.type === 'table' ? (node.content ?? []) : []
    if (rows.length === 0 || last - first !== rows.length) blocks.push({ path, caret: path, first, last })
    // below its head a table has one line more: the delimiter row
    else for (const index of rows.keys()) blocks.push(rowOf(path, index, first))
  }
  visit(content.body, [])
  return { text: written.text, blocks }
}

function rowOf(path: Path, index: number, first: number): SourceBlock {
  const line = first + index + (index === 0 ? 0 : 1)
  return { path: [...path, index], caret: [...path, index, 0], first: line, last: line }
}
