import * as Y from 'yjs'
import type { Removal } from '@minutebook/shared/doc'

/** Words that stood together, with the marks of all of them. */
export interface Words {
  /** how many letters that others knew stood before them in their text */
  at: number
  words: string
  marks: Record<string, unknown>
}

/** A text that went with its block, as one of its writers had it. */
export interface LostText {
  text: Y.XmlText
  /** the words that whoever deleted it knew */
  known: string
  /** the words of this writer that they did not know, in order */
  lost: Words[]
  /** all of it, as its writer saw it */
  whole: string
  /** whether they knew the block that it stood in */
  isBlockKnown: boolean
  /** where the caret stood: behind so many letters that others knew, and so many that are lost */
  caret: { at: number; lost: number } | null
  /** the notes that tell of it; none where nobody noted anything */
  removals: Removal[]
}

/** A transaction of somebody else that deletes something, and what is to be known to judge it. */
export interface Deletion {
  transaction: Y.Transaction
  writers: Writers
  /** what was noted of deletions, by everybody */
  notes: readonly Removal[]
  /** where the caret stood before it */
  caret: Y.RelativePosition | null
}

/** Whose words are looked after, by Yjs clients, with the clock up to which they are durable. */
export type Writers = ReadonlyMap<number, number>

/** The texts with words of `writers` that a transaction of somebody else took away with their blocks. */
export function goneTexts(transaction: Y.Transaction, writers: Writers): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>()
  const own = Y.createDeleteSet()
  for (const writer of writers.keys()) {
    const deleted = transaction.deleteSet.clients.get(writer)
    if (deleted) own.clients.set(writer, deleted)
  }
  if (own.clients.size === 0) return texts
  Y.iterateDeletedStructs(transaction, own, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { parent } = struct
    if (parent instanceof Y.XmlText && parent._item?.deleted === true && isOld(struct, transaction)) texts.add(parent)
  })
  return texts
}

/** Whether it was here before: what comes deleted has been looked after where it was deleted. */
export function isOld({ id }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return id.clock < (beforeState.get(id.client) ?? 0)
}

/** What of a text that is gone nobody knew but its writers, as far as the notes tell. */
export function lostIn(text: Y.XmlText, deletion: Deletion): LostText {
  const { transaction, writers, caret } = deletion
  const removals = removalsAround(text, deletion.notes)
  const isSeen = (client: number, clock: number) =>
    removals.length > 0 ? isKnown(removals, client, clock) : !writers.has(client) || clock < (writers.get(client) ?? 0) // [N218]
  const block = text.parent?._item?.id
  const isCaretHere = caret?.item === null && caret.type !== null && isId(text, caret.type)
  const found: LostText = {
    text,
    known: '',
    lost: [],
    whole: '',
    isBlockKnown: block !== undefined && isKnown(removals, block.client, block.clock),
    caret: isCaretHere ? { at: 0, lost: 0 } : null,
    removals,
  }
  const marks: Record<string, unknown> = {}
  for (let item = text._start; item; item = item.right) {
    const { content, id, length } = item
    const behind = caret?.item?.client === id.client ? caret.item.clock - id.clock + 1 : 0
    const isCaretIn = behind > 0 && behind <= length
    const lostBefore = found.lost.reduce((sum, part) => sum + part.words.length, 0)
    if (isCaretIn) found.caret = { at: found.known.length, lost: lostBefore }
    if (!Y.isDeleted(transaction.deleteSet, id)) continue // it went before
    if (content instanceof Y.ContentFormat) take(marks, content)
    else if (content instanceof Y.ContentString) {
      let seenLength = 0
      while (seenLength < length && isSeen(id.client, id.clock + seenLength)) seenLength += 1
      const known = content.str.slice(0, seenLength)
      const rest = content.str.slice(seenLength)
      found.known += known
      found.whole += known
      if (isCaretIn) found.caret = { at: found.known.length - Math.max(0, seenLength - behind), lost: lostBefore }
      if (rest === '' || !writers.has(id.client) || !isOld(item, transaction)) continue
      found.whole += rest
      if (isCaretIn && found.caret) found.caret.lost += Math.max(0, behind - seenLength)
      add(found.lost, { at: found.known.length, words: rest, marks: { ...marks } })
    }
  }
  return found
}

/** Whether one of those who deleted something saw what a client wrote at a clock: had it, and did not know it deleted. */
export function isKnown(removals: readonly Removal[], client: number, clock: number): boolean {
  return removals.some(
    (removal) =>
      clock < (removal.seen.get(client) ?? 0) &&
      !removals.some((earlier) => earlier !== removal && knew(removal, earlier)),
  )
}

function knew(later: Removal, { client, from, to }: Removal): boolean {
  return client === later.client ? from < later.from : to < (later.seen.get(client) ?? 0)
}

function isId({ _item }: Y.XmlText, id: Y.ID): boolean {
  return _item !== null && Y.compareIDs(_item.id, id)
}

function take(marks: Record<string, unknown>, { key, value }: Y.ContentFormat): void {
  if (value === null) delete marks[key]
  else marks[key] = value
}

function add(all: Words[], next: Words): void {
  const last = all.at(-1)
  if (last?.at === next.at && JSON.stringify(last.marks) === JSON.stringify(next.marks)) last.words += next.words
  else all.push(next)
}

/** The notes of who deleted a shared type, or something that it stood in. */
export function removalsAround(type: Y.XmlElement | Y.XmlText | null, notes: readonly Removal[]): Removal[] {
  const around: Y.ID[] = []
  for (let at: unknown = type; at instanceof Y.AbstractType && at._item; at = at.parent) around.push(at._item.id)
  return notes.filter(({ gone }) => gone.some((id) => around.some((each) => Y.compareIDs(id, each))))
}
