import type { Heading, Paragraph, Root, RootContent, Text } from 'mdast'
import { beyond, beyondOrder, beyondWords, type Excess } from '../../laws/excess.ts'
import { wordGaps } from '../../laws/word-gaps.ts'
import type { BenchedEdit } from './codec.ts'

/** The edits of test/laws/edits.ts, made in a syntax tree, which is changed in place; null where it has no place for one. */
export function editTree(tree: Root, kind: BenchedEdit, random: () => number): Excess | null | undefined {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const blocks = tree.children
  const places = blocks.map((node, index) => ({ node, index, below: blocks[index + 1] }))
  switch (kind) {
    case 'append': {
      const block = pick(descendants(tree).filter(isText))
      block?.children.push({ type: 'text', value: ' appended' })
      return block ? beyond(1, 1) : null
    }
    case 'toggle': {
      const item = pick(descendants(tree).flatMap((node) => (isTask(node) ? [node] : [])))
      if (!item) return null
      item.checked = item.checked !== true
      return beyond(1, 1)
    }
    case 'insert': {
      const place = pick(places)
      if (!place) return null
      const todo: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'TODO TB: Write the minutes.' }] }
      blocks.splice(place.index + 1, 0, todo)
      return beyond(0, touches(place.node, place.below) ? 3 : 2)
    }
    case 'delete': {
      const place = pick(places.filter(({ node, index }) => node.type === 'paragraph' && index > 0))
      if (!place) return null
      blocks.splice(place.index, 1)
      return beyond(Number.POSITIVE_INFINITY, 0)
    }
    case 'split':
      return split(blocks, pick(places.flatMap(({ node, index }) => cuts(node, index))))
    case 'join': {
      const place = pick(places.filter(({ node, below }) => isParagraph(node) && isParagraph(below)))
      if (!isParagraph(place?.node) || !isParagraph(place.below)) return null
      place.node.children.push({ type: 'text', value: ' ' }, ...place.below.children)
      blocks.splice(place.index + 1, 1)
      return beyondWords(2, 1)
    }
    case 'move': {
      const place = pick(places.filter(({ node, below }) => isText(node) && isText(below)))
      if (!place?.below) return null
      blocks.splice(place.index, 2, place.below, place.node)
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
  paragraph: Paragraph
  index: number
  child: number
  text: Text
  at: number
}

function cuts(node: RootContent, index: number): Cut[] {
  if (!isParagraph(node)) return []
  return node.children.flatMap((text, child) =>
    text.type === 'text' ? wordGaps(text.value).map((at) => ({ paragraph: node, index, child, text, at })) : [],
  )
}

function split(blocks: RootContent[], cut: Cut | undefined): Excess | null {
  if (!cut) return null
  const { paragraph, child, text, at } = cut
  const rest: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: text.value.slice(at + 1) }, ...paragraph.children.slice(child + 1)],
  }
  paragraph.children.splice(child, Infinity, { type: 'text', value: text.value.slice(0, at) })
  blocks.splice(cut.index + 1, 0, rest)
  return beyond(1, 3)
}

function touches(node: RootContent, below: RootContent | undefined): boolean {
  const [end, start] = [node.position?.end.line, below?.position?.start.line]
  return below?.type === 'paragraph' && end !== undefined && start === end + 1
}

function descendants(node: Root | RootContent): RootContent[] {
  return 'children' in node ? node.children.flatMap((child) => [child, ...descendants(child)]) : []
}

function isParagraph(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph'
}

function isText(node: RootContent | undefined): node is Paragraph | Heading {
  return node?.type === 'paragraph' || node?.type === 'heading'
}

function isTask(node: RootContent): node is RootContent & { type: 'listItem' } {
  return node.type === 'listItem' && typeof node.checked === 'boolean'
}
