import * as Y from 'yjs'
import { noteRemoval, removalsOf, typesOf, type Removal } from '@minutebook/shared/doc'
import { firstUnknown, lostBlocks, makeBlocks, sameAbove, unknownBlock, type LostBlocks } from './blocks.ts'
import { goneTexts, lostIn, type Deletion, type LostText, type Writers } from './lost.ts'
import { emptyInstead, lettersOf, onlyText, placeIn, sameText, standingIn, writtenInstead } from './place.ts'
import type { KeptWords } from './put-back.ts'

interface RescueParts {
  doc: Y.Doc
  /** whose words this page looks after, now */
  writers: () => Writers
  /** where the caret stood before the transaction that ends now; null where there is none */
  caret: () => Y.RelativePosition | null
  /** puts the caret into a text */
  setCaret: (text: Y.XmlText, index: number) => void
  keep: (words: KeptWords) => void
  /** the origin of edits of this person, so that they are steps of undo */
  origin: unknown
}

/** What one transaction took away. */
interface Loss {
  texts: (LostText & { nth: number })[]
  blocks: LostBlocks[]
  /** the text of a lost block in which the caret stood, and behind how many letters */
  caret: { text: Y.XmlText; index: number } | null
  near: unknown
}

/** Brings words along whose block somebody else takes away meanwhile. [N210] to [N218] */
export class Rescue {
  readonly #parts: RescueParts

  constructor(parts: RescueParts) {
    this.#parts = parts
  }

  /** To be called at the end of each transaction, while what it deleted is still there. */
  look(transaction: Y.Transaction): void {
    if (transaction.deleteSet.clients.size === 0) return undefined
    if (transaction.local) return noteRemoval(transaction)
    const loss = this.#findLoss(transaction)
    // not within the transaction, whose observers are still to be told; but before any key
    if (loss) queueMicrotask(() => this.#rescue(loss))
    return undefined
  }

  #findLoss(transaction: Y.Transaction): Loss | null {
    const { doc, writers: writersNow, caret: caretNow } = this.#parts
    const writers = writersNow()
    const caret = caretNow()
    const gone = goneTexts(transaction, writers)
    const caretText = caret && goneTextOf(doc, transaction, caret)
    if (caretText) gone.add(caretText)
    if (gone.size === 0) return null
    const deletion: Deletion = { transaction, writers, notes: removalsOf(doc), caret }
    const loss: Loss = { texts: [], blocks: [], caret: null, near: null }
    const firsts = new Set<Y.Item>()
    for (const text of gone) {
      const found = lostIn(text, deletion)
      if (found.lost.length === 0 && found.caret === null) continue
      const block = unknownBlock(text, deletion)
      if (!block) loss.texts.push({ ...found, nth: sameAbove(text, found.known, deletion) })
      else {
        firsts.add(firstUnknown(block, deletion))
        if (found.caret) loss.caret = { text, index: found.caret.at + found.caret.lost }
      }
    }
    if (loss.texts.length === 0 && firsts.size === 0) return null
    const [first] = gone
    return {
      ...loss,
      blocks: [...firsts].map((each) => lostBlocks(each, deletion)),
      near: first && placeAbove(doc, first),
    }
  }

  #rescue({ texts, blocks, caret, near }: Loss): void {
    const { doc, origin, keep, setCaret } = this.#parts
    const notes = removalsOf(doc)
    const kept: string[] = []
    const carets: { text: Y.XmlText; index: number }[] = []
    doc.transact(() => {
      for (const each of blocks) {
        const texts = putBlocks(doc, each, notes)
        const text = caret && texts?.get(caret.text)
        if (!texts) kept.push(...each.words)
        else if (text) carets.push({ text, index: caret.index })
      }
      for (const each of texts) {
        const instead = writtenInstead(doc, notes, each.removals)
        const text = each.removals.length > 0 ? targetOf(doc, each, instead, notes) : null
        if (text) {
          const index = putWords(text, each)
          if (each.caret) carets.push({ text, index })
        } else if (each.lost.length > 0) {
          const isGone = each.removals.length > 0 && instead.length === 0
          kept.push(isGone ? each.whole : each.lost.map(({ words }) => words).join(' … '))
        }
      }
    }, origin)
    for (const { text, index } of carets) setCaret(text, index)
    const paragraphs = kept.filter((words) => words.trim() !== '')
    if (paragraphs.length > 0) keep({ paragraphs, near })
  }
}

function targetOf(
  doc: Y.Doc,
  lost: Loss['texts'][number],
  instead: readonly Y.XmlText[],
  notes: readonly Removal[],
): Y.XmlText | null {
  if (lost.known === '') return lost.isBlockKnown ? emptyInstead(doc, notes, lost.removals) : null
  return sameText(lost.known, instead, lost.nth) ?? onlyText(lost.known, doc)
}

/** Puts lost words into the text that took the place of theirs. Gives where the caret is in it. */
function putWords(text: Y.XmlText, { known, lost, caret }: LostText): number {
  const letters = lettersOf(text)
  const found = standingIn(letters, known, lost)
  const parts = lost.map((part, nth) => ({
    ...part,
    index: found[nth]?.index ?? placeIn(letters, known, part.at),
    standing: found[nth]?.length ?? 0,
  }))
  for (const { index, standing, words, marks } of parts.toReversed()) {
    if (standing < words.length) text.insert(index + standing, words.slice(standing), marks)
  }
  if (!caret) return 0
  const index = parts.find(({ at }) => at === caret.at)?.index ?? placeIn(letters, known, caret.at)
  const counted = parts.filter(({ at }) => at < caret.at).reduce((sum, { standing }) => sum + standing, 0)
  return index + caret.lost - counted
}

/**
 * Puts blocks beside the one that took the place of their neighbor: items where that is one, else what they hold. Gives
 * which texts theirs became; null where it is not certain.
 */
function putBlocks(doc: Y.Doc, lost: LostBlocks, notes: readonly Removal[]): ReadonlyMap<Y.XmlText, Y.XmlText> | null {
  const { beside, removals, words } = lost
  const text = beside && sameText(beside.known, writtenInstead(doc, notes, removals), 0)
  if (!text) return null
  const item = itemAround(text, beside.items)
  const block = item ?? blockAround(doc, text)
  const parent = block?.parent
  if (!block || !(parent instanceof Y.XmlFragment)) return null
  if (beside.side === 'above' && !cutSplit(text, beside.known, words[0] ?? '')) return null
  const { made, texts } = makeBlocks(lost, item === null)
  parent.insert(parent.toArray().indexOf(block) + (beside.side === 'above' ? 1 : 0), made)
  return texts
}

/** Where Enter had split a text, its second half stands in both: takes it from the first. False where that is not certain. */
function cutSplit(text: Y.XmlText, known: string, below: string): boolean {
  const letters = lettersOf(text)
  const end = placeIn(letters, known, known.length)
  const rest = letters.slice(end)
  if (rest === '') return true
  if (!below.startsWith(rest) && !below.endsWith(rest)) return false
  text.delete(end, rest.length)
  return true
}

/** The item of a list that holds a text, as many items up as there are; null where none are asked for, or none does. */
function itemAround(text: Y.XmlText, items: number): Y.XmlElement | null {
  let found: Y.XmlElement | null = null
  let left = items
  for (let at: unknown = text.parent; at instanceof Y.XmlElement && left > 0; at = at.parent) {
    if (at.nodeName !== 'listItem') continue
    found = at
    left -= 1
  }
  return found
}

/** The block around a text that stands where any block may. */
function blockAround(doc: Y.Doc, text: Y.XmlText): Y.XmlElement | null {
  for (let at: unknown = text.parent; at instanceof Y.XmlElement; at = at.parent) {
    const { parent } = at
    if (parent === typesOf(doc).body || (parent instanceof Y.XmlElement && parent.nodeName === 'blockquote')) return at
  }
  return null
}

/** The text in which a caret stood, if it went in this transaction. */
function goneTextOf(doc: Y.Doc, { deleteSet }: Y.Transaction, caret: Y.RelativePosition): Y.XmlText | null {
  const id = caret.item ?? caret.type
  if (!id || !Y.isDeleted(deleteSet, id)) return null
  const item = Y.getItem(doc.store, id)
  if (!(item instanceof Y.Item)) return null
  const type = item.content instanceof Y.ContentType ? item.content.type : item.parent
  return type instanceof Y.XmlText && type._item?.deleted === true ? type : null
}

/** Below the nearest block above one that is gone, as a relative position, which can be stored as it is. */
function placeAbove(doc: Y.Doc, text: Y.XmlText): unknown {
  const { body } = typesOf(doc)
  let item = text._item
  while (item && item.parent instanceof Y.AbstractType && item.parent._item?.deleted === true) item = item.parent._item
  if (item?.parent === body) {
    let above = item.left
    while (above?.deleted) above = above.left
    item = above
  } else {
    while (item && item.parent instanceof Y.AbstractType && item.parent !== body) item = item.parent._item
  }
  const blocks: unknown[] = body.toArray()
  const index = item?.content instanceof Y.ContentType ? blocks.indexOf(item.content.type) + 1 : 0
  return Y.createRelativePositionFromTypeIndex(body, index, -1)
}
