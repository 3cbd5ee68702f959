import { readNote } from '@minutebook/shared/doc'
import { nodeAt, textOf, type DocNode, type Path } from '@minutebook/shared/schema'
import { marksOf, wordsOf } from '@minutebook/shared/words'
import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'
import { lightUp } from './light-up.ts'
import { printSource, type SourceBlock } from './source/printed.ts'

/** A place in a note: near a line of its Markdown, where words stand. */
export interface ShownPlace {
  /** from 1; null: anywhere */
  line: number | null
  words: string
}

/** The place that an address leads to, such as `#line=12&find=we%20meet`; null where it leads to none. */
export function placeIn(hash: string): ShownPlace | null {
  const search = new URLSearchParams(hash.replace(/^#/, ''))
  const line = Number(search.get('line') ?? 0)
  const words = search.get('find') ?? ''
  const isLine = Number.isInteger(line) && line > 0
  return isLine || words !== '' ? { line: isLine ? line : null, words } : null
}

/**
 * The block of a place: of those that have the words, in this order, the one nearest to the line; else of those that
 * have most of them; without words the one at the line. Null where half of the words are gone. [L92]
 */
export function findBlock(
  blocks: readonly SourceBlock[],
  body: DocNode,
  { line, words }: ShownPlace,
): SourceBlock | null {
  const near = (candidates: readonly SourceBlock[]) =>
    candidates.toSorted((a, b) => distance(a, line) - distance(b, line))[0] ?? null
  const wanted = [...new Set(wordsOf(words).split(' '))].filter((word) => word !== '')
  if (wanted.length === 0) return near(blocks)
  const texts = new Map(blocks.map((block) => [block, textAt(body, block.path)]))
  const phrase = wordsOf(words)
  const whole = blocks.filter((block) => marksOf(texts.get(block) ?? '', [phrase]).length > 0)
  if (whole.length > 0) return near(whole)
  const shares = blocks.map((block) => {
    const there = new Set(wordsOf(texts.get(block) ?? '').split(' '))
    return wanted.filter((word) => there.has(word)).length / wanted.length
  })
  const most = Math.max(0, ...shares)
  return most < 0.5 ? null : near(blocks.filter((_, index) => shares[index] === most))
}

function distance({ first, last }: SourceBlock, line: number | null): number {
  if (line === null) return 0
  return Math.max(0, first - line, line - last)
}

/** The words of a block. */
export function textAt(body: DocNode, path: Path): string {
  const node = nodeAt(body, path)
  return node ? wordsIn(node) : ''
}

/** As the server reads them: the cells of a row apart from each other, images by their names. */
function wordsIn(node: DocNode): string {
  const alt = node.attrs?.['alt']
  if (node.type === 'image') return typeof alt === 'string' ? ` ${alt} ` : ' '
  if (node.text !== undefined || !node.content) return textOf(node)
  return node.content.map(wordsIn).join(node.type === 'tableRow' ? ' ' : '')
}

/** Scrolls to the place and lets it light up. False where the note has nothing like it any more. */
export function showPlace({ doc }: Session, handle: EditorHandle, place: ShownPlace): boolean {
  const content = readNote(doc)
  const block = findBlock(printSource(content).blocks, content.body, place)
  if (!block) return false
  const element = handle.scrollTo(block.caret)
  if (element) lightUp(element)
  return true
}
