import { beyond, beyondOrder, beyondWords, type Excess } from '../../laws/excess.ts'
import { wordGaps } from '../../laws/word-gaps.ts'
import type { BenchedEdit } from './codec.ts'

/** A block of BlockNote, as far as the edits look at it. Each item of a list is one; what is indented below it is its child. */
export interface Block {
  id?: string
  type: string
  props: Record<string, unknown>
  content?: unknown
  children: Block[]
}

/** One piece of a block's text; other pieces, such as links, have another type. */
interface Text {
  type: 'text'
  text: string
  styles: object
}

/** A block with text. */
type TextBlock = Block & { content: unknown[] }

/** The edits of test/laws/edits.ts, made in blocks, which are changed in place; null where there is no place for one. */
export function editBlocks(blocks: Block[], kind: BenchedEdit, random: () => number): Excess | null | undefined {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const places = blocks.map((block, index) => ({ block, index, below: blocks[index + 1] }))
  switch (kind) {
    case 'append': {
      const block = pick(all(blocks).filter(isText))
      block?.content.push(text(' appended'))
      return block ? beyond(1, 1) : null
    }
    case 'toggle': {
      const item = pick(all(blocks).filter(({ type }) => type === 'checkListItem'))
      if (!item) return null
      item.props['checked'] = item.props['checked'] !== true
      return beyond(1, 1)
    }
    case 'insert': {
      // Between two items it would make two lists of one.
      const place = pick(places.filter(({ block, below }) => !isItem(block) || !below || !isItem(below)))
      if (!place) return null
      blocks.splice(place.index + 1, 0, paragraph([text('TODO TB: Write the minutes.')]))
      return beyond(0, 2)
    }
    case 'delete': {
      const place = pick(places.filter(({ block, index }) => isParagraph(block) && index > 0))
      if (!place) return null
      blocks.splice(place.index, 1)
      return beyond(Number.POSITIVE_INFINITY, 0)
    }
    case 'split':
      return split(blocks, pick(places.flatMap(({ block, index }) => cuts(block, index))))
    case 'join': {
      const place = pick(places.filter(({ block, below }) => isParagraph(block) && isParagraph(below)))
      if (!isParagraph(place?.block) || !isParagraph(place.below)) return null
      place.block.content.push(text(' '), ...place.below.content)
      blocks.splice(place.index + 1, 1)
      return beyondWords(2, 1)
    }
    case 'move': {
      const place = pick(places.filter(({ block, below }) => isMovable(block) && isMovable(below)))
      if (!place?.below) return null
      blocks.splice(place.index, 2, place.below, place.block)
      return beyondOrder
    }
    case 'field':
      return undefined
    default:
      return kind satisfies never
  }
}

/** A blank between words of a paragraph of the document. */
interface Cut {
  paragraph: TextBlock
  index: number
  piece: number
  text: Text
  at: number
}

function cuts(block: Block, index: number): Cut[] {
  if (!isParagraph(block)) return []
  return block.content.flatMap((text, piece) =>
    isPlain(text) ? wordGaps(text.text).map((at) => ({ paragraph: block, index, piece, text, at })) : [],
  )
}

function split(blocks: Block[], cut: Cut | undefined): Excess | null {
  if (!cut) return null
  const { paragraph: whole, index, piece, text, at } = cut
  const rest = paragraph([{ ...text, text: text.text.slice(at + 1) }, ...whole.content.slice(piece + 1)])
  whole.content.splice(piece, Infinity, { ...text, text: text.text.slice(0, at) })
  blocks.splice(index + 1, 0, rest)
  return beyond(1, 3)
}

function text(words: string): Text {
  return { type: 'text', text: words, styles: {} }
}

function paragraph(content: unknown[]): Block {
  return { type: 'paragraph', props: {}, content, children: [] }
}

function all(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...all(block.children)])
}

function isText(block: Block | undefined): block is TextBlock {
  return Array.isArray(block?.content) && block.content.some((piece) => isPlain(piece) && piece.text.trim().length > 3)
}

function isParagraph(block: Block | undefined): block is TextBlock {
  return block?.type === 'paragraph' && isText(block)
}

function isMovable(block: Block | undefined): boolean {
  return (block?.type === 'paragraph' || block?.type === 'heading') && isText(block)
}

function isItem(block: Block): boolean {
  return block.type.endsWith('ListItem')
}

function isPlain(piece: unknown): piece is Text {
  return typeof piece === 'object' && piece !== null && 'text' in piece && typeof piece.text === 'string'
}
