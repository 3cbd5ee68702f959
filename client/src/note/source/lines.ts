import type { Path } from '@minutebook/shared/schema'
import type { SourceBlock } from './printed.ts'

/** Lines that are drawn together. An object that stays the same is not drawn again. */
export interface Chunk {
  key: number
  lines: readonly string[]
}

/** As many lines as a chunk has when it is made. */
const chunkLines = 100

/** The lines of a file; the end of its last line begins no other. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines
}

/** Puts lines into chunks, keeping those of `before` that lie wholly above or below what changed. */
export function rechunk(before: readonly Chunk[], lines: readonly string[]): Chunk[] {
  let above = 0
  let from = 0
  for (const chunk of before) {
    if (!holds(lines, from, chunk)) break
    from += chunk.lines.length
    above += 1
  }
  let below = before.length
  let to = lines.length
  for (; below > above; below--) {
    const chunk = before[below - 1]
    if (!chunk || to - chunk.lines.length < from || !holds(lines, to - chunk.lines.length, chunk)) break
    to -= chunk.lines.length
  }
  let key = Math.max(0, ...before.map((chunk) => chunk.key))
  const anew: Chunk[] = []
  for (let start = from; start < to; start += chunkLines) {
    anew.push({ key: ++key, lines: lines.slice(start, Math.min(start + chunkLines, to)) })
  }
  return [...before.slice(0, above), ...anew, ...before.slice(below)]
}

function holds(lines: readonly string[], from: number, chunk: Chunk): boolean {
  return chunk.lines.every((line, index) => lines[from + index] === line)
}

/** How many lines stand above each chunk. */
export function linesAbove(chunks: readonly Chunk[]): number[] {
  let above = 0
  return chunks.map(({ lines }) => (above += lines.length) - lines.length)
}

/** The block that a line shows, or the one above a blank line. Null in the front matter and above all blocks. */
export function blockAt(blocks: readonly SourceBlock[], line: number): SourceBlock | null {
  return blocks.findLast((block) => block.first <= line) ?? null
}

/** The block that holds the node at `path`. */
export function blockOf(blocks: readonly SourceBlock[], path: Path): SourceBlock | null {
  return blocks.find((block) => block.path.every((index, level) => index === path[level])) ?? null
}
