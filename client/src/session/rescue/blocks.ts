import * as Y from 'yjs'
import type { Removal } from '@minutebook/shared/doc'
import { isKnown, isOld, lostIn, removalsAround, type Deletion, type Words } from './lost.ts'

/** Blocks of one writer that nobody else knew and that stood together, in a block that is gone. */
export interface LostBlocks {
  copies: Copy[]
  /** their words, a text each */
  words: string[]
  /** the block beside them that others knew */
  beside: Neighbor | null
  removals: readonly Removal[]
}

interface Copy {
  name: string
  attributes: [string, unknown][]
  children: (Copy | TextCopy)[]
}

interface TextCopy {
  of: Y.XmlText
  parts: Words[]
}

interface Neighbor {
  /** the words that were known of its text nearest to them */
  known: string
  /** so many items of lists hold that text, up to the block itself; 0 where this is no item */
  items: number
  side: 'above' | 'below'
}

/**
 * The topmost block around a text that only its writer knew, of those that went; null where others knew the block of the
 * text, though perhaps not all its words.
 */
export function unknownBlock(text: Y.XmlText, deletion: Deletion): Y.Item | null {
  let found: Y.Item | null = null
  for (let at: unknown = text.parent; at instanceof Y.XmlElement && at._item; at = at.parent) {
    if (!isUnknown(at._item, deletion)) break
    found = at._item
  }
  return found
}

/** The first of the unknown blocks that stand side by side with this one. */
export function firstUnknown(block: Y.Item, deletion: Deletion): Y.Item {
  const above = neighbor(block, 'left', deletion)
  return above && isUnknown(above, deletion) ? firstUnknown(above, deletion) : block
}

/** The unknown blocks that stand side by side, from the first. To be called while their content is still there. */
export function lostBlocks(first: Y.Item, deletion: Deletion): LostBlocks {
  const run = [first]
  let below = neighbor(first, 'right', deletion)
  for (; below && isUnknown(below, deletion); below = neighbor(below, 'right', deletion)) run.push(below)
  const above = neighbor(first, 'left', deletion)
  const words: string[] = []
  const copy = (element: Y.XmlElement): Copy => ({
    name: element.nodeName,
    attributes: attributesOf(element, deletion),
    children: childrenOf(element, deletion).map((child) => {
      if (child instanceof Y.XmlElement) return copy(child)
      const { lost, whole } = lostIn(child, deletion)
      words.push(whole)
      return { of: child, parts: lost }
    }),
  })
  return {
    copies: run.flatMap((item) => elementOf(item) ?? []).map(copy),
    words,
    beside: (above && neighborOf(above, 'above', deletion)) ?? (below && neighborOf(below, 'below', deletion)),
    removals: removalsAround(elementOf(first), deletion.notes),
  }
}

/** Makes the blocks anew, in no document yet; of items of lists only what they hold, where that is asked for. */
export function makeBlocks(
  { copies }: LostBlocks,
  isUnwrapped: boolean,
): { made: Y.XmlElement[]; texts: ReadonlyMap<Y.XmlText, Y.XmlText> } {
  const texts = new Map<Y.XmlText, Y.XmlText>()
  const make = (copy: Copy): Y.XmlElement => {
    const element = new Y.XmlElement<Record<string, never>>(copy.name)
    for (const [name, value] of copy.attributes) element.setAttribute(name, value as never)
    const children = copy.children.map((child) => ('of' in child ? makeText(child) : make(child)))
    if (children.length > 0) element.insert(0, children)
    return element
  }
  const makeText = ({ of, parts }: TextCopy): Y.XmlText => {
    const text = new Y.XmlText()
    text.applyDelta(parts.map(({ words, marks }) => ({ insert: words, attributes: marks })))
    texts.set(of, text)
    return text
  }
  const blocks = copies.flatMap((copy) =>
    isUnwrapped && copy.name === 'listItem' ? copy.children.filter((child) => 'name' in child) : [copy],
  )
  return { made: blocks.map(make), texts }
}

/** Whether a block is of a writer here, and unknown to whoever deleted it. Where nobody noted that, none is. */
function isUnknown(item: Y.Item, { transaction, writers, notes }: Deletion): boolean {
  const { client, clock } = item.id
  if (!writers.has(client) || !isOld(item, transaction) || !elementOf(item)) return false
  const removals = removalsAround(elementOf(item), notes)
  return removals.length > 0 && !isKnown(removals, client, clock)
}

function neighborOf(item: Y.Item, side: Neighbor['side'], deletion: Deletion): Neighbor | null {
  const element = elementOf(item)
  const text = element && textsIn(element, deletion).at(side === 'above' ? -1 : 0)
  if (!text) return null
  let items = 0
  for (let at: unknown = text.parent; at instanceof Y.XmlElement && at !== element; at = at.parent) {
    if (at.nodeName === 'listItem') items += 1
  }
  return { known: lostIn(text, deletion).known, items: element.nodeName === 'listItem' ? items + 1 : 0, side }
}

/** How many texts with the same known words went before a text, in what stood above it. */
export function sameAbove(text: Y.XmlText, known: string, deletion: Deletion): number {
  let count = 0
  for (let at: unknown = text; at instanceof Y.AbstractType && at._item; at = at.parent) {
    for (let above = neighbor(at._item, 'left', deletion); above; above = neighbor(above, 'left', deletion)) {
      const element = elementOf(above)
      const texts = element ? textsIn(element, deletion) : []
      count += texts.filter((each) => lostIn(each, deletion).known === known).length
    }
  }
  return count
}

function textsIn(element: Y.XmlElement, deletion: Deletion): Y.XmlText[] {
  return childrenOf(element, deletion).flatMap((child) =>
    child instanceof Y.XmlText ? [child] : textsIn(child, deletion),
  )
}

/** What went with an element, without what had gone before. */
function childrenOf(element: Y.XmlElement, { transaction }: Deletion): (Y.XmlElement | Y.XmlText)[] {
  const found: (Y.XmlElement | Y.XmlText)[] = []
  for (let item = element._start; item; item = item.right) {
    if (!Y.isDeleted(transaction.deleteSet, item.id) || !(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) found.push(type)
  }
  return found
}

function attributesOf(element: Y.XmlElement, { transaction }: Deletion): [string, unknown][] {
  return [...element._map].flatMap(([name, item]): [string, unknown][] =>
    Y.isDeleted(transaction.deleteSet, item.id) ? [[name, item.content.getContent().at(-1)]] : [],
  )
}

/** The element beside another that stood there until the transaction. */
function neighbor(item: Y.Item, side: 'left' | 'right', { transaction }: Deletion): Y.Item | null {
  let at = item[side]
  while (at && !Y.isDeleted(transaction.deleteSet, at.id)) at = at[side]
  return at
}

function elementOf({ content }: Y.Item): Y.XmlElement | null {
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null
}
