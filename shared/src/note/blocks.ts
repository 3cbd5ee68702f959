import { attribute, textOf, type DocNode, type Path } from '../schema/node.ts'
import { headingText } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'
import { frontMatterOf, titleOf } from './describe.ts'
import { writeMarkdown, type Written } from './file.ts'
import { readingsOf } from './items.ts'

/** A piece of a note that is found and shown as one: a paragraph, a heading, a row of a table, a name. */
export interface NoteBlock {
  kind: 'title' | 'person' | 'todo' | 'decision' | 'text'
  /** its words, without the signs of Markdown, in one line */
  text: string
  /** the text of the nearest heading above it, without leading emoji */
  heading: string | null
  /** first and last line in the note's Markdown, from 1; null for what stands in the front matter */
  lines: readonly [first: number, last: number] | null
}

/** Every piece of a note that has words, the front matter's first, in order. [L80] */
export function blocksOf(content: NoteContent, written: Written = writeMarkdown(content)): NoteBlock[] {
  const { location, teams, tags, participants } = frontMatterOf(content)
  const header = (kind: NoteBlock['kind'], text: string): NoteBlock => ({ kind, text, heading: null, lines: null })
  return [
    header('title', titleOf(content)),
    ...participants.map((name) => header('person', name)),
    ...[location ?? '', ...teams, ...tags].map((text) => header('text', text)),
    ...bodyBlocks(content, written),
  ]
    .map((block) => ({ ...block, text: block.text.replace(/[\s\uFFFC]+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

function bodyBlocks(content: NoteContent, written: Written): NoteBlock[] {
  const kinds = new Map<string, NoteBlock['kind']>()
  for (const { kind, path } of readingsOf(content)) if (kind !== 'speaker') kinds.set(path.join(), kind)
  let heading: string | null = null
  const blocks: NoteBlock[] = []
  for (const { node, path } of leaves(content.body, [])) {
    if (path.length === 0) continue // nothing is in it
    blocks.push({ kind: kinds.get(path.join()) ?? 'text', text: wordsIn(node), heading, lines: written.lines(path) })
    if (node.type === 'heading' && path.length === 1) heading = headingText(node)
  }
  return blocks
}

/** The blocks that hold words themselves; of a table its rows. */
function* leaves(node: DocNode, path: Path): Generator<{ node: DocNode; path: Path }> {
  const children = node.content ?? []
  if (children.length === 0 || node.type === 'tableRow' || children.some(isInline)) yield { node, path }
  else for (const [index, child] of children.entries()) yield* leaves(child, [...path, index])
}

function isInline({ type, text }: DocNode): boolean {
  return text !== undefined || type === 'image' || type === 'hardBreak'
}

function wordsIn(node: DocNode): string {
  if (node.type === 'tableRow') return (node.content ?? []).map(wordsIn).filter(Boolean).join(' · ')
  return (node.content ?? []).map((child) => (child.type === 'image' ? altOf(child) : textOf(child))).join('')
}

/** What an image is called. */
function altOf(image: DocNode): string {
  const alt = attribute(image, 'alt')
  return typeof alt === 'string' ? ` ${alt} ` : ''
}
